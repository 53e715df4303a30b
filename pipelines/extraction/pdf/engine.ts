import { type PDFiumDocument, PDFiumLibrary, type PDFiumPage } from '@hyzyla/pdfium';

/** An A4 page at 300 dpi takes some 40 MB beside the file. */
const MAX_ENGINE_BYTES = 192 * 1024 * 1024;

let library: Promise<PDFiumLibrary> | null = null;

/** Opens a document for the time of `use` only: its copy lies outside the collected heap. */
export async function withPdf<T>(
  bytes: Uint8Array,
  use: (pdf: PDFiumDocument) => Promise<T> | T,
): Promise<T> {
  library ??= PDFiumLibrary.init();
  const pdf = await (await library).loadDocument(bytes);
  try {
    return await use(pdf);
  } finally {
    pdf.destroy();
    // Its memory never shrinks again: after a heavy file a fresh copy of the engine is cheaper to keep.
    if (moduleOf(pdf).HEAPU8.byteLength > MAX_ENGINE_BYTES) library = null;
  }
}

/** The parts of PDFium that its wrapper keeps to itself; pointers and handles are numbers, 0 is none. */
export interface PdfiumModule {
  _FPDF_ClosePage(page: number): void;
  _FPDF_GetFormType(document: number): number;
  _FPDFPage_GetObject(page: number, index: number): number;
  _FPDFPage_CountObjects(page: number): number;
  _FPDF_PageToDevice(
    page: number,
    left: number,
    top: number,
    width: number,
    height: number,
    rotate: number,
    pageX: number,
    pageY: number,
    deviceX: number,
    deviceY: number,
  ): number;
  _FPDFPageObj_GetType(object: number): number;
  _FPDFPageObj_GetBounds(object: number, left: number, bottom: number, right: number, top: number): number;
  _FPDFPageObj_GetMatrix(object: number, matrix: number): number;
  _FPDFPageObj_GetFillColor(object: number, r: number, g: number, b: number, a: number): number;
  _FPDFImageObj_GetImagePixelSize(object: number, width: number, height: number): number;
  _FPDFImageObj_GetBitmap(object: number): number;
  _FPDFBitmap_Destroy(bitmap: number): void;
  _FPDFFormObj_CountObjects(object: number): number;
  _FPDFFormObj_GetObject(object: number, index: number): number;
  _FPDFPath_CountSegments(object: number): number;
  _FPDFPath_GetPathSegment(object: number, index: number): number;
  _FPDFPath_GetDrawMode(object: number, fill: number, stroke: number): number;
  _FPDFPathSegment_GetPoint(segment: number, x: number, y: number): number;
  _FPDFPathSegment_GetType(segment: number): number;
  _FPDFPathSegment_GetClose(segment: number): number;
  _FPDFText_LoadPage(page: number): number;
  _FPDFText_ClosePage(text: number): void;
  _FPDFText_CountChars(text: number): number;
  _FPDFText_GetUnicode(text: number, index: number): number;
  _FPDFText_IsGenerated(text: number, index: number): number;
  _FPDFText_GetLooseCharBox(text: number, index: number, rectangle: number): number;
  _FPDFText_GetMatrix(text: number, index: number, matrix: number): number;
  _FPDFText_GetFontSize(text: number, index: number): number;
  _FPDFText_GetFillColor(text: number, index: number, r: number, g: number, b: number, a: number): number;
  _FPDFText_GetTextObject(text: number, index: number): number;
  _FPDFTextObj_GetTextRenderMode(object: number): number;
  _FPDFPage_GetAnnotCount(page: number): number;
  _FPDFPage_GetAnnot(page: number, index: number): number;
  _FPDFPage_CloseAnnot(annotation: number): void;
  _FPDFAnnot_GetSubtype(annotation: number): number;
  _FPDFAnnot_GetFlags(annotation: number): number;
  _FPDFAnnot_GetRect(annotation: number, rectangle: number): number;
  _FPDFAnnot_GetStringValue(annotation: number, key: number, buffer: number, bytes: number): number;
  _FPDFAnnot_GetFileAttachment(annotation: number): number;
  _FPDFAnnot_GetFormFieldType(form: number, annotation: number): number;
  _FPDFAnnot_GetFormFieldValue(form: number, annotation: number, buffer: number, bytes: number): number;
  _FPDFDoc_GetAttachmentCount(document: number): number;
  _FPDFDoc_GetAttachment(document: number, index: number): number;
  _FPDFAttachment_GetName(attachment: number, buffer: number, bytes: number): number;
  _FPDFAttachment_GetFile(attachment: number, buffer: number, bytes: number, needed: number): number;
  wasmExports: { malloc(size: number): number; free(pointer: number): void };
  HEAPU8: Uint8Array;
}

export function moduleOf(held: PDFiumDocument | PDFiumPage): PdfiumModule {
  return (held as unknown as { module: PdfiumModule }).module;
}

export function documentHandle(pdf: PDFiumDocument): number {
  return (pdf as unknown as { documentIdx: number }).documentIdx;
}

export function pageHandle(page: PDFiumPage): number {
  return (page as unknown as { pageIdx: number }).pageIdx;
}

/** Some bytes of the engine's memory for the time of `use`. */
export function withMemory<T>(module: PdfiumModule, bytes: number, use: (pointer: number) => T): T {
  const pointer = module.wasmExports.malloc(bytes);
  if (pointer === 0) throw new RangeError('the engine has no memory left');
  try {
    return use(pointer);
  } finally {
    module.wasmExports.free(pointer);
  }
}

/** A view of the engine's memory; it grows when asked for more, so a view is never kept. */
export function viewOf(module: PdfiumModule): DataView {
  return new DataView(module.HEAPU8.buffer);
}

/** Longer strings than this stand in no field or comment of a letter. */
const MAX_STRING_BYTES = 200_000;

/** A string in UTF-16 that the engine writes into a buffer of the size that it asks for. */
export function readString(module: PdfiumModule, ask: (buffer: number, bytes: number) => number): string {
  const needed = ask(0, 0);
  if (needed <= 2 || needed > MAX_STRING_BYTES) return '';
  return withMemory(module, needed, (pointer) => {
    const written = Math.min(ask(pointer, needed), needed);
    return Buffer.from(module.HEAPU8.subarray(pointer, pointer + Math.max(0, written - 2))).toString(
      'utf16le',
    );
  });
}
