import type { ExtractedTable, Span } from '../../domain/index.js';
import type { TablesSection } from '../../lexicon/index.js';
import { type Cell, type Column, columnsAt, headingsOf, type Row } from './columns.js';
import type { PaperPage } from './item.js';

/** One clue of a list: its rows (more than one where a row goes on) and the columns that they stand under. */
export interface ListRow {
  /** The table's own number of its first row. */
  row: number;
  /** Those that its rows stand on, at least one. */
  pages: PaperPage[];
  columns: readonly Column[];
  lines: Row[];
  /** Nothing but 无 stands in it. */
  nothing: boolean;
}

/** A list of clues in a paper, through all pages that it goes on over. */
export interface List {
  pages: PaperPage[];
  rows: ListRow[];
  /** Stretches of the text that are headings or rows of clues; all else stands around them. */
  taken: Span[];
}

/**
 * The lists of clues on the pages of one paper; none where its tables are forms or something else. A table
 * without a heading at the top of the next page or sheet goes on with the list before it. Sheets are lists of
 * their own, all tables of another paper are one list.
 */
export function findLists(text: string, pages: readonly PaperPage[], lexicon: TablesSection): List[] {
  const headings = headingsOf(lexicon);
  const lists: List[] = [];
  let columns: Column[] | null = null;
  for (const page of pages) {
    for (const [t, rows] of tablesOf(text, page).entries()) {
      const heads = rows.map((_, r) => columnsAt(rows, r, headings));
      // A second table on a page is one of its own: only the first can go on with what the page before ended with.
      if (t > 0 || columns === null || !goesOn(rows, columns)) columns = null;
      if (columns === null && heads.every((h) => h === null)) continue;
      let list = lists.at(-1);
      if (!list || (page.label !== null && heads.some((h) => h !== null) && list.pages.at(-1) !== page)) {
        list = { pages: [], rows: [], taken: [] };
        lists.push(list);
      }
      if (list.pages.at(-1) !== page) list.pages.push(page);
      columns = readTable(rows, heads, page, columns, lexicon, list);
    }
  }
  return lists;
}

function readTable(
  rows: readonly Row[],
  heads: readonly ReturnType<typeof columnsAt>[],
  page: PaperPage,
  before: Column[] | null,
  lexicon: TablesSection,
  list: List,
): Column[] | null {
  let columns = before;
  for (let r = 0; r < rows.length; r++) {
    const head = heads[r];
    if (head) {
      columns = head.columns;
      for (; r < head.next; r++) list.taken.push(...extentOf(rows[r]!, null));
      r -= 1;
      continue;
    }
    if (!columns) continue;
    const row = rows[r]!;
    const kind = kindOfRow(row, columns, list.rows.at(-1), lexicon);
    if (kind === 'other') continue;
    list.taken.push(...extentOf(row, rows[r - 1] ?? null));
    const last = list.rows.at(-1);
    if (kind === 'more' && last) {
      last.lines.push(row);
      if (last.pages.at(-1) !== page) last.pages.push(page);
    } else
      list.rows.push({ row: row.row, pages: [page], columns, lines: [row], nothing: kind === 'nothing' });
  }
  return columns;
}

/** 3, 3. （三） LX-03 */
const numeral = /^[（(]?(?:[A-Za-z]{0,4}-?\d{1,6}|[一二三四五六七八九十百]{1,5})[)）.、]?$/u;

