import { PermanentError } from '../../../domain/index.js';
import { MAX_PAGES } from '../limits.js';

const WIDTH = 256;
const HEIGHT = 257;
/** Sizes of the types that a width or height is written in. */
const SHORT = 3;
const LONG = 4;
const LONG8 = 16;

/**
 * Width and height of each page of a TIFF or BigTIFF, from its directories alone: nothing is decoded.
 *
 * @throws {PermanentError} `extraction.damaged` where directories are cut off, come back to one before or have no
 * size, `extraction.too_many_pages`.
 */
export function tiffPages(bytes: Uint8Array): { width: number; height: number }[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const little = buffer[0] === 0x49;
  const at = (offset: number, length: number) => {
    if (offset < 0 || offset + length > buffer.length) throw damaged();
    return little ? buffer.readUIntLE(offset, length) : buffer.readUIntBE(offset, length);
  };
  const big = at(2, 2) === 43;
  // Offsets of eight bytes are read as six: no file that is taken in is longer.
  const wide = (offset: number) => at(little ? offset : offset + 2, 6);
  const offsetAt = (offset: number) => (big ? wide(offset) : at(offset, 4));
  const entryBytes = big ? 20 : 12;

  const pages: { width: number; height: number }[] = [];
  const seen = new Set<number>();
  for (let next = offsetAt(big ? 8 : 4); next !== 0; ) {
    if (seen.has(next)) throw damaged();
    seen.add(next);
    if (pages.length === MAX_PAGES)
      throw new PermanentError('extraction.too_many_pages', { pages: MAX_PAGES + 1, limit: MAX_PAGES });
    const count = big ? wide(next) : at(next, 2);
    const first = next + (big ? 8 : 2);
    if (count > 65_535) throw damaged();
    const page = { width: 0, height: 0 };
    for (let i = 0; i < count; i++) {
      const entry = first + i * entryBytes;
      const tag = at(entry, 2);
      // Tags stand in ascending order.
      if (tag > HEIGHT) break;
      const value = entry + (big ? 12 : 8);
      const type = at(entry + 2, 2);
      const number =
        type === SHORT ? at(value, 2) : type === LONG ? at(value, 4) : type === LONG8 ? wide(value) : 0;
      if (tag === WIDTH) page.width = number;
      if (tag === HEIGHT) page.height = number;
    }
    if (page.width === 0 || page.height === 0) throw damaged();
    pages.push(page);
    next = offsetAt(first + count * entryBytes);
  }
  if (pages.length === 0) throw damaged();
  return pages;
}

function damaged(): PermanentError {
  return new PermanentError('extraction.damaged', { kind: 'tiff' });
}
