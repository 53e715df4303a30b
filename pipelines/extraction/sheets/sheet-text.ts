import { PermanentError } from '../../../domain/index.js';
import { MAX_FILE_CHARACTERS, MAX_TABLE_CELLS } from '../limits.js';
import { openPageText, type PageText, type TextBudget } from '../page-text.js';

/** A sheet by its cells, each as it is shown; rows and columns count from 0. */
export interface Sheet {
  name: string;
  hidden: boolean;
  rows: Map<number, Map<number, string>>;
  merges: MergedRange[];
  comments: string[];
}

/** From its first cell to its last one, both included. */
export interface MergedRange {
  s: { r: number; c: number };
  e: { r: number; c: number };
}

/** A merged cell among the rows and columns that have something in them. */
interface Merge {
  row: number;
  column: number;
  columns: number;
}

/**
 * A sheet as one table. Rows and columns with nothing in them are left out (a sheet has a million of them), so that
 * one forgotten figure at its far end costs nothing.
 *
 * @throws {PermanentError} `extraction.too_much_text`, `extraction.too_many_rows`.
 */
export function writeSheet(sheet: Sheet, budget: TextBudget): PageText {
  const rows = new Map<number, Map<number, string>>();
  const used = new Set<number>();
  for (const [r, cells] of [...sheet.rows].sort(([a], [b]) => a - b)) {
    const texts = new Map<number, string>();
    for (const [c, shown] of cells) {
      const text = shown.replaceAll('\r\n', '\n').replaceAll('\r', '\n').replaceAll('\t', ' ').trim();
      if (text === '') continue;
      texts.set(c, text);
      used.add(c);
    }
    if (texts.size > 0) rows.set(r, texts);
  }
  const columns = [...used].sort((a, b) => a - b);
  const merged = placeMerges(sheet.merges, rows, columns);

  const writer = openPageText(budget);
  writer.openTable();
  for (const [r, texts] of rows) {
    writer.openRow(r + 1);
    for (let i = 0; i < columns.length; ) {
      const merge = merged.get(place(r, i));
      writer.openCell();
      if (!merge || merge.row === r) {
        for (const line of (texts.get(columns[i]!) ?? '').split('\n')) {
          writer.write(line);
          writer.endLine();
        }
      }
      const width = merge?.columns ?? 1;
      writer.closeCell({ columns: width, continues: merge !== undefined && merge.row !== r });
      i += width;
    }
    writer.closeRow();
  }
  writer.closeTable();
  return writer.finish();
}

/** Merged cells with something in them, by each place (row, place of the column among the used ones) they take. */
function placeMerges(
  ranges: readonly MergedRange[],
  rows: ReadonlyMap<number, ReadonlyMap<number, string>>,
  columns: readonly number[],
): Map<string, Merge> {
  const rowNumbers = [...rows.keys()];
  const merged = new Map<string, Merge>();
  let looked = 0;
  for (const { s, e } of ranges) {
    if (rows.get(s.r)?.get(s.c) === undefined) continue;
    const from = firstFrom(columns, s.c);
    const width = firstFrom(columns, e.c + 1) - from;
    const merge = { row: s.r, column: from, columns: width };
    const places: string[] = [];
    for (let i = firstFrom(rowNumbers, s.r); i < rowNumbers.length && rowNumbers[i]! <= e.r; i++) {
      for (let k = 0; k < width; k++) places.push(place(rowNumbers[i]!, from + k));
      // Those that overlap and come to nothing cost as much.
      looked += width;
      if (looked > MAX_TABLE_CELLS) {
        throw new PermanentError('extraction.too_much_text', { limit: MAX_FILE_CHARACTERS });
      }
    }
    // Merged cells never overlap in a sheet that a program wrote.
    if (places.length > 1 && places.every((key) => !merged.has(key))) {
      for (const key of places) merged.set(key, merge);
    }
  }
  return merged;
}

function place(row: number, column: number): string {
  return `${row},${column}`;
}

/** Where in an ascending list the first number is that is not below `least`. */
function firstFrom(numbers: readonly number[], least: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