/** What a row below the heading is: a clue, one of nothing, more of the clue above it, or none (sums, notes). */
function kindOfRow(
  row: Row,
  columns: readonly Column[],
  above: ListRow | undefined,
  lexicon: TablesSection,
): 'clue' | 'nothing' | 'more' | 'other' {
  const filled = distinctCells(row).filter((c) => c.cell.text !== '');
  const first = filled[0];
  if (!first) return 'other';
  const kindAt = (column: number) => columns[column]?.kind ?? null;
  const start = first.cell.text.replace(/\s+/gu, '');
  if (lexicon.sums.some((word) => start.startsWith(word)) && start.length <= 12) return 'other';
  const last = above?.lines.at(-1);
  const serial = columns.findIndex((c) => c.kind === 'serial');
  const number = serial < 0 ? undefined : row.cells[serial];
  const isNumbered = number !== undefined && number.text !== '';
  const isNumber = isNumbered && numeral.test(number.text.replace(/\s+/gu, ''));
  if (!isNumber && isNote(filled, start, lexicon, columns.length)) return 'other';
  if (isNumbered && last && last.cells[serial]?.start === number.start) return 'more';
  const values = filled.filter((c) => kindAt(c.column) !== 'serial');
  if (values.length === 0) return 'other';
  if (values.every((c) => lexicon.nothing.includes(c.cell.text.replace(/[\s。]+/gu, '')))) return 'nothing';
  // A title of a section over all columns.
  if (filled.length === 1 && columns.length > 2 && !isNumbered && kindAt(first.column) !== 'problem')
    return 'other';
  const person = values.some((c) =>
    ['accused', 'person', 'unit', 'unitPost'].includes(kindAt(c.column) ?? ''),
  );
  const goesOnAbove = serial >= 0 && !isNumbered && !person && last;
  if (goesOnAbove && values.some((c) => kindAt(c.column) === 'problem')) return 'more';
  return 'clue';
}

/** 备注：…, 填表人：… across the table, or 审核人 and its name in two cells of a wide table. */
function isNote(
  filled: readonly { cell: Cell }[],
  start: string,
  { notes }: TablesSection,
  width: number,
): boolean {
  const word = notes.filter((n) => start.startsWith(n)).sort((a, b) => b.length - a.length)[0];
  if (word === undefined) return false;
  const behind = start.slice(word.length);
  return (
    /^[：:]/u.test(behind) ||
    (behind === '' && filled.length * 2 <= Math.max(4, width)) ||
    filled.length === 1
  );
}

/** Whether the rows of a table without heading stand under the columns of the one before it. */
function goesOn(rows: readonly Row[], columns: readonly Column[]): boolean {
  const first = rows.find((r) => r.cells.some((c) => c.text !== ''));
  if (!first || first.cells.length !== columns.length) return false;
  const serial = columns.findIndex((c) => c.kind === 'serial');
  return serial < 0 || first.cells[serial]!.text === '' || numeral.test(first.cells[serial]!.text);
}

function rowsOf(text: string, { rows }: ExtractedTable): Row[] {
  return rows.map(({ row, cells }) => ({
    row,
    cells: cells.map((cell) => {
      let { start, end } = cell;
      while (start < end && /\s/u.test(text.charAt(start))) start += 1;
      while (end > start && /\s/u.test(text.charAt(end - 1))) end -= 1;
      // An empty cell keeps its place: two of them are not the same merged one.
      return { start, end: Math.max(start, end), text: text.slice(start, end) };
    }),
  }));
}

/** The tables of a page, with what stands in their cells. */
export function tablesOf(text: string, page: PaperPage): Row[][] {
  const tables = page.tables.length > 0 || page.recognised ? page.tables : tabbedTables(text, page);
  return tables.map((table) => rowsOf(text, table));
}

/** Lines with tabs as a table, where a page's reader gives none. Recognised lines break cells apart: not those. */
function tabbedTables(text: string, page: PaperPage): ExtractedTable[] {
  const tables: ExtractedTable[] = [];
  let rows: ExtractedTable['rows'] = [];
  let at = page.start;
  const flush = () => {
    if (rows.length > 1) tables.push({ rows });
    rows = [];
  };
  for (const line of text.slice(page.start, page.end).split('\n')) {
    let from = at;
    const cells = line.split('\t').map((cell) => {
      const span = { start: from, end: from + cell.length };
      from += cell.length + 1;
      return span;
    });
    if (cells.length > 1) rows.push({ row: rows.length + 1, cells });
    else flush();
    at += line.length + 1;
  }
  flush();
  return tables;
}

/** Cells of a row, one that is merged over several columns once. */
export function distinctCells({ cells }: Row): { cell: Cell; column: number }[] {
  return cells.flatMap((cell, column) =>
    column > 0 && cell.text !== '' && cells[column - 1]!.start === cell.start ? [] : [{ cell, column }],
  );
}

/** Where a row stands in the text, without the cells that it shares with the row above. */
function extentOf(row: Row, above: Row | null): Span[] {
  const shared = new Set(above?.cells.map((c) => c.start));
  return row.cells
    .filter((c) => c.text !== '' && !shared.has(c.start))
    .map(({ start, end }) => ({ start, end }));
}
