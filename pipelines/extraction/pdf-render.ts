import { type PDFiumDocument, PDFiumLibrary, type PDFiumPage } from '@hyzyla/pdfium';
import { PermanentError } from '../../domain/index.js';
import type { PageImage } from '../image.js';

/** Scanners' usual resolution: a 10.5 pt character becomes 44 pixels, enough to be scaled down cleanly. */
const RENDER_DPI = 300;
const POINTS_PER_INCH = 72;
/** Four A4 pages at 300 dpi; larger sheets are rendered coarser. */
const MAX_RENDER_PIXELS = 36_000_000;
/** An image over this share of the page is the page: a scan. */
const SCAN_SHARE = 0.6;

/** An A4 page at 300 dpi takes some 40 MB beside the file. */
const MAX_ENGINE_BYTES = 192 * 1024 * 1024;

let library: Promise<PDFiumLibrary> | null = null;

/** Opens a document for the time of `use` only: its copy lies outside the collected heap. */
export async function withPdf<T>(bytes: Uint8Array, use: (pdf: PDFiumDocument) => Promise<T>): Promise<T> {
  library ??= PDFiumLibrary.init();
  const pdf = await (await library).loadDocument(bytes);
  try {
    return await use(pdf);
  } finally {
    pdf.destroy();
    // Its memory never shrinks again: after a heavy file a fresh copy of the engine is cheaper to keep.
    const { HEAPU8 } = (pdf as unknown as { module: PdfiumModule }).module;
    if (HEAPU8.byteLength > MAX_ENGINE_BYTES) library = null;
  }
}

/** A page (from 1) of a PDF as it would be printed; a scan in the resolution in which it was scanned. */
export async function renderPdfPage(bytes: Uint8Array, number: number): Promise<PageImage> {
  try {
    return await withPdf(bytes, async (pdf) => {
      if (number > pdf.getPageCount()) throw new RangeError('there is no such page');
      const page = pdf.getPage(number - 1);
      const { originalWidth, originalHeight } = page.getOriginalSize();
      const scan = findScan(page);
      const wanted = Math.min(RENDER_DPI, scan?.dpi ?? RENDER_DPI) / POINTS_PER_INCH;
      const fits = Math.sqrt(MAX_RENDER_PIXELS / (originalWidth * originalHeight));
      const scale = Math.min(wanted, fits);
      const image = await page.render({
        scale,
        colorSpace: 'Gray',
        render: 'bitmap',
        renderFormFields: true,
      });
      if (image.width * image.height === 0) throw new RangeError('the page has no area');
      return { width: image.width, height: image.height, data: image.data, dpi: scale * POINTS_PER_INCH };
    });
  } catch (cause) {
    throw new PermanentError('extraction.page_not_rendered', { page: number }, { cause });
  }
}

/** What a page without a usable text layer shows. */
export async function lookAtPage(
  pdf: PDFiumDocument,
  number: number,
): Promise<{ blank: boolean; scan: boolean }> {
  const page = pdf.getPage(number - 1);
  if (findScan(page)) {
    // Whether a scan is blank is seen when it is read: its image is not decoded here. Rendering would also
    // have closed the page.
    const { module, pageIdx } = page as unknown as { module: PdfiumModule; pageIdx: number };
    module._FPDF_ClosePage(pageIdx);
    return { blank: false, scan: true };
  }
  // A third of an inch a character is still some pixels of ink at this size.
  const image = await page.render({
    scale: 0.5,
    colorSpace: 'Gray',
    render: 'bitmap',
    renderFormFields: true,
  });
  return { blank: image.data.every((value) => value > 200), scan: false };
}

/** The parts of PDFium that its wrapper keeps to itself and that say where an object lies on the page. */
interface PdfiumModule {
  _FPDF_ClosePage(page: number): void;
  _FPDFPageObj_GetBounds(object: number, left: number, bottom: number, right: number, top: number): number;
  _FPDFImageObj_GetImagePixelSize(object: number, width: number, height: number): number;
  wasmExports: { malloc(size: number): number; free(pointer: number): void };
  HEAPU8: Uint8Array;
}

/** The image that covers the page, with its resolution, or null. */
function findScan(page: PDFiumPage): { dpi: number } | null {
  const { originalWidth, originalHeight } = page.getOriginalSize();
  const area = originalWidth * originalHeight;
  const count = Math.min(page.getObjectCount(), 2_000);
  for (let i = 0; i < count; i++) {
    const found = imageAt(page, i);
    if (found && found.area > area * SCAN_SHARE) return { dpi: Math.max(72, Math.round(found.dpi)) };
  }
  return null;
}

function imageAt(page: PDFiumPage, index: number): { area: number; dpi: number } | null {
  let object: ReturnType<PDFiumPage['getObject']>;
  try {
    object = page.getObject(index);
  } catch {
    // An object of a kind that the wrapper does not know is no image.
    return null;
  }
  if (object.type !== 'image') return null;
  const module = (page as unknown as { module: PdfiumModule }).module;
  const pointer = (object as unknown as { objectIdx: number }).objectIdx;
  const memory = module.wasmExports.malloc(24);
  try {
    if (!module._FPDFPageObj_GetBounds(pointer, memory, memory + 4, memory + 8, memory + 12)) return null;
    if (!module._FPDFImageObj_GetImagePixelSize(pointer, memory + 16, memory + 20)) return null;
    const view = new DataView(module.HEAPU8.buffer, memory, 24);
    const width = view.getFloat32(8, true) - view.getFloat32(0, true);
    const height = view.getFloat32(12, true) - view.getFloat32(4, true);
    const pixels = Math.max(view.getUint32(16, true), view.getUint32(20, true));
    return { area: width * height, dpi: (pixels * POINTS_PER_INCH) / Math.max(width, height, 1) };
  } finally {
    module.wasmExports.free(memory);
  }
}
