import type { PageImage } from '../../image.js';

/** A page in square cells: how bright the paper is in each, and how far its darkest marks fall below that. */
export interface Cells {
  columns: number;
  rows: number;
  /** Pixels. */
  size: number;
  paper: Float32Array;
  contrast: Float32Array;
}

const CELLS_ALONG = 200;
const LEAST_SIZE = 6;

/** Cells of which the longer side of the page has about 200; letters on the paper hardly show in `paper`. */
export function toCells(image: PageImage): Cells {
  const size = Math.max(LEAST_SIZE, Math.ceil(Math.max(image.width, image.height) / CELLS_ALONG));
  const columns = Math.floor(image.width / size);
  const rows = Math.floor(image.height / size);
  const bright = new Float32Array(columns * rows);
  const contrast = new Float32Array(columns * rows);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const mean = meanOf(image, row * size, column * size, size, -1);
      const upper = meanOf(image, row * size, column * size, size, mean);
      bright[row * columns + column] = upper;
      contrast[row * columns + column] = upper - mean;
    }
  }
  // Growing and shrinking back again closes what is dark and small: strokes.
  const grown = overNeighbours(bright, columns, rows, Math.max);
  return { columns, rows, size, paper: overNeighbours(grown, columns, rows, Math.min), contrast };
}

/** Mean of every second pixel of a cell that is not darker than `from`. */
function meanOf(image: PageImage, top: number, left: number, size: number, from: number): number {
  let sum = 0;
  let count = 0;
  for (let y = top; y < top + size; y += 2) {
    for (let x = left; x < left + size; x += 2) {
      const value = image.data[y * image.width + x]!;
      if (value < from) continue;
      sum += value;
      count++;
    }
  }
  return count === 0 ? from : sum / count;
}

function overNeighbours(
  grid: Float32Array,
  columns: number,
  rows: number,
  choose: (a: number, b: number) => number,
): Float32Array {
  const out = new Float32Array(grid.length);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      let value = grid[row * columns + column]!;
      for (let r = Math.max(0, row - 1); r <= Math.min(rows - 1, row + 1); r++) {
        for (let c = Math.max(0, column - 1); c <= Math.min(columns - 1, column + 1); c++) {
          value = choose(value, grid[r * columns + c]!);
        }
      }
      out[row * columns + column] = value;
    }
  }
  return out;
}
