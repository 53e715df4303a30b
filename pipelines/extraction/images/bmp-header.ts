import { PermanentError } from '../../../domain/index.js';

export interface BmpHeader {
  width: number;
  height: number;
  /** Rows usually stand from the bottom up. */
  fromTop: boolean;
  bits: 1 | 4 | 8 | 16 | 24 | 32;
  packing: 'none' | 'runs';
  /** Bytes of a row: rows end on four. */
  stride: number;
  dpi: number | null;
  /** Grey of each colour of the palette. */
  greys: Uint8Array;
  /** Where red, green and blue lie in pixels of 16 and 32 bits. */
  masks: Mask[];
  /** From the first pixel to the end of the file. */
  pixels: Buffer;
}

interface Mask {
  bits: number;
  shift: number;
  most: number;
}

const FILE_HEADER = 14;
/** OS/2 1.x; every other header begins like that of Windows 3. */
const OLD_HEADER = 12;
const HEADER_WITH_MASKS = 52;
const METRES_PER_INCH = 0.0254;

/** Packings by their number; the masks of 3 and 6 only say where the colours are. Pictures inside (4, 5) are for printers. */
const packings: Readonly<Record<number, 'none' | 'runs'>> = {
  0: 'none',
  1: 'runs',
  2: 'runs',
  3: 'none',
  6: 'none',
};

/** @throws {PermanentError} `extraction.damaged`, also for pictures of no size. */
export function readBmpHeader(buffer: Buffer): BmpHeader {
  const size = buffer.length >= FILE_HEADER + OLD_HEADER ? buffer.readUInt32LE(14) : 0;
  const old = size === OLD_HEADER;
  if (!old && (size < 40 || buffer.length < FILE_HEADER + size)) throw damaged();
  const width = old ? buffer.readUInt16LE(18) : buffer.readInt32LE(18);
  const tall = old ? buffer.readUInt16LE(20) : buffer.readInt32LE(22);
  const bits = buffer.readUInt16LE(old ? 24 : 28);
  const compression = old ? 0 : buffer.readUInt32LE(30);
  const packing = packings[compression];
  const start = buffer.readUInt32LE(10);
  if (width <= 0 || tall === 0 || !isDepth(bits) || !packing || start >= buffer.length) throw damaged();
  if (packing === 'runs' && bits !== (compression === 1 ? 8 : 4)) throw damaged();
  const density = old ? 0 : buffer.readInt32LE(38);
  return {
    width,
    height: Math.abs(tall),
    fromTop: tall < 0,
    bits,
    packing,
    stride: Math.ceil((width * bits) / 32) * 4,
    dpi: density > 0 ? Math.round(density * METRES_PER_INCH) : null,
    greys: readPalette(buffer, FILE_HEADER + size, old ? 3 : 4, bits, start),
    masks: readMasks(buffer, bits, compression, size),
    pixels: buffer.subarray(start),
  };
}

/** As eyes see it (ITU-R BT.601). */
export function greyOf(red: number, green: number, blue: number): number {
  return Math.round(0.299 * red + 0.587 * green + 0.114 * blue);
}

function isDepth(bits: number): bits is BmpHeader['bits'] {
  return [1, 4, 8, 16, 24, 32].includes(bits);
}

function readPalette(buffer: Buffer, at: number, bytes: number, bits: number, end: number): Uint8Array {
  if (bits > 8) return new Uint8Array(0);
  const count = Math.max(0, Math.min(1 << bits, Math.floor((Math.min(end, buffer.length) - at) / bytes)));
  return Uint8Array.from({ length: count }, (_, i) => {
    const [blue = 0, green = 0, red = 0] = buffer.subarray(at + i * bytes, at + i * bytes + 3);
    return greyOf(red, green, blue);
  });
}

function readMasks(buffer: Buffer, bits: number, compression: number, size: number): Mask[] {
  if (bits !== 16 && bits !== 32) return [];
  const usual = bits === 16 ? [0x7c00, 0x03e0, 0x001f] : [0xff0000, 0xff00, 0xff];
  const given = compression === 3 || compression === 6;
  const at = FILE_HEADER + 40;
  if (given && buffer.length < at + 12 && size < HEADER_WITH_MASKS) throw damaged();
  return usual.map((mask, i) => {
    const value = given ? buffer.readUInt32LE(at + i * 4) : mask;
    if (value === 0) throw damaged();
    const shift = 31 - Math.clz32(value & -value);
    return { bits: value, shift, most: value >>> shift };
  });
}

function damaged(): PermanentError {
  return new PermanentError('extraction.damaged', { kind: 'bmp' });
}
