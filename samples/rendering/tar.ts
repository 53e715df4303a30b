/** One file of a tar. */
export interface TarPart {
  name: string | Uint8Array;
  content: Uint8Array;
  /** `0` a file, `2` a link, `5` a folder, `L` the long name of the next, `x` attributes of the next. */
  kind?: string;
}

/** Writes a tar as Unix does; 2024-12-31 08:00. */
export function writeTar(parts: readonly TarPart[]): Buffer {
  const blocks = parts.flatMap(({ name, content, kind = '0' }) => {
    const header = Buffer.alloc(512);
    Buffer.from(name as string).copy(header, 0, 0, 100);
    header.write('0000644\u00000000000\u00000000000\u0000', 100, 'latin1');
    header.write(content.length.toString(8).padStart(11, '0'), 124, 'latin1');
    header.write('14734721600', 136, 'latin1');
    header.write(`        ${kind}`, 148, 'latin1');
    header.write('ustar\u000000', 257, 'latin1');
    const sum = header.reduce((total, byte) => total + byte, 0);
    header.write(`${sum.toString(8).padStart(6, '0')}\u0000 `, 148, 'latin1');
    return [header, Buffer.from(content), Buffer.alloc(-content.length & 511)];
  });
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}
