import type { PaperPage } from '../item.js';
import { type Column, type Head, type Headings, headingsOf, type Row } from './columns.js';
import { guessedColumns, headingAt, informantCells, namesBoth } from './columns-by-content.js';
import { fewestColumns, firstFull, keyOf, type ReadColumns, readColumns } from './read-columns.js';
import { distinctCells, type PageTable } from './tables.js';
import { type ListLexicon, type Vocabulary, vocabularyOf } from './vocabulary.js';

/** Characters around the tables of a page: its name, and who made it. A letter with a table in it has more. */
const mostAround = 400;
const fewestRows = 2;
/** Mean characters of what is told where sums stand beside it: what a ledger says of a sum is shorter. */
const longTold = 16;

/** A table of which no lexicon knows the headings, or that has none, as it is told by what its columns hold. */
export interface UnknownTable {
  rows: readonly Row[];
  /** The row at which the head begins. */
  at: number;
  head: Head;
  /** It, or what goes on with it, has several rows. */
  isLong: boolean;
  /** Each row is a matter of its own; else it can only be told that it may be so. */
  isTelling: boolean;
}

/** What stands in the table and may be the informant's. */
export const cellsOfInformants = ({ rows, head }: UnknownTable, words: Vocabulary) =>
  informantCells(
    rows.slice(head.next).filter((row) => !head.said.has(keyOf(row))),
    head.columns,
    words,
  );

/**
 * Those of the tables that are filled like lists of matters: no form, ledger or list of names. Tables under the same
 * headings, as on the pages of one list, are read as one.
 *
 * @param apart the pages are sheets, each a paper of its own
 */
export function unknownTables(
  text: string,
  pages: readonly PaperPage[],
  tables: readonly PageTable[],
  apart: boolean,
  lexicon: ListLexicon,
): Map<PageTable, UnknownTable> {
  const found = new Map<PageTable, UnknownTable>();
  const open = tables.filter(({ heads }) => heads.every((head) => head === null));
  if (open.length === 0) return found;
  const words = vocabularyOf(lexicon);
  const known = headingsOf(lexicon.tables);
  const onPage = groupBy(tables, ({ page }) => page);
  const around = new Map(pages.map((page) => [page, aroundOf(text, page, onPage.get(page) ?? [], words)]));
  if (!apart && [...around.values()].includes(null)) return found;
  const isSum = (row: Row) => {
    const start = row.cells.find((c) => c.text !== '')?.text.replace(/\s+/gu, '') ?? '';
    return lexicon.tables.sums.some((word) => start.startsWith(word));
  };
  for (const group of groupsOf(open.filter(({ page }) => around.get(page) !== null))) {
    const rows = group.flatMap((table, i) => fullRows(table).slice(i === 0 ? 0 : 1));
    const read = readColumns(rows, isSum, known, words);
    const title = [...new Set(group.map(({ page }) => around.get(page)))].join('\n');
    if (!read || isEvidence(read, title, words)) continue;
    const columns = guessedColumns(read, known, words);
    const isLong = read.values[read.content]!.length >= fewestRows;
    const isTelling = namesBoth(read, known, words) || tellsOfMatters(read, columns, title, words);
    for (const table of group)
      found.set(table, { rows: table.rows, ...headOf(table, read, columns, known), isLong, isTelling });
  }
  return found;
}

const fullRows = ({ rows }: PageTable) => rows.slice(Math.max(0, firstFull(rows)));

/** Tables whose first full rows say the same. */
function groupsOf(tables: readonly PageTable[]): PageTable[][] {
  const filled = tables.filter(({ rows }) => rows.length > 0);
  return [...groupBy(filled, (table) => keyOf(fullRows(table)[0]!)).values()];
}

function groupBy<One, Key>(all: readonly One[], by: (one: One) => Key): Map<Key, One[]> {
  const groups = new Map<Key, One[]>();
  for (const one of all) {
    const group = groups.get(by(one));
    if (group) group.push(one);
    else groups.set(by(one), [one]);
  }
  return groups;
}

function headOf(
  { rows }: PageTable,
  { headings }: ReadColumns,
  columns: readonly Column[],
  known: Headings,
): Pick<UnknownTable, 'at' | 'head'> {
  const at = Math.max(0, firstFull(rows));
  const said = new Set(headings.map(keyOf));
  let next = at;
  while (next < at + headings.length && next < rows.length && said.has(keyOf(rows[next]!))) next += 1;
  const own = rows.slice(at, next);
  const placed = columns.map((column, c) => ({
    ...column,
    ...(own.length > 0 && { heading: headingAt(own, c, known).heading }),
  }));
  return { at, head: { columns: placed, next, guessed: true, said } };
}

/** What stands around the tables of a page, null where it is a letter of its own. */
function aroundOf(
  text: string,
  page: PaperPage,
  tables: readonly PageTable[],
  { isLetter }: Vocabulary,
): string | null {
  const inside = tables
    .flatMap(({ rows }) => rows)
    .flatMap((row) => distinctCells(row).map(({ cell }) => cell))
    .filter(({ start, end }) => end > start)
    .sort((a, b) => a.start - b.start);
  let around = page.label ?? '';
  let at = page.start;
  for (const { start, end } of inside) {
    if (start > at) around += text.slice(at, start);
    at = Math.max(at, end);
  }
  around += text.slice(at, page.end);
  const written = around.replace(/\s+/gu, '');
  return written.length > mostAround || isLetter(written) ? null : written;
}

const saidIn = ({ headings }: ReadColumns): string =>
  headings.flatMap((row) => row.cells.map((c) => c.text.replace(/\s+/gu, ''))).join(' ');

const isEvidence = (read: ReadColumns, around: string, words: Vocabulary): boolean =>
  words.isEvidence(around) || words.isEvidence(saidIn(read));

/** Somebody brings it, or is spoken of, in each row, and what is told is a wrong or was brought to an office. */
function tellsOfMatters(
  read: ReadColumns,
  columns: readonly Column[],
  around: string,
  words: Vocabulary,
): boolean {
  const { shapes, values, content } = read;
  const matters = values[content]!.filter((v) => v !== '');
  const mean = matters.reduce((sum, v) => sum + v.length, 0) / matters.length;
  const persons = columns.filter(
    ({ kind, mayBeInformants }, c) =>
      kind === 'accused' || values[c]!.some((v) => v !== '' && mayBeInformants?.(v)),
  ).length;
  if (persons === 0) return false;
  if (shapes.includes('number') && persons < 2 && mean < longTold) return false;
  if (matters.filter((v) => /[？?]$/u.test(v)).length * 2 > matters.length) return false;
  const wrongs = matters.filter(words.tellsWrong).length;
  const isBrought = words.isBrought(saidIn(read) + around) || shapes.includes('phone');
  // The days of one matter have no more than a day, a place or person, and what happened.
  const wide = shapes.filter((shape) => shape !== 'empty').length > fewestColumns;
  return isBrought ? wrongs > 0 : wide && wrongs * 2 >= matters.length;
}
