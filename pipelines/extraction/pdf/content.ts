import type { PDFiumDocument, PDFiumPage } from '@hyzyla/pdfium';
import type { Rule } from '../../grid.js';
import { type Box, shownCoordinates, type Transform, toShown } from './coordinates.js';
import { collectDrawing, type Drawing } from './drawing.js';
import { moduleOf, type PdfiumModule, pageHandle, viewOf, withMemory } from './engine.js';
import { findScan } from './render.js';

/** A character as it stands on the page as shown: points from its upper left corner, y downwards. */
export interface Glyph extends Box {
  text: string;
  size: number;
  /** Quarter turns clockwise of its reading direction; null where it is slanted (a watermark). */
  turn: 0 | 1 | 2 | 3 | null;
  /** Drawn so that nobody sees it: invisible render mode, transparent, or white on white. */
  hidden: boolean;
}

export interface PageContent {
  width: number;
  height: number;
  glyphs: Glyph[];
  level: Rule[];
  upright: Rule[];
  /** An image covers the page. */
  scan: boolean;
}

/** Characters of one page; a densely printed A3 sheet has a tenth of it. */
const MAX_GLYPHS = 60_000;
/** Pieces of text of one page, often a character each; the engine compares them with one another. */
const MAX_TEXT_OBJECTS = 30_000;
const TEXT = 1;
/** Text render mode 3: neither filled nor stroked (ISO 32000-1, table 106). */
const INVISIBLE = 3;
/** Paper white, and what can hardly be told from it. */
const WHITE = 248;

/** What stands on a page (from 1) of an open document. The page is closed again. */
export function readContent(pdf: PDFiumDocument, number: number): PageContent {
  const page = pdf.getPage(number - 1);
  if (pageHandle(page) === 0) throw new RangeError('the page cannot be opened');
  const module = moduleOf(page);
  try {
    const { originalWidth: width, originalHeight: height } = page.getOriginalSize();
    if (countTextObjects(module, pageHandle(page)) > MAX_TEXT_OBJECTS)
      throw new RangeError('putting the text of the page in order would take minutes');
    const shown = shownCoordinates(module, page, width, height);
    const drawing = collectDrawing(module, pageHandle(page), shown);
    return {
      width,
      height,
      glyphs: readGlyphs(module, page, shown, drawing),
      level: drawing.level,
      upright: drawing.upright,
      scan: findScan(page) !== null,
    };
  } finally {
    module._FPDF_ClosePage(pageHandle(page));
  }
}

function countTextObjects(module: PdfiumModule, page: number): number {
  const count = module._FPDFPage_CountObjects(page);
  let texts = 0;
  for (let i = 0; i < count && texts <= MAX_TEXT_OBJECTS; i++)
    if (module._FPDFPageObj_GetType(module._FPDFPage_GetObject(page, i)) === TEXT) texts++;
  return texts;
}

function readGlyphs(module: PdfiumModule, page: PDFiumPage, shown: Transform, drawing: Drawing): Glyph[] {
  const text = module._FPDFText_LoadPage(pageHandle(page));
  if (text === 0) return [];
  try {
    const count = Math.min(module._FPDFText_CountChars(text), MAX_GLYPHS);
    const glyphs: Glyph[] = [];
    withMemory(module, 32, (memory) => {
      for (let i = 0; i < count; i++) {
        const glyph = readGlyph(module, text, i, { shown, drawing, memory });
        if (glyph) glyphs.push(glyph);
      }
    });
    return glyphs;
  } finally {
    module._FPDFText_ClosePage(text);
  }
}

function readGlyph(
  module: PdfiumModule,
  text: number,
  index: number,
  { shown, drawing, memory }: { shown: Transform; drawing: Drawing; memory: number },
): Glyph | null {
  const unit = module._FPDFText_GetUnicode(text, index);
  if (unit === 0x0d || unit === 0x0a || module._FPDFText_IsGenerated(text, index) === 1) return null;
  if (!module._FPDFText_GetLooseCharBox(text, index, memory)) return null;
  const box = toShown(shown, readRectangle(module, memory));
  let turn: Glyph['turn'] = 0;
  if (module._FPDFText_GetMatrix(text, index, memory)) {
    const view = viewOf(module);
    const [a, b] = [view.getFloat32(memory, true), view.getFloat32(memory + 4, true)];
    turn = quarterOf(shown[0] * a + shown[2] * b, shown[1] * a + shown[3] * b);
  }
  const across = turn === 1 || turn === 3 ? box.right - box.left : box.bottom - box.top;
  return {
    text: unit === 0 ? '\uFFFD' : String.fromCodePoint(unit),
    ...box,
    size: Math.max(across, 0.5),
    turn,
    hidden: isHidden(module, text, index, { box, drawing, memory }),
  };
}

function quarterOf(x: number, y: number): Glyph['turn'] {
  const quarters = (Math.atan2(y, x) * 2) / Math.PI;
  const nearest = Math.round(quarters);
  if (Math.abs(quarters - nearest) > 0.12) return null;
  return (((nearest % 4) + 4) % 4) as 0 | 1 | 2 | 3;
}

function isHidden(
  module: PdfiumModule,
  text: number,
  index: number,
  { box, drawing, memory }: { box: Box; drawing: Drawing; memory: number },
): boolean {
  const object = module._FPDFText_GetTextObject(text, index);
  if (object !== 0 && module._FPDFTextObj_GetTextRenderMode(object) === INVISIBLE) return true;
  if (!module._FPDFText_GetFillColor(text, index, memory, memory + 4, memory + 8, memory + 12)) return false;
  const view = viewOf(module);
  const [r, g, b, alpha] = [0, 4, 8, 12].map((offset) => view.getUint32(memory + offset, true));
  if (alpha! < 8) return true;
  if (Math.min(r!, g!, b!) < WHITE) return false;
  // White letters on a coloured bar or a picture are meant to be read.
  const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
  return !drawing.filled.some((f) => f.left <= x && x <= f.right && f.top <= y && y <= f.bottom);
}

function readRectangle(module: PdfiumModule, pointer: number): Box {
  const view = viewOf(module);
  return {
    left: view.getFloat32(pointer, true),
    top: view.getFloat32(pointer + 4, true),
    right: view.getFloat32(pointer + 8, true),
    bottom: view.getFloat32(pointer + 12, true),
  };
}
