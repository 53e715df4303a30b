import type { Span } from '../../../domain/index.js';
import type { TablesSection } from '../../../lexicon/index.js';
import type { PaperPage } from '../item.js';
import type { Cell, Column, Head, Row } from './columns.js';
import { keyOf } from './read-columns.js';
import { distinctCells, type PageTable } from './tables.js';
import type { UnknownTable } from './unknown-list.js';

/** One clue of a list: its rows (more than one where a row goes on) and the columns that they stand under. */
export interface ListRow {
  /** The table's own number of its first row. */
  row: number;
  /** Those that its rows stand on, at least one. */
  pages: PaperPage[];
  columns: readonly Column[];
  /** The columns were told by what they hold: a person has to look. */
  guessed: boolean;
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

/** What of a paper's tables is lists of clues. */
export interface FoundLists {
  lists: List[];
  left: LeftRow[];
}

/** A row that belongs to no list. */
export interface LeftRow {
  page: PaperPage;
  row: Row;
}

/**
 * The lists of clues on the pages of one paper; none where its tables are forms or something else. A table
 * without a heading at the top of the next page or sheet goes on with the list before it. Sheets are lists of
 * their own, all tables of another paper are one list.
 *
 * @param guesses heads of tables whose headings are not known
 */
export function findLists(
  tables: readonly PageTable[],
  guesses: ReadonlyMap<PageTable, UnknownTable>,
  lexicon: TablesSection,
): FoundLists {
  const lists: List[] = [];
  const left: LeftRow[] = [];
  let head: Head | null = null;
  for (const table of tables) {
    const { page, rows } = table;
    const heads = [...table.heads];
    const guess = guesses.get(table);
    // A second table on a page is one of its own: only the first can go on with what the page before ended with.
    if (!table.first || !head || !goesOn(rows, head.columns)) head = null;
    if (!heads.some((h) => h !== null)) {
      const isList = guess?.isLong && guess.isTelling;
      if (isList && (!head || (head.guessed && guess.head.next > guess.at))) heads[guess.at] = guess.head;
      else if (!head) {
        left.push(...rows.map((row) => ({ page, row })));
        continue;
      }
    }
    let list = lists.at(-1);
    if (!list || (page.label !== null && heads.some((h) => h !== null) && list.pages.at(-1) !== page)) {
      list = { pages: [], rows: [], taken: [] };
      lists.push(list);
    }
    if (list.pages.at(-1) !== page) list.pages.push(page);
    head = readTable(rows, heads, page, head, lexicon, list, left);
  }
  return { lists, left };
}

function readTable(
  rows: readonly Row[],
  heads: readonly (Head | null)[],
  page: PaperPage,
  before: Head | null,
  lexicon: TablesSection,
  list: List,
  left: LeftRow[],
): Head | null {
  let head = before;
  let headings = 0;
  for (const [r, row] of rows.entries()) {
    const begins = heads[r] ?? null;
    if (begins && r >= headings) {
      head = begins;
      headings = begins.next;
    }
    if (r < headings || head?.said.has(keyOf(row))) {
      list.taken.push(...extentOf(row, null));
      continue;
    }
    const last = list.rows.at(-1);
    const isWider = head?.guessed && row.cells.length > head.columns.length;
    const kind = head && !isWider ? kindOfRow(row, head.columns, last, lexicon) : 'other';
    if (!head || kind === 'other') {
      left.push({ page, row });
      continue;
    }
    const { columns, guessed } = head;
    list.taken.push(...extentOf(row, rows[r - 1] ?? null));
    if (kind === 'more' && last) {
      last.lines.push(row);
      if (last.pages.at(-1) !== page) last.pages.push(page);
    } else
      list.rows.push({
        row: row.row,
        pages: [page],
        columns,
        guessed,
        lines: [row],
        nothing: kind === 'nothing',
      });
  }
  return head;
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
  const person = values.some(
    ({ cell, column }) =>
      ['accused', 'person', 'unit', 'unitPost'].includes(kindAt(column) ?? '') ||
      columns[column]?.mayBeInformants?.(cell.text.replace(/\s+/gu, '')),
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

/**
 * Whether a row that belongs to no list may be a matter: it is filled like one, or tells of a wrong in a sentence.
 * Titles, sums and notes are none.
 */
export function isMatter(row: Row, lexicon: TablesSection, tellsWrong: (value: string) => boolean): boolean {
  const filled = distinctCells(row).filter((c) => c.cell.text !== '');
  const [first] = filled;
  if (!first) return false;
  // A title stands in the first cell, or over it.
  const tells = filled.some(
    ({ cell, column }) => (column > 0 || /[，。；,;]/u.test(cell.text)) && tellsWrong(cell.text),
  );
  if (tells || filled.length < 2) return tells;
  const start = first.cell.text.replace(/\s+/gu, '');
  return !(
    lexicon.sums.some((word) => start.startsWith(word)) || isNote(filled, start, lexicon, row.cells.length)
  );
}

/** Whether the rows of a table without heading stand under the columns of the one before it. */
function goesOn(rows: readonly Row[], columns: readonly Column[]): boolean {
  const first = rows.find((r) => r.cells.some((c) => c.text !== ''));
  if (!first || first.cells.length !== columns.length) return false;
  const serial = columns.findIndex((c) => c.kind === 'serial');
  return serial < 0 || first.cells[serial]!.text === '' || numeral.test(first.cells[serial]!.text);
}

/** Where a row stands in the text, without the cells that it shares with the row above. */
function extentOf(row: Row, above: Row | null): Span[] {
  const shared = new Set(above?.cells.map((c) => c.start));
  return row.cells
    .filter((c) => c.text !== '' && !shared.has(c.start))
    .map(({ start, end }) => ({ start, end }));
}
