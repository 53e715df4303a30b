import type { PageImage } from '../../image.js';

/** Greys between print and paper in which a stamp stands on an evened page, whatever its colour was. */
const STAMP: readonly [number, number] = [95, 185];
/** Inside a stamp's stroke neighbouring pixels are as grey as each other; the edges of letters are not. */
const ALIKE = 22;
/** Print is at least so much darker than the stamp over it. */
const DARKER = 35;
/** Pixels of a prepared page that make one cell. */
const CELL = 4;
/** Cells along a stamp: more than the largest letters of a heading, less than a picture. */
const SIDE: readonly [number, number] = [26, 150];
const MOST_LONG = 1.6;
/** Cells from one piece to the next that still belong together. */
const REACH = 3;
/** Share of a cell's pixels that lie inside strokes. */
const FILLED = 0.3;

/**
 * A prepared page without the stamps over its print. A stamp is known by its strokes of one even grey between those
 * of print and paper, in a piece about as high as wide; what is as light as it goes, the print under it stays.
 * Coloured lettering is not touched: it forms no such piece.
 */
export function removeStamps(page: PageImage): PageImage {
  const columns = Math.floor(page.width / CELL);
  const rows = Math.floor(page.height / CELL);
  const filled = findStrokes(page, columns, rows);
  const stamps = piecesOf(filled, columns, rows);
  if (stamps.length === 0) return page;
  const print = darkest(page);
  let out: PageImage | null = null;
  for (const stamp of stamps) {
    const grey = medianOf(page, stamp, columns);
    if (print > grey - DARKER) continue;
    out ??= { ...page, data: Uint8Array.from(page.data) };
    for (const cell of stamp) whiten(out, cell, columns, grey - DARKER / 2);
  }
  return out ?? page;
}

/** Cells with the inside of a stamp's stroke in them. */
function findStrokes({ width, data }: PageImage, columns: number, rows: number): Uint8Array {
  const filled = new Uint8Array(columns * rows);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      let inside = 0;
      for (let y = row * CELL; y < (row + 1) * CELL - 1; y++) {
        for (let x = column * CELL; x < (column + 1) * CELL - 1; x++) {
          const value = data[y * width + x]!;
          if (value < STAMP[0] || value > STAMP[1]) continue;
          const right = data[y * width + x + 1]!;
          const below = data[(y + 1) * width + x]!;
          if (Math.abs(value - right) < ALIKE && Math.abs(value - below) < ALIKE) inside++;
        }
      }
      if (inside >= (CELL - 1) ** 2 * FILLED) filled[row * columns + column] = 1;
    }
  }
  return filled;
}

/** Connected cells that have the size and shape of a stamp. */
function piecesOf(filled: Uint8Array, columns: number, rows: number): number[][] {
  const pieces: number[][] = [];
  const seen = new Uint8Array(filled.length);
  for (let from = 0; from < filled.length; from++) {
    if (!filled[from] || seen[from]) continue;
    seen[from] = 1;
    const piece = [from];
    let [left, right, top, bottom] = [columns, 0, rows, 0];
    for (let i = 0; i < piece.length; i++) {
      const [column, row] = [piece[i]! % columns, Math.floor(piece[i]! / columns)];
      [left, right] = [Math.min(left, column), Math.max(right, column)];
      [top, bottom] = [Math.min(top, row), Math.max(bottom, row)];
      // Print over a stroke parts it: pieces join over a gap of two cells.
      for (let r = Math.max(0, row - REACH); r <= Math.min(rows - 1, row + REACH); r++) {
        for (let c = Math.max(0, column - REACH); c <= Math.min(columns - 1, column + REACH); c++) {
          const next = r * columns + c;
          if (!filled[next] || seen[next]) continue;
          seen[next] = 1;
          piece.push(next);
        }
      }
    }
    const [wide, high] = [right - left + 1, bottom - top + 1];
    if (Math.min(wide, high) < SIDE[0] || Math.max(wide, high) > SIDE[1]) continue;
    if (Math.max(wide, high) > Math.min(wide, high) * MOST_LONG) continue;
    pieces.push(within(filled, columns, { left, right, top, bottom }));
  }
  return pieces;
}

/** All strokes inside a stamp's outline: its star and letters touch no ring. */
function within(
  filled: Uint8Array,
  columns: number,
  { left, right, top, bottom }: { left: number; right: number; top: number; bottom: number },
): number[] {
  const cells: number[] = [];
  for (let row = top; row <= bottom; row++)
    for (let column = left; column <= right; column++)
      if (filled[row * columns + column]) cells.push(row * columns + column);
  return cells;
}

function medianOf({ width, data }: PageImage, cells: readonly number[], columns: number): number {
  const values = cells.map((cell) => {
    const at = (Math.floor(cell / columns) * CELL + 1) * width + (cell % columns) * CELL + 1;
    return data[at]!;
  });
  return values.sort((a, b) => a - b)[values.length >> 1]!;
}

/** The grey of the page's print: the darkest two in a thousand of its pixels. */
function darkest({ data }: PageImage): number {
  const histogram = new Uint32Array(256);
  for (let i = 0; i < data.length; i += 3) histogram[data[i]!]!++;
  let value = 0;
  for (let seen = histogram[0]!; seen < (data.length / 3) * 0.002; seen += histogram[value]!) value++;
  return value;
}

/** The cell and the blurred edge around it. */
function whiten({ width, height, data }: PageImage, cell: number, columns: number, from: number): void {
  const [left, top] = [(cell % columns) * CELL - CELL, Math.floor(cell / columns) * CELL - CELL];
  for (let y = Math.max(0, top); y < Math.min(height, top + 3 * CELL); y++) {
    for (let x = Math.max(0, left); x < Math.min(width, left + 3 * CELL); x++) {
      if (data[y * width + x]! > from) data[y * width + x] = 255;
    }
  }
}
