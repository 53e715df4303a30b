import type { Grid, GridCell } from '../../grid.js';
import type { PageImage } from '../../image.js';

/** A piece of the page that is read by itself: a cell, or the page's width between tables. */
export interface Strip {
  /** Which table and which of its cells; null for what stands outside tables. */
  cell: { grid: number; index: number } | null;
  /** On the page. */
  left: number;
  top: number;
  right: number;
  bottom: number;
  /** Where its upper left corner stands on the sheet. */
  x: number;
  y: number;
}

/** Cut off inside a cell: the ruling line and what it smears. */
const INSET = 6;
const INK_BELOW = 170;
/** Fewer dark pixels are the rest of a line. */
const LEAST_INK = 12;
/** White between pieces: about that between two lines of print. */
const GAP = 18;
const MARGIN = 24;

/**
 * A page with tables laid out anew: every cell below the one before it, so that the engine, which reads from
 * edge to edge, never reads across cells; its lines then belong to the cell in which they stand.
 */
export function layOutCells(image: PageImage, grids: readonly Grid[]): { sheet: PageImage; strips: Strip[] } {
  const pieces = cut(image, grids).flatMap((piece) => trim(image, piece) ?? []);
  let y = MARGIN;
  const strips = pieces.map((piece): Strip => {
    const strip = { ...piece, x: piece.cell ? MARGIN : piece.left, y };
    y += piece.bottom - piece.top + GAP;
    return strip;
  });
  const width = Math.max(image.width, ...strips.map((s) => s.x + s.right - s.left + MARGIN));
  const height = y + MARGIN;
  const data = new Uint8Array(width * height).fill(255);
  for (const { left, top, right, bottom, x, y: from } of strips) {
    for (let row = top; row < bottom; row++) {
      const at = row * image.width;
      data.set(image.data.subarray(at + left, at + right), (from + row - top) * width + x);
    }
  }
  return { sheet: { width, height, data, dpi: image.dpi }, strips };
}

type Piece = Omit<Strip, 'x' | 'y'>;

/** What is above, between and below tables in the page's width, and each cell. */
function cut(image: PageImage, grids: readonly Grid[]): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  const between = (to: number) => {
    if (to > from) pieces.push({ cell: null, left: 0, top: from, right: image.width, bottom: to });
  };
  for (const [g, grid] of grids.entries()) {
    between(Math.max(0, Math.round(grid.top) - INSET));
    for (const [i, cell] of grid.cells.entries())
      pieces.push({ cell: { grid: g, index: i }, ...inside(cell) });
    from = Math.max(from, Math.round(grid.bottom) + INSET);
  }
  between(image.height);
  return pieces;
}

function inside({ left, top, right, bottom }: GridCell) {
  return {
    left: Math.round(left) + INSET,
    top: Math.round(top) + INSET,
    right: Math.round(right) - INSET,
    bottom: Math.round(bottom) - INSET,
  };
}

/** The part of a piece that has ink on it, with a little paper around; null where there is none. */
function trim(image: PageImage, piece: Piece): Piece | null {
  let [left, right, top, bottom, ink] = [piece.right, piece.left, piece.bottom, piece.top, 0];
  const [maxX, maxY] = [Math.min(piece.right, image.width), Math.min(piece.bottom, image.height)];
  for (let y = Math.max(0, piece.top); y < maxY; y++) {
    for (let x = Math.max(0, piece.left); x < maxX; x++) {
      if (image.data[y * image.width + x]! >= INK_BELOW) continue;
      ink++;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      if (y > bottom) bottom = y;
    }
  }
  if (ink < LEAST_INK) return null;
  const edge = INSET / 2;
  return {
    cell: piece.cell,
    left: piece.cell ? Math.max(piece.left, left - edge) : 0,
    right: piece.cell ? Math.min(maxX, right + edge) : maxX,
    top: Math.max(piece.top, 0, top - edge),
    bottom: Math.min(maxY, bottom + edge),
  };
}
