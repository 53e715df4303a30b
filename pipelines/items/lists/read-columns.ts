import type { Headings, Row } from './columns.js';
import { address, type Shape, shapeOf } from './shapes.js';
import { distinctCells } from './tables.js';
import type { Vocabulary } from './vocabulary.js';

export const fewestColumns = 3;
/** Rows of headings, one above the other. */
const mostHeadings = 2;
/** A heading in characters; an English one is longer. */
const longestHeading = 32;

/** The columns of a table as they are told by what they hold, not by what they are called. */
export interface ReadColumns {
  headings: Row[];
  /** By column, what stands in its cells, without spaces. */
  values: string[][];
  shapes: Shape[];
  /** The column that tells of the matters. */
  content: number;
}

export const bare = (text: string) => text.replace(/\s+/gu, '');
const textsOf = (row: Row): string[] => row.cells.map((cell) => bare(cell.text));
/** What a row says, to know it where it is repeated. */
export const keyOf = (row: Row): string => textsOf(row).join('\t');

const filledCells = (row: Row) => distinctCells(row).filter(({ cell }) => cell.text !== '');

/** The first row that is not only a title or a note across the table. */
export function firstFull(rows: readonly Row[]): number {
  const width = widthOf(rows);
  return rows.findIndex((row) => filledCells(row).length >= Math.max(2, Math.ceil(width / 2)));
}

const widthOf = (rows: readonly Row[]): number => Math.max(0, ...rows.map((row) => row.cells.length));

/**
 * The columns of rows of which the first is full, null where they cannot be told: labels and values stand mixed, as in
 * a form, or nothing is told.
 */
export function readColumns(
  rows: readonly Row[],
  isSum: (row: Row) => boolean,
  known: Headings,
  words: Vocabulary,
): ReadColumns | null {
  const width = widthOf(rows);
  if (width < fewestColumns) return null;
  for (let count = mostHeadings; count >= 0; count--) {
    const headings = rows.slice(0, count);
    const repeated = new Set(headings.map(keyOf));
    const below = rows
      .slice(count)
      .filter((row) => filledCells(row).length >= 2 && !isSum(row) && !repeated.has(keyOf(row)));
    if (below.length === 0) continue;
    const texts = below.map(textsOf);
    const values = Array.from({ length: width }, (_, c) => texts.map((row) => row[c] ?? ''));
    const shapes = values.map((v) => shapeOf(v, words));
    const content = contentOf(values, shapes, words);
    if (content === null) continue;
    const read = { headings, values, shapes, content };
    if (areHeadings(read, known, words)) return isFilledAlike(read, below.length) ? read : null;
  }
  return null;
}

/** The column that tells most of wrongs, and the longest; null where that is none that tells. */
function contentOf(
  values: readonly string[][],
  shapes: readonly Shape[],
  { tellsWrong }: Vocabulary,
): number | null {
  const length = (c: number) => values[c]!.reduce((sum, v) => sum + v.length, 0);
  const wrongs = values.map((column) => column.filter(tellsWrong).length);
  const best = [...values.keys()].sort((a, b) => wrongs[b]! - wrongs[a]! || length(b) - length(a))[0];
  return best !== undefined && shapes[best] === 'text' ? best : null;
}

/** Every column of a list is of one kind; in a form labels and values stand mixed. */
function isFilledAlike({ shapes, values, content }: ReadColumns, rows: number): boolean {
  const filled = shapes.filter((shape) => shape !== 'empty').length;
  const counted = shapes.some((s) => s === 'serial' || s === 'date' || s === 'phone');
  const told = values[content]!.filter((v) => v !== '');
  return (
    filled >= fewestColumns &&
    counted &&
    told.length * 3 >= rows * 2 &&
    new Set(told).size * 3 >= told.length * 2
  );
}

/**
 * Whether the rows name the columns below them. A row of the list that is taken for headings is lost, and what it says
 * of its informant stands before each value of every other: whatever may be a row is one.
 */
function areHeadings(read: ReadColumns, known: Headings, words: Vocabulary): boolean {
  const [upper, lower] = read.headings;
  if (!upper) return true;
  if (lower && !isUnder(upper, lower)) return false;
  const unnamed = read.shapes.filter(
    (shape, c) => shape !== 'empty' && read.headings.every((row) => (textsOf(row)[c] ?? '') === ''),
  );
  // Above the rows' own numbers there may be none.
  if (!lower && unnamed.length > 1) return false;
  return read.headings.every((row) => isHeading(row, read, known, words));
}

/** Two rows are one heading where the upper has cells over several columns, and the lower names these. */
function isUnder(upper: Row, lower: Row): boolean {
  const isWide = upper.cells.some(
    ({ start, text }, c) => text === '' || (c > 0 && upper.cells[c - 1]!.start === start),
  );
  const isNamed = lower.cells.every(({ text }, c) => text !== '' || (upper.cells[c]?.text ?? '') !== '');
  return isWide && isNamed;
}

function isHeading(
  row: Row,
  { shapes, values, content }: ReadColumns,
  known: Headings,
  words: Vocabulary,
): boolean {
  const texts = textsOf(row);
  const never = texts.some(
    (text, c) =>
      text.length > longestHeading ||
      address.test(text) ||
      ['date', 'phone', 'number', 'serial'].includes(shapeOf([text], words)) ||
      (text !== '' && values[c]!.includes(text)),
  );
  if (never || row.cells.length === 0) return false;
  const says = (text: string) =>
    known.kindOf(text) !== null || words.saysInformant(text) || words.saysAccused(text);
  if (texts.filter(says).length >= 2) return true;
  const head = texts[content] ?? '';
  const told = values[content]!.filter((v) => v !== '');
  const mean = told.reduce((sum, v) => sum + v.length, 0) / told.length;
  const han = (head.match(/\p{Script=Han}/gu) ?? []).length;
  if (/[，。；,;]/u.test(head) || (han > 0 && han * 1.5 > mean)) return false;
  if (words.tellsWrong(head) && known.kindOf(head) === null) return false;
  return !texts.some(
    (text, c) =>
      words.hasNothing(text) ||
      (c !== content && (shapes[c] === 'person' || shapes[c] === 'other') && words.isName(text)),
  );
}
