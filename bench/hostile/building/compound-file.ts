const sector = 512;
const free = 0xffffffff;
const endOfChain = 0xfffffffe;
const fatSector = 0xfffffffd;

export interface CompoundLies {
  /** Sector → what its chain goes on with. */
  fat?: Readonly<Record<number, number>>;
  /** 32-bit fields of the header by their place. */
  header?: Readonly<Record<number, number>>;
  /** 32-bit fields of a directory entry (by its place in the list, 0 the root) by their place in it. */
  directory?: Readonly<Record<number, Readonly<Record<number, number>>>>;
}

/**
 * A compound file of version 3 (MS-CFB): one table of sectors, its directory, and streams of at least 4096
 * bytes, so that none lies in the mini stream. What has been laid out rightly is then made a lie.
 */
export function compoundFile(streams: Readonly<Record<string, Uint8Array>>, lies: CompoundLies = {}): Buffer {
  const names = Object.keys(streams);
  const contents = names.map((name) => {
    const content = Buffer.from(streams[name]!);
    const size = Math.max(4096, Math.ceil(content.length / sector) * sector);
    return Buffer.concat([content, Buffer.alloc(size - content.length)]);
  });
  const directorySectors = Math.ceil((names.length + 1) / 4);
  const sectors = contents.reduce((sum, content) => sum + content.length / sector, directorySectors);
  const tables = Math.ceil((sectors + 1) / (sector / 4 - 1));
  const fat = new Uint32Array((tables * sector) / 4).fill(free);
  fat.fill(fatSector, 0, tables);
  let next = tables;
  const chain = (length: number) => {
    const start = next;
    for (let i = 0; i < length; i++) fat[next] = i === length - 1 ? endOfChain : ++next;
    next++;
    return start;
  };
  const directoryStart = chain(directorySectors);
  const entries = [entryOf('Root Entry', 5, names.length > 0 ? 1 : free, free, endOfChain, 0)];
  contents.forEach((content, i) => {
    const right = i + 1 < contents.length ? i + 2 : free;
    entries.push(entryOf(names[i]!, 2, free, right, chain(content.length / sector), content.length));
  });
  for (const [entry, fields] of Object.entries(lies.directory ?? {}))
    for (const [place, value] of Object.entries(fields))
      entries[Number(entry)]!.writeUInt32LE(value, Number(place));
  for (const [place, value] of Object.entries(lies.fat ?? {})) fat[Number(place)] = value;
  const directory = Buffer.alloc(directorySectors * sector);
  entries.forEach((entry, i) => {
    entry.copy(directory, i * 128);
  });
  const header = headerOf(tables, directoryStart);
  for (const [place, value] of Object.entries(lies.header ?? {})) header.writeUInt32LE(value, Number(place));
  return Buffer.concat([header, Buffer.from(fat.buffer), directory, ...contents]);
}

function headerOf(tables: number, directoryStart: number): Buffer {
  const header = Buffer.alloc(sector, 0xff);
  header.fill(0, 0, 76);
  header.write('d0cf11e0a1b11ae1', 'hex');
  header.writeUInt16LE(0x3e, 24);
  header.writeUInt16LE(3, 26);
  header.writeUInt16LE(0xfffe, 28);
  header.writeUInt16LE(9, 30);
  header.writeUInt16LE(6, 32);
  header.writeUInt32LE(tables, 44);
  header.writeUInt32LE(directoryStart, 48);
  header.writeUInt32LE(4096, 56);
  header.writeUInt32LE(endOfChain, 60);
  header.writeUInt32LE(endOfChain, 68);
  for (let i = 0; i < Math.min(tables, 109); i++) header.writeUInt32LE(i, 76 + 4 * i);
  return header;
}

function entryOf(
  name: string,
  type: number,
  child: number,
  right: number,
  start: number,
  size: number,
): Buffer {
  const entry = Buffer.alloc(128);
  entry.write(name, 'utf16le');
  entry.writeUInt16LE(2 * name.length + 2, 64);
  entry.writeUInt8(type, 66);
  entry.writeUInt8(1, 67);
  entry.writeUInt32LE(free, 68);
  entry.writeUInt32LE(right, 72);
  entry.writeUInt32LE(child, 76);
  entry.writeUInt32LE(start, 116);
  entry.writeUInt32LE(size, 120);
  return entry;
}
