import type { PaperKeys } from './paper-index.js';

/** All keys of a fingerprint. */
export function keysOf({ bands, anchors, names }: PaperKeys): number[] {
  return [...bands, ...anchors, ...names];
}

/** The keys as they are stored: four bytes each, the lowest first. */
export function keyBytes(paper: PaperKeys): Buffer {
  const keys = keysOf(paper);
  const bytes = Buffer.allocUnsafe(keys.length * 4);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let i = 0; i < keys.length; i++) view.setUint32(i * 4, keys[i]!, true);
  return bytes;
}

/** Stored keys, from `start` to `end` of the bytes. */
export function keysIn(bytes: Buffer, start = 0, end = bytes.length): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset + start, end - start);
  const keys = new Uint32Array((end - start) >> 2);
  for (let i = 0; i < keys.length; i++) keys[i] = view.getUint32(i * 4, true);
  return keys;
}
