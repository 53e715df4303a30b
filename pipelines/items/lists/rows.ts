import type { Normalised, Span } from '../../../domain/index.js';
import type { TablesSection } from '../../../lexicon/index.js';
import {
  compose,
  type Draft,
  draftOf,
  eachDraft,
  type Paper,
  type PaperPage,
  type Piece,
  withFlag,
  withInformantCells,
} from '../item.js';
import { type Column, headingsOf, type Row } from './columns.js';
import { informantCells, strayCells, withRowsRead } from './columns-by-content.js';
import { findLists, isMatter, type List, type ListRow } from './find-lists.js';
import { distinctCells, loneRows, tablesOf } from './tables.js';
import { cellsOfInformants, type UnknownTable, unknownTables } from './unknown-list.js';
import { type ListLexicon, type Vocabulary, vocabularyOf } from './vocabulary.js';

/** Beyond this the paper around a list tells nothing more of whence it comes. */
const contextHead = 1400;
const contextTail = 600;

/** Characters around a list that are more than its title, notes and signatures: a letter that has a list in it. */
const letterLength = 400;
const petition = /(?:举报|检举|控告|反映)(?:信|书|材料)|实名举报|恳请.{0,12}(?:查处|核查|彻查)/u;

/**
 * One item for each row of a list of clues in the paper. The sheets of a workbook are lists, forms and notes of their
 * own. Where the headings are not known and a row would stand in no item, the paper (the sheet) stays whole.
 * @param otherwise the items of the paper where it holds no such list: in their tables whoever may be the informant is
 * sealed, and they are flagged where these are filled like a list of several matters.
 */
export function rowDrafts(
  source: Normalised,
  paper: Paper,
  lexicon: ListLexicon,
  otherwise: () => Draft[],
): Draft[] {
  const { text } = source;
  const tables = tablesOf(text, paper.pages, lexicon.tables);
  const unknown = unknownTables(text, paper.pages, tables, isWorkbook(paper), lexicon);
  const { lists, left } = findLists(tables, unknown, lexicon.tables);
  const words = vocabularyOf(lexicon);
  if (lists.length === 0) return withoutList(otherwise(), [...unknown.values()], words);
  const lost = lists.some(isGuessed)
    ? [...left, ...loneRows(text, paper.pages)].filter(({ row }) =>
        isMatter(row, lexicon.tables, words.tellsWrong),
      )
    : [];
  const torn = lost.map(({ page }) => page);
  const known = headingsOf(lexicon.tables);
  const cells = [
    ...[...unknown.values()].flatMap((table) => cellsOfInformants(table, words)),
    ...lost.flatMap(({ row }) => strayCells(row, known, words)),
  ];
  const whole = (pages: readonly PaperPage[]) => {
    const draft = draftOf(source, { ...paper, pages }, extentOf(pages));
    return withFlag(withInformantCells(draft, cells), 'split_uncertain');
  };
  if (!isWorkbook(paper))
    return torn.length > 0 ? [whole(paper.pages)] : listDrafts(source, paper, lists[0]!, lexicon);
  return paper.pages.flatMap((page) => {
    const list = lists.find((l) => l.pages.includes(page));
    if (!list) {
      if (torn.includes(page)) return [whole([page])];
      return isForm(text, page) ? [draftOf(source, { ...paper, pages: [page] }, page)] : [];
    }
    if (list.pages[0] !== page) return [];
    return isGuessed(list) && list.pages.some((p) => torn.includes(p))
      ? [whole(list.pages)]
      : listDrafts(source, { ...paper, pages: list.pages }, list, lexicon);
  });
}

function withoutList(drafts: readonly Draft[], unknown: readonly UnknownTable[], words: Vocabulary): Draft[] {
  const cells = unknown
    .filter((t) => t.isTelling || t.isLong)
    .flatMap((table) => cellsOfInformants(table, words));
  if (cells.length === 0) return [...drafts];
  return eachDraft(drafts, (draft) => {
    const sealed = withInformantCells(draft, cells);
    return unknown.some((t) => t.isLong) ? withFlag(sealed, 'split_uncertain') : sealed;
  });
}

const isWorkbook = ({ pages }: Paper) => pages.some((p) => p.label !== null);

const isGuessed = ({ rows }: List) => rows.some((row) => row.guessed);

function listDrafts(source: Normalised, paper: Paper, list: List, lexicon: ListLexicon): Draft[] {
  const whole = () => draftOf(source, paper, extentOf(paper.pages));
  const context = contextOf(source.text, paper.pages, list.taken);
  if (isLetter(context, lexicon.tables)) return [whole()];
  if (list.rows.length === 0)
    return [context.length < letterLength ? withFlag(whole(), 'blank_form') : whole()];
  const words = vocabularyOf(lexicon);
  const columns = new Map(
    [...rowsByColumns(list)].map(([own, rows]) => [own, withRowsRead(own, rows, words)]),
  );
  return list.rows.map((row) =>
    rowDraft(source, paper, { ...row, columns: columns.get(row.columns)! }, shortened(context), words),
  );
}

function rowsByColumns({ rows }: List): Map<readonly Column[], Row[]> {
  const found = new Map<readonly Column[], Row[]>();
  for (const { columns, lines } of rows) {
    const own = found.get(columns);
    if (own) own.push(...lines);
    else found.set(columns, [...lines]);
  }
  return found;
}

const extentOf = (pages: readonly PaperPage[]): Span => ({
  start: (pages.find((p) => p.end > p.start) ?? pages[0]!).start,
  end: pages.at(-1)!.end,
});

