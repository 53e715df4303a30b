import { findGrids, type Grid, type Rule } from '../../grid.js';
import type { PageImage } from '../../image.js';

/** On a prepared page: lines are printed fainter than letters, paper is near white. */
const INK_BELOW = 185;
/** In pixels of a prepared page, on which characters are 25 to 31 high. */
const LEAST_LEVEL = 70;
/** Taller than any stroke of a heading. */
const SURE_UPRIGHT = 84;
/** A line that parts cells of one row only; it is believed where it ends at level lines. */
const LEAST_UPRIGHT = 30;
const MOST_GAP = 3;
const MOST_THICKNESS = 14;
const TOLERANCE = 9;
/** Half of what is taken away for a ruling line and its blur. */
const HALF_RULE = 3;
/** Cells of squared letter paper hold one character each. */
const MOST_SQUARES = 0.6;
const SQUARE = 75;

/** What is ruled on a prepared page; ruled letter paper and frames are nothing. */
export interface Ruling {
  tables: Grid[];
  /** The page without the squares of letter paper, which are one character each; null where it has none. */
  unsquared: PageImage | null;
}

export function findRuling(image: PageImage): Ruling {
  const level = thin(levelRuns(image));
  // Most pages are letters: without three level lines nothing more is looked at.
  if (level.length < 3) return { tables: [], unsquared: null };
  const upright = thin(uprightRuns(image)).filter(
    (rule) => rule.to - rule.from >= SURE_UPRIGHT || endsAtLines(rule, level),
  );
  if (upright.length < 2) return { tables: [], unsquared: null };
  const grids = findGrids(level, upright, TOLERANCE);
  const tables = grids.filter((grid) => !isSquared(grid));
  const unsquared = tables.length < grids.length ? eraseRules(image, level, upright) : null;
  return { tables: unsquared ? [] : tables, unsquared };
}

function isSquared({ cells }: Grid): boolean {
  const squares = cells.filter((c) => c.right - c.left < SQUARE && c.bottom - c.top < SQUARE).length;
  return cells.length >= 20 && squares >= cells.length * MOST_SQUARES;
}

function eraseRules(image: PageImage, level: readonly Rule[], upright: readonly Rule[]): PageImage {
  const data = Uint8Array.from(image.data);
  const white = (left: number, top: number, right: number, bottom: number) => {
    for (let y = Math.max(0, Math.round(top)); y <= Math.min(image.height - 1, bottom); y++) {
      data.fill(
        255,
        y * image.width + Math.max(0, Math.round(left)),
        y * image.width + Math.min(image.width, Math.round(right) + 1),
      );
    }
  };
  for (const { at, from, to } of level) white(from, at - HALF_RULE, to, at + HALF_RULE);
  for (const { at, from, to } of upright) white(at - HALF_RULE, from, at + HALF_RULE, to);
  return { ...image, data };
}

function levelRuns({ width, height, data }: PageImage): Rule[] {
  const runs: Rule[] = [];
  for (let y = 0; y < height; y++) {
    const row = y * width;
    let start = -1;
    let last = 0;
    for (let x = 0; x < width; x++) {
      if (data[row + x]! >= INK_BELOW) continue;
      if (start < 0 || x - last > MOST_GAP) {
        if (start >= 0 && last - start >= LEAST_LEVEL) runs.push({ at: y, from: start, to: last });
        start = x;
      }
      last = x;
    }
    if (start >= 0 && last - start >= LEAST_LEVEL) runs.push({ at: y, from: start, to: last });
  }
  return runs;
}

/** Row by row with a counter for each column: columns by themselves would be read across the whole memory. */
function uprightRuns({ width, height, data }: PageImage): Rule[] {
  const runs: Rule[] = [];
  const start = new Int32Array(width).fill(-1);
  const last = new Int32Array(width);
  const end = (x: number) => {
    if (start[x]! >= 0 && last[x]! - start[x]! >= LEAST_UPRIGHT) {
      runs.push({ at: x, from: start[x]!, to: last[x]! });
    }
  };
  for (let y = 0; y < height; y++) {
    const row = y * width;
    for (let x = 0; x < width; x++) {
      if (data[row + x]! >= INK_BELOW) continue;
      if (start[x]! < 0 || y - last[x]! > MOST_GAP) {
        end(x);
        start[x] = y;
      }
      last[x] = y;
    }
  }
  for (let x = 0; x < width; x++) end(x);
  return runs.sort((a, b) => a.at - b.at);
}

interface Bundle extends Rule {
  first: number;
}

/** Runs beside each other are one line; bundles thicker than a line are pictures and dark fields. */
function thin(runs: readonly Rule[]): Rule[] {
  const bundles: Bundle[] = [];
  const open: Bundle[] = [];
  for (const run of runs) {
    for (let i = open.length - 1; i >= 0; i--) if (run.at - open[i]!.at > 2) open.splice(i, 1);
    const same = open.find((b) => run.from <= b.to && run.to >= b.from);
    if (same) {
      same.at = run.at;
      same.from = Math.min(same.from, run.from);
      same.to = Math.max(same.to, run.to);
    } else {
      const bundle = { ...run, first: run.at };
      bundles.push(bundle);
      open.push(bundle);
    }
  }
  return bundles
    .filter(({ first, at }) => at - first < MOST_THICKNESS)
    .map(({ first, at, from, to }) => ({ at: (first + at) / 2, from, to }));
}

function endsAtLines({ at, from, to }: Rule, level: readonly Rule[]): boolean {
  const touches = (y: number) =>
    level.some((l) => Math.abs(l.at - y) <= TOLERANCE && at >= l.from - TOLERANCE && at <= l.to + TOLERANCE);
  return touches(from) && touches(to);
}
