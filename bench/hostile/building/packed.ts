import { constants, deflateRawSync } from 'node:zlib';

export interface Packed {
  /** A raw deflate stream. */
  bytes: Buffer;
  /** Of what it unpacks to. */
  size: number;
}

/** A deflate stream of `block`, again and again, made without ever having it all: a gigabyte costs a megabyte. */
export function packRepeated(block: Uint8Array | string, times: number, head = '', tail = ''): Packed {
  const part = (content: Uint8Array | string) =>
    deflateRawSync(content, { level: 9, finishFlush: constants.Z_FULL_FLUSH });
  const whole = part(block);
  const bytes = Buffer.concat([
    part(head),
    ...Array.from({ length: times }, () => whole),
    deflateRawSync(tail),
  ]);
  const size = Buffer.byteLength(head) + Buffer.byteLength(block) * times + Buffer.byteLength(tail);
  return { bytes, size };
}

const megabyte = 1024 * 1024;

/** So many megabytes of one byte. */
export function packMegabytes(count: number, byte = 0): Packed {
  return packRepeated(Buffer.alloc(megabyte, byte), count);
}

/** A zlib stream (RFC 1950) of zeros, with the right checksum: what PNG and PDF hold. */
export function zlibZeros(size: number): Buffer {
  const whole = Math.floor(size / megabyte);
  const { bytes } = packRepeated(
    Buffer.alloc(megabyte),
    whole,
    '',
    Buffer.alloc(size % megabyte).toString('latin1'),
  );
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE((((size % 65521) << 16) | 1) >>> 0);
  return Buffer.concat([Buffer.from([0x78, 0xda]), bytes, sum]);
}

/** A gzip file of the stream; its checksum is not that of the content. */
export function gzipOf({ bytes, size }: Packed): Buffer {
  const tail = Buffer.alloc(8);
  tail.writeUInt32LE(size % 2 ** 32, 4);
  return Buffer.concat([Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]), bytes, tail]);
}
