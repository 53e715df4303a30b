import { crc32 } from 'node:zlib';
import { zlibZeros } from './packed.js';

export function pngChunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

export interface PngParts {
  width: number;
  height: number;
  /** Bits a pixel, grey. */
  depth: 1 | 8;
  /** Chunks between header and picture. */
  chunks?: readonly Buffer[];
  /** In place of the whole picture, all zeros. */
  pixels?: Buffer;
}

/** A grey PNG, black all over unless it is said otherwise. */
export function pngFile({ width, height, depth, chunks = [], pixels }: PngParts): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.writeUInt8(depth, 8);
  const size = height * (1 + Math.ceil((width * depth) / 8));
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    pngChunk('IHDR', header),
    ...chunks,
    pngChunk('IDAT', pixels ?? zlibZeros(size)),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

type TiffField = readonly [tag: number, type: number, count: number, value: number];

/** One bit a pixel, white, in one strip; tags may be given again to say something else. */
export function tiffFields(width: number, height: number, others: readonly TiffField[] = []): TiffField[] {
  const fields: TiffField[] = [
    [256, 4, 1, width],
    [257, 4, 1, height],
    [258, 3, 1, 1],
    [259, 3, 1, 1],
    [262, 3, 1, 0],
    [273, 4, 1, 8],
    [277, 3, 1, 1],
    [278, 4, 1, height],
    [279, 4, 1, 8],
  ];
  const given = new Map([...fields, ...others].map((field) => [field[0], field]));
  return [...given.values()].sort((a, b) => a[0] - b[0]);
}

/** A little-endian TIFF of pages that share eight bytes of picture; `next` may lead the last one anywhere. */
export function tiffFile(pages: readonly TiffField[][], next = 0): Buffer {
  const parts = [Buffer.from('49492a0010000000', 'hex'), Buffer.alloc(8)];
  let at = 16;
  pages.forEach((fields, i) => {
    const directory = Buffer.alloc(2 + 12 * fields.length + 4);
    directory.writeUInt16LE(fields.length);
    fields.forEach(([tag, type, count, value], n) => {
      directory.writeUInt16LE(tag, 2 + 12 * n);
      directory.writeUInt16LE(type, 4 + 12 * n);
      directory.writeUInt32LE(count, 6 + 12 * n);
      directory.writeUInt32LE(value, 10 + 12 * n);
    });
    at += directory.length;
    directory.writeUInt32LE(i + 1 < pages.length ? at : next, directory.length - 4);
    parts.push(directory);
  });
  return Buffer.concat(parts);
}

/** A GIF of frames of one pixel. */
export function gifFile(frames: number, width = 1, height = 1): Buffer {
  const head = Buffer.from('47494638396100000000800000000000ffffff', 'hex');
  head.writeUInt16LE(width, 6);
  head.writeUInt16LE(height, 8);
  const frame = Buffer.from('21f9040400000000 2c0000000001000100000202440100'.replaceAll(' ', ''), 'hex');
  return Buffer.concat([head, ...Array.from({ length: frames }, () => frame), Buffer.from(';')]);
}

export function bmpFile(
  width: number,
  height: number,
  depth: number,
  pixels: Uint8Array,
  lies: { size?: number; offset?: number; compression?: number } = {},
): Buffer {
  const head = Buffer.alloc(54);
  head.write('BM', 'latin1');
  head.writeUInt32LE(lies.size ?? 54 + pixels.length, 2);
  head.writeUInt32LE(lies.offset ?? 54, 10);
  head.writeUInt32LE(40, 14);
  head.writeInt32LE(width, 18);
  head.writeInt32LE(height, 22);
  head.writeUInt16LE(1, 26);
  head.writeUInt16LE(depth, 28);
  head.writeUInt32LE(lies.compression ?? 0, 30);
  return Buffer.concat([head, pixels]);
}
