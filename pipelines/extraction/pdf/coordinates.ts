import type { PDFiumPage } from '@hyzyla/pdfium';
import { type PdfiumModule, pageHandle, viewOf, withMemory } from './engine.js';

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** From the page's own coordinates to the page as shown: its box cut out, turned, y downwards. */
export type Transform = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** The engine maps whole pixels: this many to a point are fine enough. */
const FINE = 64;

export function shownCoordinates(
  module: PdfiumModule,
  page: PDFiumPage,
  width: number,
  height: number,
): Transform {
  const at = (x: number, y: number): [number, number] =>
    withMemory(module, 8, (pointer) => {
      const size = [Math.round(width * FINE), Math.round(height * FINE)] as const;
      module._FPDF_PageToDevice(pageHandle(page), 0, 0, size[0], size[1], 0, x, y, pointer, pointer + 4);
      const view = viewOf(module);
      return [view.getInt32(pointer, true) / FINE, view.getInt32(pointer + 4, true) / FINE];
    });
  const [ox, oy] = at(0, 0);
  const [xx, xy] = at(1000, 0);
  const [yx, yy] = at(0, 1000);
  return [(xx - ox) / 1000, (xy - oy) / 1000, (yx - ox) / 1000, (yy - oy) / 1000, ox, oy];
}

export function toShown([a, b, c, d, e, f]: Transform, box: Box): Box {
  const xs = [a * box.left + c * box.top, a * box.right + c * box.bottom];
  const ys = [b * box.left + d * box.top, b * box.right + d * box.bottom];
  return {
    left: Math.min(...xs) + e,
    right: Math.max(...xs) + e,
    top: Math.min(...ys) + f,
    bottom: Math.max(...ys) + f,
  };
}
