import sharp from 'sharp';
import { type FileFormat, PermanentError } from '../../domain/index.js';
import type { PageImage } from '../image.js';
import type { FormatReader } from './formats.js';
import { MAX_PAGES, MAX_PIXELS } from './limits.js';

// Work is spread over processes, a page each: threads inside one would only take the others' cores.
sharp.concurrency(1);
sharp.cache(false);

/** Photos and scans: every page goes to recognition. TIFF may hold many. */
export const jpegReader = imageReader('jpeg', ['jpg', 'jpeg', 'jpe', 'jfif'], (bytes) => {
  const buffer = asBuffer(bytes);
  // The end mark has to stand behind the start of the picture: the preview inside EXIF has marks of its own.
  return buffer.lastIndexOf(Buffer.from([0xff, 0xd9])) > buffer.lastIndexOf(Buffer.from([0xff, 0xda]));
});
export const pngReader = imageReader('png', ['png'], (bytes) => asBuffer(bytes).lastIndexOf('IEND') > 0);
export const tiffReader = imageReader('tiff', ['tif', 'tiff'], () => true);

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
      const count = await readPages(bytes, format);
      if (count > MAX_PAGES) {
        throw new PermanentError('extraction.too_many_pages', { pages: count, limit: MAX_PAGES });
      }
      return { pages: Array.from({ length: count }, () => ({ text: '', recognise: true })) };
    },
    renderPage: (bytes, page) => render(bytes, page),
  };
}

/** Reads headers only: the number of pages, and whether each can be opened and is small enough. */
async function readPages(bytes: Uint8Array, format: FileFormat): Promise<number> {
  try {
    // Without a limit here a plan too large would look damaged.
    const first = await sharp(bytes, { limitInputPixels: false }).metadata();
    const pixels = (first.width ?? 0) * (first.pageHeight ?? first.height ?? 0);
    if (pixels > MAX_PIXELS) {
      throw new PermanentError('extraction.image_too_large', { limit: MAX_PIXELS / 1_000_000 });
    }
    const count = format === 'tiff' ? (first.pages ?? 1) : 1;
    // The directory of the last page is what a cut-off TIFF has lost.
    if (count > 1) await sharp(bytes, { page: count - 1 }).metadata();
    return count;
  } catch (cause) {
    if (cause instanceof PermanentError) throw cause;
    throw new PermanentError('extraction.damaged', { kind: format }, { cause });
  }
}

async function render(bytes: Uint8Array, page: number): Promise<PageImage> {
  try {
    const options = { page: page - 1, limitInputPixels: MAX_PIXELS, failOn: 'error' } as const;
    const { density } = await sharp(bytes, options).metadata();
    const { data, info } = await sharp(bytes, options)
      .autoOrient()
      .flatten({ background: '#fff' })
      .toColourspace('b-w')
      .extractChannel(0)
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    return { width: info.width, height: info.height, data, dpi: density ?? null };
  } catch (cause) {
    throw new PermanentError('extraction.page_not_rendered', { page }, { cause });
  }
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
