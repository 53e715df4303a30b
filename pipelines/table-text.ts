import type { ExtractedTable, Span } from '../domain/index.js';
import type { Grid } from './grid.js';

/** One line of print in a cell. */
export interface CellLine {
  text: string;
  left: number;
  right: number;
}

/** A cell whose text is longer than this holds prose: its paragraphs stay apart. */
const PROSE_LENGTH = 30;
const paragraphEnd = /[。！？；!?;][”’"'）)》】]{0,2}$/u;
const latinEnd = /[\p{Script=Latin}\d,.;]$/u;
const latinStart = /^[\p{Script=Latin}\d]/u;

/**
 * The lines of one cell as its text: broken lines are joined, and where the cell holds prose a line that ends
 * a sentence before the edge ends a paragraph.
 *
 * @param unit the size of a character.
 */
export function joinCellLines(lines: readonly CellLine[], unit: number): string {
  const flat = lines.map((line) => ({ ...line, text: line.text.replace(/[\t\n]+/gu, ' ').trim() }));
  const prose = flat.reduce((sum, { text }) => sum + text.length, 0) > PROSE_LENGTH;
  const right = Math.max(...flat.map((line) => line.right));
  let text = '';
  for (const [i, line] of flat.entries()) {
    const before = flat[i - 1];
    if (before && prose && paragraphEnd.test(before.text) && right - before.right > unit * 2) text += '\n';
    else if (before && latinEnd.test(text) && latinStart.test(line.text) && !/\d$/.test(text)) text += ' ';
    text += line.text;
  }
  return text;
}

/**
 * A table as text: one line a row, cells apart by tabs; a cell that began in a row above leaves its place empty
 * and stands, in `table`, in every row that it covers. Rows without a word are left out.
 *
 * @param texts of the grid's cells, in their order.
 * @param firstRow the number of the first row: more than 1 where a table goes on from the page before.
 */
export function writeTable(
  { cells, rows }: Grid,
  texts: readonly string[],
  firstRow = 1,
): { text: string; table: ExtractedTable; lastRow: number } {
  const spans = new Map<number, Span>();
  const table: ExtractedTable = { rows: [] };
  let text = '';
  let number = firstRow;
  for (let row = 0; row < rows; row++) {
    const inRow = cells
      .map((cell, index) => ({ cell, index }))
      .filter(({ cell }) => cell.row <= row && row < cell.row + cell.rows)
      .sort((a, b) => a.cell.column - b.cell.column);
    if (inRow.every(({ cell, index }) => cell.row < row || texts[index] === '')) continue;
    if (text !== '') text += '\n';
    for (const [i, { cell, index }] of inRow.entries()) {
      if (i > 0) text += '\t';
      if (cell.row < row && spans.has(index)) continue;
      const start = text.length;
      text += texts[index]!;
      spans.set(index, { start, end: text.length });
    }
    table.rows.push({ row: number++, cells: inRow.map(({ index }) => ({ ...spans.get(index)! })) });
  }
  return { text, table, lastRow: number - 1 };
}

/** The same table where its text stands `by` further on. */
export function moveTable({ rows }: ExtractedTable, by: number): ExtractedTable {
  return {
    rows: rows.map(({ row, cells }) => ({
      row,
      cells: cells.map(({ start, end }) => ({ start: start + by, end: end + by })),
    })),
  };
}