/** A sheet beside lists that is itself a paper: labels with values, not a title page or an explanation. */
function isForm(text: string, { start, end }: Span): boolean {
  const written = text.slice(start, end);
  return written.length >= 80 && /被(?:反映|举报)人|(?:反映|主要|举报).{0,4}问题/u.test(written);
}

/** What one row says under each heading: pieces of its value by column. */
type Block = Map<number, Piece[]>;

function rowDraft(
  { text }: Normalised,
  paper: Paper,
  row: ListRow,
  context: string,
  words: Vocabulary,
): Draft {
  const pieces: Piece[] = [];
  const money = /(?:单位|金额)[:：]\s{0,4}(元|千元|万元|亿元)/u.exec(context)?.[1];
  for (const block of blocksOf(text, row, paper.printed)) {
    for (const [column, value] of [...block].sort(([a], [b]) => a - b)) {
      const { kind, label, heading } = row.columns[column]!;
      const { start } = value[0]!;
      if (pieces.length > 0) pieces.push({ start, end: start, words: '\n' });
      const unit = kind === 'amount' && money && !/[）)]$/u.test(label) ? `（${money}）` : '';
      if (label !== '') {
        pieces.push({ ...heading, words: `${label}${unit}` });
        pieces.push({ start: heading.end, end: heading.end, words: '：' });
      }
      pieces.push(...value);
    }
  }
  const draft = compose(text, row.pages, paper, pieces, {
    row: row.row,
    label: row.pages[0]!.label,
    context,
  });
  const sealed = withInformantCells(draft, informantCells(row.lines, row.columns, words));
  const isGuess = row.guessed || row.columns.some(({ mayBeInformants }) => mayBeInformants);
  const told = isGuess ? withFlag(sealed, 'columns_guessed') : sealed;
  return row.nothing ? withFlag(told, 'blank_form') : told;
}

/**
 * The values of a clue's rows. What goes on on the next page is put behind what it goes on with; a further person
 * under the same number gets lines of his own.
 */
function blocksOf(text: string, row: ListRow, printed: boolean): Block[] {
  const blocks: Block[] = [];
  let above: Row | null = null;
  for (const line of row.lines) {
    const shared: ReadonlySet<number> = new Set(
      above?.cells.filter((c) => c.text !== '').map((c) => c.start),
    );
    const own = distinctCells(line).filter(
      ({ cell, column }) => cell.text !== '' && row.columns[column] && !shared.has(cell.start),
    );
    const person = own.some(({ column }) =>
      ['accused', 'person', 'unit', 'unitPost', 'post'].includes(row.columns[column]!.kind ?? ''),
    );
    let block = blocks.at(-1);
    if (!block || person) {
      block = new Map();
      blocks.push(block);
    }
    for (const { cell, column } of own) {
      const before = block.get(column);
      const value = valuePieces(text, cell, printed);
      if (!before) block.set(column, value);
      else {
        if (!printed) before.push({ start: cell.start, end: cell.start, words: ' ' });
        before.push(...value);
      }
    }
    above = line;
  }
  return blocks;
}

/** A value on one line: what the paper broke in two is one word, what its writer broke stays apart. */
function valuePieces(text: string, { start, end }: Span, printed: boolean): Piece[] {
  const pieces: Piece[] = [];
  let at = start;
  for (let i = start; i < end; i++) {
    if (!/[\n\t]/u.test(text.charAt(i))) continue;
    if (i > at) pieces.push({ start: at, end: i });
    const ended =
      /[。；！？.;:：]/u.test(text.charAt(i - 1)) ||
      /[\dA-Za-z（(一二三四五六七八九十]/u.test(text.charAt(i + 1));
    if (!printed || ended) pieces.push({ start: i, end: i + 1, words: ' ' });
    at = i + 1;
  }
  if (end > at) pieces.push({ start: at, end });
  return pieces;
}

/** The text of the pages without headings and rows: titles, notes, signatures, a letter that sends the list. */
function contextOf(text: string, pages: readonly PaperPage[], taken: readonly Span[]): string {
  const base = pages[0]!.start;
  const gone = new Uint8Array(Math.max(0, pages.at(-1)!.end - base));
  for (const { start, end } of taken) gone.fill(1, Math.max(0, start - base), Math.max(0, end - base));
  const lines: string[] = [];
  for (const page of pages) {
    if (page.label !== null && !/^(?:sheet|工作表)\s*\d*$/iu.test(page.label)) lines.push(page.label);
    let at = page.start - base;
    for (const line of text.slice(page.start, page.end).split('\n')) {
      let kept = '';
      for (let i = 0; i < line.length; i++) if (!gone[at + i]) kept += line.charAt(i);
      kept = kept.replace(/\t+/gu, '\t').trim();
      if (kept !== '' && !/^[\d\s.、]*$/u.test(kept)) lines.push(kept);
      at += line.length + 1;
    }
  }
  return [...new Set(lines)].join('\n');
}

function shortened(context: string): string {
  if (context.length <= contextHead + contextTail) return context;
  return `${context.slice(0, contextHead)}\n${context.slice(-contextTail)}`;
}

/** A petitioner's letter with a table in it is one paper; an office's list with a covering letter is its rows. */
function isLetter(context: string, { lists }: TablesSection): boolean {
  if (context.length < letterLength || !petition.test(context)) return false;
  const titled = context
    .split('\n')
    .some((line) => line.length <= 40 && lists.some((word) => line.includes(word)));
  return !titled && !/移送|移交|报送|转办|交办/u.test(context.slice(0, 300));
}
