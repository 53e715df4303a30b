import { createRequire } from 'node:module';
import sharp from 'sharp';
import { PermanentError } from '../../../domain/index.js';
import type { FormatReader } from '../formats.js';
import { MAX_HEIC_PIXELS } from '../limits.js';
import { checkSize, toGrey } from './raster.js';

/**
 * The part of libheif-js that is used; it comes without types for it. Its own `HeifDecoder` is not: that one
 * writes to the console, and a fault of it reaches nobody who could catch it.
 */
interface Libheif {
  HEAPU8: Uint8Array;
  heif_context_alloc(): unknown;
  heif_context_free(context: unknown): void;
  heif_context_read_from_memory(context: unknown, bytes: Uint8Array): Failure;
  heif_js_context_get_primary_image_handle(context: unknown): Partial<Failure> | null;
  heif_image_handle_get_width(handle: unknown): number;
  heif_image_handle_get_height(handle: unknown): number;
  heif_image_handle_release(handle: unknown): void;
  heif_js_decode_image2(
    handle: unknown,
    colours: unknown,
    chroma: unknown,
  ): (Partial<Failure> & Decoded) | null;
  heif_image_release(image: unknown): void;
  heif_error_code: { heif_error_Ok: unknown };
  heif_colorspace: { heif_colorspace_RGB: unknown };
  heif_chroma: { heif_chroma_interleaved_RGBA: unknown };
}
interface Failure {
  code: unknown;
}
interface Decoded {
  image: unknown;
  channels: { width: number; height: number; stride: number; data: Uint8Array }[];
}

/** Photographs as telephones keep them. Pictures beside the main one (bursts, depths) are not read. */
export const heicReader: FormatReader = {
  format: 'heic',
  extensions: ['heic', 'heif', 'hif'],
  async read(bytes) {
    withMainImage(bytes, () => undefined);
    return { pages: [{ text: '', recognise: true }] };
  },
  async renderPage(bytes, page) {
    try {
      const { data, width, height } = withMainImage(bytes, decode);
      // Already upright: libheif obeys the file's own word on how it is turned.
      return { ...(await toGrey(sharp(data, { raw: { width, height, channels: 4 } }))), dpi: null };
    } catch (cause) {
      throw new PermanentError('extraction.page_not_rendered', { page }, { cause });
    }
  },
};

/** Opens the main picture, of which no pixel is decoded yet, for the time of `use`. */
function withMainImage<T>(bytes: Uint8Array, use: (heif: Libheif, handle: unknown) => T): T {
  const heif = load();
  const context = heif.heif_context_alloc();
  let handle: unknown = null;
  try {
    const { code } = heif.heif_context_read_from_memory(context, bytes);
    if (code !== heif.heif_error_code.heif_error_Ok) throw damaged();
    const main = heif.heif_js_context_get_primary_image_handle(context);
    if (!main || main.code) throw damaged();
    handle = main;
    const [width, height] = [
      heif.heif_image_handle_get_width(handle),
      heif.heif_image_handle_get_height(handle),
    ];
    checkSize({ width, height }, MAX_HEIC_PIXELS);
    return use(heif, handle);
  } catch (cause) {
    if (cause instanceof PermanentError) throw cause;
    // An engine that ran into a fault is not used again.
    library = undefined;
    throw damaged(cause);
  } finally {
    if (handle && library) heif.heif_image_handle_release(handle);
    if (library) heif.heif_context_free(context);
  }
}

function decode(heif: Libheif, handle: unknown): { data: Buffer; width: number; height: number } {
  const decoded = heif.heif_js_decode_image2(
    handle,
    heif.heif_colorspace.heif_colorspace_RGB,
    heif.heif_chroma.heif_chroma_interleaved_RGBA,
  );
  const [pixels] = decoded?.channels ?? [];
  if (!decoded || decoded.code || !pixels) throw damaged();
  const { width, height, stride } = pixels;
  const data = Buffer.alloc(width * height * 4);
  for (let y = 0; y < height; y++) {
    data.set(pixels.data.subarray(y * stride, y * stride + width * 4), y * width * 4);
  }
  heif.heif_image_release(decoded.image);
  return { data, width, height };
}

function damaged(cause?: unknown): PermanentError {
  return new PermanentError('extraction.damaged', { kind: 'heic' }, { cause });
}

/** What a photograph of 12 million pixels makes of it. */
const MAX_ENGINE_BYTES = 128 * 1024 * 1024;

let library: Libheif | undefined;

/** Loaded when the first such picture comes: it takes a tenth of a second and 50 MB. */
function load(): Libheif {
  // Its memory never shrinks again: after a heavy picture a fresh copy of the engine is cheaper to keep.
  if (library && library.HEAPU8.byteLength > MAX_ENGINE_BYTES) library = undefined;
  if (!library) {
    const require = createRequire(import.meta.url);
    const start = require('libheif-js/libheif-wasm/libheif-bundle.js') as (options: object) => Libheif;
    // What it has to say of a file it says by its codes; standard output is for results.
    const silent = () => undefined;
    library = start({ print: silent, printErr: silent });
  }
  return library;
}
