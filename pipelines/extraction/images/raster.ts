import sharp, { type Sharp } from 'sharp';
import { type FileFormat, PermanentError } from '../../../domain/index.js';
import type { PageImage } from '../../image.js';
import type { FormatReader } from '../formats.js';
import { greyOfInk } from '../ink-grey.js';
import { MAX_PIXELS, MAX_SIDE, MAX_TOTAL_PIXELS } from '../limits.js';
import { tiffPages } from './tiff-pages.js';

// Work is spread over processes, a page each: threads inside one would only take the others' cores.
sharp.concurrency(1);
sharp.cache(false);

/** Photos and scans: every page goes to recognition. TIFF may hold many; of a moving picture the first is read. */
export const jpegReader = imageReader('jpeg', ['jpg', 'jpeg', 'jpe', 'jfif'], (bytes) => {
  const buffer = asBuffer(bytes);
  // The end mark has to stand behind the start of the picture: the preview inside EXIF has marks of its own.
  return buffer.lastIndexOf(Buffer.from([0xff, 0xd9])) > buffer.lastIndexOf(Buffer.from([0xff, 0xda]));
});
export const pngReader = imageReader('png', ['png'], (bytes) => asBuffer(bytes).lastIndexOf('IEND') > 0);
export const gifReader = imageReader('gif', ['gif'], () => true);
export const webpReader = imageReader('webp', ['webp'], (bytes) => {
  const buffer = asBuffer(bytes);
  return buffer.length >= 12 && buffer.readUInt32LE(4) + 8 <= buffer.length;
});
export const tiffReader: FormatReader = {
  ...imageReader('tiff', ['tif', 'tiff'], () => true),
  async read(bytes) {
    const pages = tiffPages(bytes);
    for (const size of pages) checkSize(size);
    const pixels = pages.reduce((sum, { width, height }) => sum + width * height, 0);
    if (pixels > MAX_TOTAL_PIXELS) throw tooLarge(MAX_TOTAL_PIXELS);
    await checkPixelsOf(bytes, 'tiff');
    return { pages: pages.map(() => ({ text: '', recognise: true })) };
  },
};

function imageReader(
  format: FileFormat,
  extensions: readonly string[],
  isWhole: (bytes: Uint8Array) => boolean,
): FormatReader {
  return {
    format,
    extensions,
    async read(bytes) {
      if (!isWhole(bytes)) throw new PermanentError('extraction.damaged', { kind: format });
      await checkPixelsOf(bytes, format);
      return { pages: [{ text: '', recognise: true }] };
    },
    renderPage: (bytes, page) => render(bytes, page),
  };
}

/** Reads headers only: whether it can be opened, and is small enough. */
async function checkPixelsOf(bytes: Uint8Array, format: FileFormat): Promise<void> {
  try {
    // Without a limit here a plan too large would look damaged.
    const first = await sharp(bytes, { limitInputPixels: false }).metadata();
    checkSize({ width: first.width ?? 0, height: first.pageHeight ?? first.height ?? 0 });
  } catch (cause) {
    if (cause instanceof PermanentError) throw cause;
    throw new PermanentError('extraction.damaged', { kind: format }, { cause });
  }
}

/** @throws {PermanentError} `extraction.image_too_large`, `extraction.image_too_long`. */
export function checkSize(size: { width: number; height: number }, limit: number = MAX_PIXELS): void {
  if (size.width * size.height > limit) throw tooLarge(limit);
  if (Math.max(size.width, size.height) > MAX_SIDE)
    throw new PermanentError('extraction.image_too_long', { limit: MAX_SIDE });
}

function tooLarge(limit: number): PermanentError {
  return new PermanentError('extraction.image_too_large', { limit: limit / 1_000_000 });
}

async function render(bytes: Uint8Array, page: number): Promise<PageImage> {
  try {
    const options = { page: page - 1, limitInputPixels: MAX_PIXELS, failOn: 'error' } as const;
    const { density } = await sharp(bytes, options).metadata();
    return { ...(await toGrey(sharp(bytes, options).autoOrient())), dpi: density ?? null };
  } catch (cause) {
    throw new PermanentError('extraction.page_not_rendered', { page }, { cause });
  }
}

/** Three bytes a pixel are held at once; of what is larger only the brightness is taken. */
const MAX_COLOURED_PIXELS = 36_000_000;

/** Pixels as recognition takes them; what is transparent shows the paper. */
export async function toGrey(image: Sharp): Promise<Omit<PageImage, 'dpi'>> {
  const { width, height, channels } = await image.metadata();
  const onPaper = image.flatten({ background: '#fff' });
  if (channels !== undefined && channels >= 3 && width * height <= MAX_COLOURED_PIXELS) {
    const { data, info } = await onPaper
      .toColourspace('srgb')
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    if (info.channels >= 3)
      return { width: info.width, height: info.height, data: greyOfInk(data, info.channels) };
    return { width: info.width, height: info.height, data };
  }
  const { data, info } = await onPaper
    .toColourspace('b-w')
    .extractChannel(0)
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
