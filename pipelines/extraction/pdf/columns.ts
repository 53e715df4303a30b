import type { Line, Segment } from './lines.js';
import { around } from './lines.js';

/** Fewer lines side by side than this are a form or a signature, no columns of prose. */
const LEAST_LINES = 6;
/** Prose fills its column: on average this many characters a line. */
const LEAST_LENGTH = 8;
const LEAST_TABLE_ROWS = 3;

/** Two columns of prose that lie side by side in some lines: the left one is read before the right one. */
export function splitColumns(lines: readonly Line[]): { lines: Line[]; split: boolean } {
  for (let from = 0; from < lines.length; from++) {
    const gutter = gutterFrom(lines, from);
    if (!gutter) continue;
    const part = lines.slice(from, gutter.to);
    const side = (isIn: (s: Segment) => boolean): Line[] =>
      part.flatMap((line) => {
        const segments = line.segments.filter(isIn);
        return segments.length === 0 ? [] : [{ segments, ...around(segments) }];
      });
    const left = side((s) => s.right <= gutter.at);
    const right = side((s) => s.right > gutter.at);
    const rest = splitColumns(lines.slice(gutter.to));
    return { lines: [...lines.slice(0, from), ...left, ...right, ...rest.lines], split: true };
  }
  return { lines: [...lines], split: false };
}

/** The gap that runs down between two columns from a line on, and the line behind its last. */
function gutterFrom(lines: readonly Line[], from: number): { at: number; to: number } | null {
  if (lines[from]!.segments.length !== 2) return null;
  let [left, right] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  let [both, characters, to] = [0, 0, from];
  for (; to < lines.length; to++) {
    const { segments } = lines[to]!;
    if (segments.length > 2) break;
    const middle = left === Number.NEGATIVE_INFINITY ? null : (left + right) / 2;
    const [first, second] = segments as [Segment, Segment | undefined];
    // A line of one column only is left or right of the gap, or ends the columns.
    const newLeft = second || (middle !== null && first.right <= middle) ? first.right : left;
    const newRight = second ? second.left : middle !== null && first.left >= middle ? first.left : right;
    if (!second && newLeft === left && newRight === right) {
      if (middle !== null && first.left < middle && first.right > middle) break;
    }
    const [nextLeft, nextRight] = [Math.max(left, newLeft), Math.min(right, newRight)];
    if (nextLeft >= nextRight) break;
    [left, right] = [nextLeft, nextRight];
    if (second) {
      both++;
      characters += first.text.length + second.text.length;
    }
  }
  if (both < LEAST_LINES || characters / (2 * both) < LEAST_LENGTH) return null;
  return { at: (left + right) / 2, to };
}

/** Lines [from, to) that make a table without ruling lines: three columns and more, each cell under the one above. */
export function findPlainTables(lines: readonly Line[]): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  for (let from = 0; from < lines.length; ) {
    let to = from + 1;
    while (to < lines.length && fits(lines.slice(from, to), lines[to]!)) to++;
    if (lines[from]!.segments.length >= 3 && to - from >= LEAST_TABLE_ROWS) found.push({ from, to });
    else to = from + 1;
    from = to;
  }
  return found;
}

/** As many cells, each overlapping its own column and no other. */
function fits(rows: readonly Line[], line: Line): boolean {
  const count = rows[0]!.segments.length;
  if (count < 3 || line.segments.length !== count) return false;
  const columns = Array.from({ length: count }, (_, i) => around(rows.map((row) => row.segments[i]!)));
  return line.segments.every((segment, i) =>
    columns.every((c, k) => (segment.left < c.right && segment.right > c.left) === (i === k)),
  );
}
