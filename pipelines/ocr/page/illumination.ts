import type { PageImage } from '../../image.js';

/** A tile holds paper between the strokes even where the characters are large. */
const TILE = 48;
/** Paper at least this white and this even is left alone. */
const WHITE = 225;
const EVEN = 18;

/**
 * Makes the paper white everywhere: photographs have shadows, and one threshold for the whole page would
 * turn them black. Every grey is divided by that of the paper around it.
 */
export function evenOut(image: PageImage): PageImage {
  const columns = Math.ceil(image.width / TILE);
  const rows = Math.ceil(image.height / TILE);
  const paper = smooth(paperOf(image, columns, rows), columns, rows);
  let low = 255;
  let high = 0;
  for (const value of paper) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (low >= WHITE || (high - low <= EVEN && low >= 200)) return image;
  return divideBy(image, paper, columns, rows);
}

/** The bright end (90th percentile) of each tile. */
function paperOf(image: PageImage, columns: number, rows: number): Float32Array {
  const paper = new Float32Array(columns * rows);
  const histogram = new Uint32Array(256);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      histogram.fill(0);
      let count = 0;
      const bottom = Math.min((row + 1) * TILE, image.height);
      const right = Math.min((column + 1) * TILE, image.width);
      for (let y = row * TILE; y < bottom; y += 2) {
        for (let x = column * TILE; x < right; x += 2) {
          histogram[image.data[y * image.width + x]!]!++;
          count++;
        }
      }
      let value = 255;
      for (let seen = histogram[255]!; seen < count * 0.1 && value > 0; seen += histogram[value]!) value--;
      paper[row * columns + column] = value;
    }
  }
  return paper;
}

/**
 * A dark picture or a table head fills whole tiles: there the brighter neighbours are the paper. What grew
 * shrinks back, or a shadow's edge would be divided by the light beside it and stay grey.
 */
function smooth(paper: Float32Array, columns: number, rows: number): Float32Array {
  const grown = overNeighbours(paper, columns, rows, (values) => Math.max(...values));
  const closed = overNeighbours(grown, columns, rows, (values) => Math.min(...values));
  return overNeighbours(closed, columns, rows, (values) => values.reduce((a, b) => a + b, 0) / values.length);
}

function overNeighbours(
  grid: Float32Array,
  columns: number,
  rows: number,
  combine: (values: number[]) => number,
): Float32Array {
  const out = new Float32Array(grid.length);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const values: number[] = [];
      for (let r = Math.max(0, row - 1); r <= Math.min(rows - 1, row + 1); r++) {
        for (let c = Math.max(0, column - 1); c <= Math.min(columns - 1, column + 1); c++) {
          values.push(grid[r * columns + c]!);
        }
      }
      out[row * columns + column] = combine(values);
    }
  }
  return out;
}

function divideBy(image: PageImage, paper: Float32Array, columns: number, rows: number): PageImage {
  const data = new Uint8Array(image.data.length);
  for (let y = 0; y < image.height; y++) {
    const down = Math.min(Math.max((y + 0.5) / TILE - 0.5, 0), rows - 1);
    const row = Math.min(Math.floor(down), Math.max(rows - 2, 0));
    const next = Math.min(row + 1, rows - 1);
    for (let x = 0; x < image.width; x++) {
      const across = Math.min(Math.max((x + 0.5) / TILE - 0.5, 0), columns - 1);
      const column = across | 0;
      const right = column + 1 < columns ? column + 1 : column;
      const upper = mix(paper[row * columns + column]!, paper[row * columns + right]!, across - column);
      const lower = mix(paper[next * columns + column]!, paper[next * columns + right]!, across - column);
      // Much darker than 40 is no paper under any lamp: dividing by it would only blow up noise.
      const ground = Math.max(mix(upper, lower, down - row), 40);
      const value = (image.data[y * image.width + x]! * 255) / ground;
      data[y * image.width + x] = Math.min(value, 255);
    }
  }
  return { ...image, data };
}

function mix(a: number, b: number, share: number): number {
  return a + (b - a) * share;
}
