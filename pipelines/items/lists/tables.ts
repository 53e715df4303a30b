import type { ExtractedTable } from '../../../domain/index.js';
import type { TablesSection } from '../../../lexicon/index.js';
import type { PaperPage } from '../item.js';
import { type Cell, columnsAt, type Head, headingsOf, type Row } from './columns.js';

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

/** A table with the page that it stands on. */
export interface PageTable {
  page: PaperPage;
  rows: Row[];
  /** By row, the head of a list of clues that begins there under known headings. */
  heads: readonly (Head | null)[];
  /** The first on its page: it may go on with what the page before ended with. */
  first: boolean;
}

/** The tables of some pages, with what stands in their cells. */
export function tablesOf(text: string, pages: readonly PaperPage[], lexicon: TablesSection): PageTable[] {
  const headings = headingsOf(lexicon);
  return pages.flatMap((page) => {
    const tables = isTabbed(page)
      ? tabbedTables(text, page).filter(({ rows }) => rows.length > 1)
      : page.tables;
    return tables.map((table, t) => {
      const rows = rowsOf(text, table);
      return { page, rows, heads: rows.map((_, r) => columnsAt(rows, r, headings)), first: t === 0 };
    });
  });
}

/** Lines with tabs that stand alone, and so are no table. */
export function loneRows(text: string, pages: readonly PaperPage[]): { page: PaperPage; row: Row }[] {
  return pages.filter(isTabbed).flatMap((page) =>
    tabbedTables(text, page)
      .filter(({ rows }) => rows.length === 1)
      .flatMap((table) => rowsOf(text, table).map((row) => ({ page, row }))),
  );
}

const isTabbed = ({ tables, recognised }: PaperPage) => tables.length === 0 && !recognised;

/** Lines with tabs as a table, where a page's reader gives none. Recognised lines break cells apart: not those. */
function tabbedTables(text: string, page: PaperPage): ExtractedTable[] {
  const tables: ExtractedTable[] = [];
  let rows: ExtractedTable['rows'] = [];
  let at = page.start;
  const flush = () => {
    if (rows.length > 0) tables.push({ rows });
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
