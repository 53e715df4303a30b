import type { ExtractedPage } from '../../../domain/index.js';

/** The cells of a page's table by the text they stand for, row by row. */
export function cellsOf({ text, tables }: Pick<ExtractedPage, 'text' | 'tables'>, table = 0): string[][] {
  return tables[table]!.rows.map(({ cells }) => cells.map(({ start, end }) => text.slice(start, end)));
}

/** The rows' own numbers. */
export function rowNumbers({ tables }: Pick<ExtractedPage, 'tables'>, table = 0): number[] {
  return tables[table]!.rows.map(({ row }) => row);
}
