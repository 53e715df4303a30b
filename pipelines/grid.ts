/** A straight ruling line: level at y = `at` from x to x, or upright at x = `at` from y to y. */
export interface Rule {
  at: number;
  from: number;
  to: number;
}

export interface GridCell {
  left: number;
  top: number;
  right: number;
  bottom: number;
  /** From 0: the row and column in which it begins, and how many it takes. */
  row: number;
  column: number;
  rows: number;
  columns: number;
}

/** A ruled table: cells in reading order. */
export interface Grid {
  left: number;
  top: number;
  right: number;
  bottom: number;
  /** Places of the upright and of the level lines, ascending. */
  xs: number[];
  ys: number[];
  rows: number;
  cells: GridCell[];
}

/** A form of the field has a few hundred lines; more are a drawing. */
const MAX_RULES = 3_000;
const MAX_CELLS = 10_000;

/**
 * The tables that ruling lines make: lines that cross each other, with at least two cells in some row and two
 * rows. Lines without cross lines (ruled letter paper, underlines) and single frames make none.
 *
 * @param tolerance how far apart lines may be that are meant to be one, or to meet.
 */
export function findGrids(level: readonly Rule[], upright: readonly Rule[], tolerance: number): Grid[] {
  if (level.length > MAX_RULES || upright.length > MAX_RULES) return [];
  const rows = joinRules(level, tolerance);
  const columns = joinRules(upright, tolerance);
  return components(rows, columns, tolerance)
    .flatMap(([h, v]) => toGrid(h, v, tolerance) ?? [])
    .sort((a, b) => a.top - b.top || a.left - b.left);
}

/** What stands in each cell of a grid, in the order given; `middle` is the middle of a thing. */
export function sortIntoCells<T>(
  { xs, ys, rows, cells }: Grid,
  things: readonly T[],
  middle: (thing: T) => readonly [x: number, y: number],
): T[][] {
  const columns = xs.length - 1;
  const owner = new Int32Array(rows * columns);
  for (const [i, cell] of cells.entries()) {
    for (let r = cell.row; r < cell.row + cell.rows; r++) {
      owner.fill(i, r * columns + cell.column, r * columns + cell.column + cell.columns);
    }
  }
  const sorted: T[][] = cells.map(() => []);
  for (const thing of things) {
    const [x, y] = middle(thing);
    const column = xs.findLastIndex((place) => place <= x);
    const row = ys.findLastIndex((place) => place <= y);
    if (column >= 0 && column < columns && row >= 0 && row < rows) {
      sorted[owner[row * columns + column]!]!.push(thing);
    }
  }
  return sorted;
}

/** Pieces that lie on one line and touch become one rule. */
function joinRules(rules: readonly Rule[], tolerance: number): Rule[] {
  const joined: Rule[] = [];
  for (const rule of [...rules].sort((a, b) => a.at - b.at || a.from - b.from)) {
    const same = joined.findLast(
      (other) =>
        rule.at - other.at <= tolerance &&
        rule.from <= other.to + 2 * tolerance &&
        rule.to >= other.from - 2 * tolerance,
    );
    if (same) {
      same.from = Math.min(same.from, rule.from);
      same.to = Math.max(same.to, rule.to);
    } else joined.push({ ...rule });
  }
  return joined;
}

function components(
  level: readonly Rule[],
  upright: readonly Rule[],
  tolerance: number,
): [level: Rule[], upright: Rule[]][] {
  const found: [Rule[], Rule[]][] = [];
  const left = new Set(level);
  while (left.size > 0) {
    const [first] = left;
    left.delete(first!);
    const rows = [first!];
    const columns = new Set<Rule>();
    for (let i = 0; i < rows.length; i++) {
      for (const column of upright) {
        if (columns.has(column) || !meet(rows[i]!, column, tolerance)) continue;
        columns.add(column);
        for (const row of left) {
          if (!meet(row, column, tolerance)) continue;
          left.delete(row);
          rows.push(row);
        }
      }
    }
    if (columns.size > 0) found.push([rows, [...columns]]);
  }
  return found;
}

