import type { PDFiumDocument, PDFiumPage } from '@hyzyla/pdfium';
import { PermanentError } from '../../../domain/index.js';
import type { PageImage } from '../../image.js';
import { greyOfInk } from '../ink-grey.js';
import { MAX_PIXELS } from '../limits.js';
import { MAX_ANNOTATIONS } from './annotations.js';
import { moduleOf, pageHandle, withPdf } from './engine.js';

/** Scanners' usual resolution: a 10.5 pt character becomes 44 pixels, enough to be scaled down cleanly. */
const RENDER_DPI = 300;
const POINTS_PER_INCH = 72;
/** Four A4 pages at 300 dpi; larger sheets are rendered coarser. */
const MAX_RENDER_PIXELS = 36_000_000;
/** An A3 page at 300 dpi; a larger one is drawn in grey, four bytes a pixel being too much to hold. */
const MAX_COLOURED_PIXELS = 18_000_000;
/** A first look at a page needs no more; sheets of any size are looked at. */
const MAX_LOOK_PIXELS = 4_000_000;
/** An image over this share of the page is the page: a scan. */
const SCAN_SHARE = 0.6;
/** Of so many objects on a page those that are pictures are looked at. */
const MAX_OBJECTS = 2_000;

/** A page (from 1) of a PDF as it would be printed; a scan in the resolution in which it was scanned. */
export async function renderPdfPage(bytes: Uint8Array, number: number): Promise<PageImage> {
  try {
    return await withPdf(bytes, async (pdf) => {
      if (number > pdf.getPageCount()) throw new RangeError('there is no such page');
      const page = pdf.getPage(number - 1);
      if (isTooCostly(page)) throw new RangeError('drawing the page would take minutes');
      const { originalWidth, originalHeight } = page.getOriginalSize();
      const scan = findScan(page);
      const wanted = Math.min(RENDER_DPI, scan?.dpi ?? RENDER_DPI) / POINTS_PER_INCH;
      const fits = Math.sqrt(MAX_RENDER_PIXELS / (originalWidth * originalHeight));
      const scale = Math.min(wanted, fits);
      const coloured = originalWidth * originalHeight * scale ** 2 <= MAX_COLOURED_PIXELS;
      const image = await page.render({
        scale,
        colorSpace: coloured ? 'BGRA' : 'Gray',
        render: 'bitmap',
        renderFormFields: true,
      });
      if (image.width * image.height === 0) throw new RangeError('the page has no area');
      const data = coloured ? greyOfInk(image.data, 4) : image.data;
      if (scan && data.every((value) => value > 250) && !canShowScan(pdf, number)) {
        throw new RangeError('the image of the scan cannot be decoded');
      }
      return { width: image.width, height: image.height, data, dpi: scale * POINTS_PER_INCH };
    });
  } catch (cause) {
    throw new PermanentError('extraction.page_not_rendered', { page: number }, { cause });
  }
}

/** A scan that cannot be decoded is drawn as white paper: it must not pass for a blank sheet. */
function canShowScan(pdf: PDFiumDocument, number: number): boolean {
  const page = pdf.getPage(number - 1);
  const module = moduleOf(page);
  try {
    const scan = findScan(page);
    const bitmap = scan ? module._FPDFImageObj_GetBitmap(scan.object) : 0;
    if (bitmap !== 0) module._FPDFBitmap_Destroy(bitmap);
    return bitmap !== 0;
  } finally {
    module._FPDF_ClosePage(pageHandle(page));
  }
}

/** What a page without a usable text layer shows. */
export async function lookAtPage(
  pdf: PDFiumDocument,
  number: number,
): Promise<{ blank: boolean; scan: boolean }> {
  const page = pdf.getPage(number - 1);
  const scan = findScan(page) !== null;
  if (scan || isTooCostly(page)) {
    // Whether a scan is blank is seen when it is read: its image is not decoded here. Rendering would also
    // have closed the page.
    moduleOf(page)._FPDF_ClosePage(pageHandle(page));
    return { blank: false, scan };
  }
  const { originalWidth, originalHeight } = page.getOriginalSize();
  // A third of an inch a character is still some pixels of ink at this size.
  const image = await page.render({
    scale: Math.min(0.5, Math.sqrt(MAX_LOOK_PIXELS / (originalWidth * originalHeight))),
    colorSpace: 'Gray',
    render: 'bitmap',
    renderFormFields: true,
  });
  return { blank: image.data.every((value) => value > 200), scan: false };
}

/** The image that covers the page, with its resolution, or null. */
export function findScan(page: PDFiumPage): { dpi: number; object: number } | null {
  const { originalWidth, originalHeight } = page.getOriginalSize();
  const area = originalWidth * originalHeight;
  const count = Math.min(page.getObjectCount(), MAX_OBJECTS);
  for (let i = 0; i < count; i++) {
    const found = imageAt(page, i);
    if (found && found.area > area * SCAN_SHARE)
      return { dpi: Math.max(72, Math.round(found.dpi)), object: found.object };
  }
  return null;
}

/** Remarks by the thousand are each compared with all others, and a picture is unpacked as a whole. */
function isTooCostly(page: PDFiumPage): boolean {
  if (moduleOf(page)._FPDFPage_GetAnnotCount(pageHandle(page)) > MAX_ANNOTATIONS) return true;
  const count = Math.min(page.getObjectCount(), MAX_OBJECTS);
  for (let i = 0; i < count; i++) if ((imageAt(page, i)?.pixels ?? 0) > MAX_PIXELS) return true;
  return false;
}

interface PlacedImage {
  area: number;
  pixels: number;
  dpi: number;
  object: number;
}

function imageAt(page: PDFiumPage, index: number): PlacedImage | null {
  let object: ReturnType<PDFiumPage['getObject']>;
  try {
    object = page.getObject(index);
  } catch {
    // An object of a kind that the wrapper does not know is no image.
    return null;
  }
  if (object.type !== 'image') return null;
  const module = moduleOf(page);
  const pointer = (object as unknown as { objectIdx: number }).objectIdx;
  const memory = module.wasmExports.malloc(24);
  try {
    if (!module._FPDFPageObj_GetBounds(pointer, memory, memory + 4, memory + 8, memory + 12)) return null;
    if (!module._FPDFImageObj_GetImagePixelSize(pointer, memory + 16, memory + 20)) return null;
    const view = new DataView(module.HEAPU8.buffer, memory, 24);
    const width = view.getFloat32(8, true) - view.getFloat32(0, true);
    const height = view.getFloat32(12, true) - view.getFloat32(4, true);
    const [across, down] = [view.getUint32(16, true), view.getUint32(20, true)];
    return {
      area: width * height,
      pixels: across * down,
      dpi: (Math.max(across, down) * POINTS_PER_INCH) / Math.max(width, height, 1),
      object: pointer,
    };
  } finally {
    module.wasmExports.free(memory);
  }
}
