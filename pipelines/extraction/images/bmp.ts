import { PermanentError } from '../../../domain/index.js';
import type { PageImage } from '../../image.js';
import type { FormatReader } from '../formats.js';
import { type BmpHeader, greyOf, readBmpHeader } from './bmp-header.js';
import { checkSize } from './raster.js';

/** Windows bitmaps, which our picture library does not read. */
export const bmpReader: FormatReader = {
  format: 'bmp',
  extensions: ['bmp', 'dib'],
  async read(bytes) {
    const header = readBmpHeader(asBuffer(bytes));
    checkSize(header);
    const { length } = header.pixels;
    if (header.packing === 'none' && length < header.stride * header.height)
      throw new PermanentError('extraction.damaged', { kind: 'bmp' });
    return { pages: [{ text: '', recognise: true }] };
  },
  async renderPage(bytes, page) {
    try {
      return renderBmp(readBmpHeader(asBuffer(bytes)));
    } catch (cause) {
      throw new PermanentError('extraction.page_not_rendered', { page }, { cause });
    }
  },
};

function renderBmp(header: BmpHeader): PageImage {
  const { width, height, fromTop, packing } = header;
  checkSize(header);
  const data = new Uint8Array(width * height);
  const rowAt = (y: number) => (fromTop ? y : height - 1 - y) * width;
  if (packing === 'none') {
    for (let y = 0; y < height; y++) {
      const row = header.pixels.subarray(y * header.stride, (y + 1) * header.stride);
      readRow(header, row, data.subarray(rowAt(y), rowAt(y) + width));
    }
  } else {
    unpackRuns(header, (x, y, index) => {
      if (x < width && y < height) data[rowAt(y) + x] = header.greys[index] ?? 0;
    });
  }
  return { width, height, data, dpi: header.dpi };
}

function readRow({ bits, greys, masks }: BmpHeader, row: Buffer, into: Uint8Array): void {
  const perByte = 8 / bits;
  for (let x = 0; x < into.length; x++) {
    if (bits <= 8) {
      const byte = row[Math.floor(x / perByte)] ?? 0;
      const index = (byte >> (8 - bits * ((x % perByte) + 1))) & ((1 << bits) - 1);
      into[x] = greys[index] ?? 0;
    } else if (bits === 24) {
      into[x] = greyOf(row[x * 3 + 2]!, row[x * 3 + 1]!, row[x * 3]!);
    } else {
      const pixel = bits === 16 ? row.readUInt16LE(x * 2) : row.readUInt32LE(x * 4);
      const [red, green, blue] = masks.map((mask) =>
        Math.round((((pixel & mask.bits) >>> mask.shift) / mask.most) * 255),
      );
      into[x] = greyOf(red!, green!, blue!);
    }
  }
}

/** Runs of one colour: pairs of a length and a byte; length 0 says something else (end of line, a jump, plain bytes). */
function unpackRuns(
  { pixels, bits, width, height }: BmpHeader,
  put: (x: number, y: number, index: number) => void,
): void {
  const nibble = bits === 4;
  let x = 0;
  let y = 0;
  for (let at = 0; at + 1 < pixels.length && y < height; ) {
    const count = pixels[at]!;
    const value = pixels[at + 1]!;
    at += 2;
    if (count > 0) {
      for (let i = 0; i < count && x < width; i++)
        put(x++, y, nibble ? (i % 2 ? value & 15 : value >> 4) : value);
    } else if (value === 0) {
      x = 0;
      y += 1;
    } else if (value === 1) return;
    else if (value === 2) {
      x += pixels[at] ?? 0;
      y += pixels[at + 1] ?? 0;
      at += 2;
    } else {
      for (let i = 0; i < value && x < width; i++) {
        const byte = pixels[at + (nibble ? i >> 1 : i)] ?? 0;
        put(x++, y, nibble ? (i % 2 ? byte & 15 : byte >> 4) : byte);
      }
      const length = nibble ? (value + 1) >> 1 : value;
      at += length + (length % 2);
    }
  }
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