function meet(row: Rule, column: Rule, tolerance: number): boolean {
  return (
    column.at >= row.from - tolerance &&
    column.at <= row.to + tolerance &&
    row.at >= column.from - tolerance &&
    row.at <= column.to + tolerance
  );
}

function toGrid(level: readonly Rule[], upright: readonly Rule[], tolerance: number): Grid | null {
  const ys = places(level, tolerance);
  const xs = places(upright, tolerance);
  // Tables with open sides: their level lines reach beyond the last upright ones.
  const left = Math.min(...level.map((rule) => rule.from));
  const right = Math.max(...level.map((rule) => rule.to));
  if (left < xs[0]! - 4 * tolerance) xs.unshift(left);
  if (right > xs[xs.length - 1]! + 4 * tolerance) xs.push(right);
  const [rows, columns] = [ys.length - 1, xs.length - 1];
  if (rows < 2 || columns < 2 || rows * columns > MAX_CELLS) return null;
  const cells = mergeCells(xs, ys, (kind, at, from, to) => {
    const middle = (from + to) / 2;
    const rules = kind === 'level' ? level : upright;
    return rules.some((r) => Math.abs(r.at - at) <= tolerance && r.from <= middle && r.to >= middle);
  });
  const inRow = new Array<number>(rows).fill(0);
  for (const cell of cells) inRow[cell.row]!++;
  if (inRow.filter((count) => count > 0).length < 2 || Math.max(...inRow) < 2) return null;
  return { left: xs[0]!, top: ys[0]!, right: xs[columns]!, bottom: ys[rows]!, xs, ys, rows, cells };
}

function places(rules: readonly Rule[], tolerance: number): number[] {
  const out: number[] = [];
  for (const { at } of [...rules].sort((a, b) => a.at - b.at)) {
    if (out.length === 0 || at - out[out.length - 1]! > tolerance) out.push(at);
  }
  return out;
}

type IsRuled = (kind: 'level' | 'upright', at: number, from: number, to: number) => boolean;

/** Fields of the grid that no line parts are one cell. */
function mergeCells(xs: readonly number[], ys: readonly number[], isRuled: IsRuled): GridCell[] {
  const [rows, columns] = [ys.length - 1, xs.length - 1];
  const taken = new Uint8Array(rows * columns);
  const cells: GridCell[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (taken[row * columns + column]) continue;
      let lastColumn = column;
      while (
        lastColumn + 1 < columns &&
        !taken[row * columns + lastColumn + 1] &&
        !isRuled('upright', xs[lastColumn + 1]!, ys[row]!, ys[row + 1]!)
      ) {
        lastColumn++;
      }
      let lastRow = row;
      while (lastRow + 1 < rows && !isRuledBelow(xs, ys, lastRow, column, lastColumn, isRuled)) lastRow++;
      for (let r = row; r <= lastRow; r++) taken.fill(1, r * columns + column, r * columns + lastColumn + 1);
      cells.push({
        left: xs[column]!,
        top: ys[row]!,
        right: xs[lastColumn + 1]!,
        bottom: ys[lastRow + 1]!,
        row,
        column,
        rows: lastRow - row + 1,
        columns: lastColumn - column + 1,
      });
    }
  }
  return cells;
}

function isRuledBelow(
  xs: readonly number[],
  ys: readonly number[],
  row: number,
  first: number,
  last: number,
  isRuled: IsRuled,
): boolean {
  for (let column = first; column <= last; column++) {
    if (isRuled('level', ys[row + 1]!, xs[column]!, xs[column + 1]!)) return true;
    // A line that begins below inside the cell's width: what is below is cut otherwise.
    if (column < last && isRuled('upright', xs[column + 1]!, ys[row + 1]!, ys[row + 2]!)) return true;
  }
  return false;
}
