import type { PageImage } from '../../image.js';
import { type Cells, toCells } from './cells.js';

export type Point = readonly [x: number, y: number];
/** Top left, top right, bottom right, bottom left. */
export type Quad = readonly [Point, Point, Point, Point];

/** Between neighbouring cells light changes by less than this share; at the edge of a sheet by far more. */
const SOFT_STEP = 0.14;
/** Noise in the dark, in greys. */
const DARK_STEP = 7;
const LEAST_SHARE = 0.3;
/** A page that fills the picture needs nothing done. */
const MOST_SHARE = 0.985;
const LEAST_BRIGHTER = 1.35;
/** Something is written or lies beside the sheet where more of its cells than this show marks. */
const MOST_MARKED = 0.01;
/** Cells that an edge may be off its straight line, and the share of them that has to keep to it. */
const STRAIGHT = 1.6;
const LEAST_STRAIGHT = 0.85;

/**
 * The corners in pixels of a sheet of paper that lies on something darker, as in a photograph, or null
 * where that is not sure: where the sheet leaves the picture, is curled, or anything is written beside it.
 */
export function findSheet(image: PageImage): Quad | null {
  const cells = toCells(image);
  if (cells.columns < 20 || cells.rows < 20) return null;
  const sheet = largestPart(cells, floodFromEdges(cells));
  if (!sheet || !isSheet(cells, sheet)) return null;
  const left = fitEdge(edgePoints(cells, sheet, 'rows', false));
  const right = fitEdge(edgePoints(cells, sheet, 'rows', true));
  const top = fitEdge(edgePoints(cells, sheet, 'columns', false));
  const bottom = fitEdge(edgePoints(cells, sheet, 'columns', true));
  if (!left || !right || !top || !bottom) return null;
  // One cell further in nothing of what lies under the sheet is left.
  const quad = [
    cross(top, left, 1, 1),
    cross(top, right, 1, -1),
    cross(bottom, right, -1, -1),
    cross(bottom, left, -1, 1),
  ] as const;
  if (Math.abs(areaOf(quad) / sheet.count - 1) > 0.06) return null;
  const scaled = quad.map(([x, y]): Point => [(x + 0.5) * cells.size, (y + 0.5) * cells.size]);
  return scaled as unknown as Quad;
}

/** Cells that can be reached from the edge of the picture without a jump in brightness. */
function floodFromEdges({ columns, rows, paper }: Cells): Uint8Array {
  const reached = new Uint8Array(columns * rows);
  const open: number[] = [];
  const visit = (at: number) => {
    if (reached[at]) return;
    reached[at] = 1;
    open.push(at);
  };
  for (let c = 0; c < columns; c++) for (const r of [0, rows - 1]) visit(r * columns + c);
  for (let r = 0; r < rows; r++) for (const c of [0, columns - 1]) visit(r * columns + c);
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const next of neighbours(at, columns, rows)) {
      const a = paper[at]!;
      const b = paper[next]!;
      if (Math.abs(a - b) <= Math.max(DARK_STEP, SOFT_STEP * Math.max(a, b))) visit(next);
    }
  }
  return reached;
}

interface Part {
  mask: Uint8Array;
  count: number;
}

/** The largest connected part of what was not reached; holes in it (a stamp, a picture) count as well. */
function largestPart({ columns, rows }: Cells, reached: Uint8Array): Part | null {
  const seen = Uint8Array.from(reached);
  let best: number[] = [];
  for (let from = 0; from < seen.length; from++) {
    if (seen[from]) continue;
    seen[from] = 1;
    const part = [from];
    for (let i = 0; i < part.length; i++) {
      for (const next of neighbours(part[i]!, columns, rows)) {
        if (seen[next]) continue;
        seen[next] = 1;
        part.push(next);
      }
    }
    if (part.length > best.length) best = part;
  }
  if (best.length === 0) return null;
  const mask = new Uint8Array(seen.length);
  for (const at of best) mask[at] = 1;
  return { mask, count: best.length };
}

function isSheet(cells: Cells, { mask, count }: Part): boolean {
  const share = count / mask.length;
  if (share < LEAST_SHARE || share > MOST_SHARE) return false;
  let inside = 0;
  let outside = 0;
  let marked = 0;
  for (let at = 0; at < mask.length; at++) {
    if (mask[at]) inside += cells.paper[at]!;
    else outside += cells.paper[at]!;
  }
  inside /= count;
  outside /= mask.length - count;
  for (let at = 0; at < mask.length; at++) {
    // The sheet's own edge is a mark as well: cells beside it are not looked at.
    if (mask[at] || cells.contrast[at]! < inside * 0.12) continue;
    if (!neighbours(at, cells.columns, cells.rows).some((n) => mask[n])) marked++;
  }
  return inside > outside * LEAST_BRIGHTER && marked < (mask.length - count) * MOST_MARKED;
}

/** Where the sheet begins (or ends) along its middle rows or columns: [row or column, place]. */
function edgePoints(
  { columns, rows }: Cells,
  { mask }: Part,
  along: 'rows' | 'columns',
  last: boolean,
): Point[] {
  const lines = along === 'rows' ? rows : columns;
  const length = along === 'rows' ? columns : rows;
  const points: Point[] = [];
  for (let line = 0; line < lines; line++) {
    const isIn = (i: number) => mask[along === 'rows' ? line * columns + i : i * columns + line] === 1;
    let at = last ? length - 1 : 0;
    while (at >= 0 && at < length && !isIn(at)) at += last ? -1 : 1;
    if (at >= 0 && at < length) points.push([line, at]);
  }
  // Towards the corners of a tilted sheet the neighbouring edge would be taken for this one.
  const cut = Math.floor(points.length * 0.12);
  return points.slice(cut, points.length - cut);
}

interface Edge {
  slope: number;
  offset: number;
}

/** The straight line (Theil–Sen) through the points, or null where too many stray from it. */
function fitEdge(points: readonly Point[]): Edge | null {
  if (points.length < 12) return null;
  const half = points.length >> 1;
  const slopes = Array.from({ length: half }, (_, i) => {
    const [a, b] = [points[i]!, points[i + half]!];
    return (b[1] - a[1]) / (b[0] - a[0]);
  });
  const slope = median(slopes);
  const offset = median(points.map(([line, at]) => at - slope * line));
  const straight = points.filter(([line, at]) => Math.abs(at - slope * line - offset) <= STRAIGHT).length;
  return Math.abs(slope) < 0.4 && straight >= points.length * LEAST_STRAIGHT ? { slope, offset } : null;
}

/** Where an upper or lower edge (y over x) meets a side (x over y), each moved by so many cells. */
function cross(level: Edge, upright: Edge, down: number, across: number): Point {
  const a = level.offset + down;
  const b = upright.offset + across;
  const y = (a + level.slope * b) / (1 - level.slope * upright.slope);
  return [b + upright.slope * y, y];
}

function areaOf(quad: Quad): number {
  let twice = 0;
  for (const [i, [x, y]] of quad.entries()) {
    const [nextX, nextY] = quad[(i + 1) % 4]!;
    twice += x * nextY - nextX * y;
  }
  return Math.abs(twice) / 2;
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[values.length >> 1]!;
}

function neighbours(at: number, columns: number, rows: number): number[] {
  const column = at % columns;
  const found: number[] = [];
  if (column > 0) found.push(at - 1);
  if (column < columns - 1) found.push(at + 1);
  if (at >= columns) found.push(at - columns);
  if (at < columns * (rows - 1)) found.push(at + columns);
  return found;
}
