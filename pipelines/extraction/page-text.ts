import { type ExtractedTable, PermanentError, type Span } from '../../domain/index.js';
import { moveTable } from '../table-text.js';
import { MAX_FILE_CHARACTERS, MAX_TABLE_CELLS, MAX_TABLE_ROWS, MAX_TEXT_CHARACTERS } from './limits.js';

/** The text of a page and its tables, their cells by their place in the text. */
export interface PageText {
  text: string;
  tables: ExtractedTable[];
}

/** How much may still be written; pages of one file share it. */
export interface TextBudget {
  /** Outside tables. */
  prose: number;
  inTables: number;
  cells: number;
  /** With something in them. */
  rows: number;
}

export function newTextBudget(): TextBudget {
  return {
    prose: MAX_TEXT_CHARACTERS,
    inTables: MAX_FILE_CHARACTERS,
    cells: MAX_TABLE_CELLS,
    rows: MAX_TABLE_ROWS,
  };
}

export interface CellShape {
  /** Columns that the cell takes. */
  columns?: number;
  /** Rows that the cell takes, itself included. */
  rows?: number;
  /** The cell goes on the one above it. */
  continues?: boolean;
}

/**
 * Writes a page: one line a paragraph, empty ones left out but for gaps; a table's row is a line with its cells apart by tabs (an
 * empty cell keeps its tab, so that columns stay where they are; rows with nothing in them are left out). A cell that
 * is merged over rows or columns is written once; among the table's cells it stands in each row and column that it
 * takes. The paragraphs of a cell are joined by a space, or by line feeds where the cell holds prose. A table inside a
 * cell is read as the cell's paragraphs.
 *
 * Every call throws `PermanentError` `extraction.too_much_text` or `extraction.too_many_rows` once the budget is spent.
 */
export interface PageWriter {
  write(text: string): void;
  endLine(): void;
  /** An empty line: between typed lines it parts paragraphs. */
  leaveGap(): void;
  openTable(): void;
  /** @param number what the row is called; its place in the table where none is given. */
  openRow(number?: number): void;
  openCell(): void;
  closeCell(shape?: CellShape): void;
  closeRow(): void;
  closeTable(): void;
  /** Puts in what another writer wrote, behind the line that is being written. */
  append(page: PageText): void;
  finish(): PageText;
}

/** A cell whose paragraphs are longer than this holds prose: its paragraphs stay apart. */
const PROSE_LENGTH = 30;
/** More columns than any program gives to one cell. */
const MOST_COLUMNS = 1_000;

interface OpenCell {
  text: string;
  columns: number;
  rows: number;
  continues: boolean;
}

interface OpenTable {
  table: ExtractedTable;
  rows: number;
  row: { number: number; cells: OpenCell[] } | null;
  /** By column: what reaches down from the rows above. */
  above: Reach[];
}

interface Reach {
  span: Span;
  /** Rows that it still takes. */
  left: number;
}

export function openPageText(budget: TextBudget = newTextBudget()): PageWriter {
  const lines: string[] = [];
  const tables: ExtractedTable[] = [];
  let length = 0;
  let depth = 0;
  let table: OpenTable | null = null;
  let cell: string[] | null = null;
  let line = '';

  const spend = (cost: Partial<TextBudget>) => {
    budget.prose -= cost.prose ?? 0;
    budget.inTables -= cost.inTables ?? 0;
    budget.cells -= cost.cells ?? 0;
    budget.rows -= cost.rows ?? 0;
    if (budget.rows < 0) throw new PermanentError('extraction.too_many_rows', { limit: MAX_TABLE_ROWS });
    if (budget.prose < 0)
      throw new PermanentError('extraction.too_much_text', { limit: MAX_TEXT_CHARACTERS });
    if (budget.inTables < 0 || budget.cells < 0)
      throw new PermanentError('extraction.too_much_text', { limit: MAX_FILE_CHARACTERS });
  };
  /** Puts a line into the page and gives the offset at which it begins. */
  const push = (text: string): number => {
    const start = lines.length === 0 ? 0 : length + 1;
    lines.push(text);
    length = start + text.length;
    return start;
  };
  const endLine = () => {
    const text = line;
    line = '';
    if (text.trim() === '') return;
    if (cell) cell.push(text.trim().replaceAll('\t', ' '));
    else push(text.trimEnd());
  };
  const closeRow = () => {
    if (depth !== 1 || !table?.row) return endLine();
    if (cell) closeCell();
    const { number, cells } = table.row;
    table.row = null;
    const placed = placeCells(cells, table.above);
    const empty = placed.every(({ text }) => text === '');
    spend({
      inTables: placed.length,
      cells: placed.reduce((sum, { columns }) => sum + columns, 0),
      rows: empty ? 0 : 1,
    });
    const start = empty ? length : push(placed.map(({ text }) => text).join('\t'));
    const { spans, above } = spansOf(placed, table.above, start, empty ? 0 : 1);
    table.above = above;
    if (!empty) table.table.rows.push({ row: number, cells: spans });
  };
  const closeCell = ({ columns = 1, rows = 1, continues = false }: CellShape = {}) => {
    endLine();
    if (depth !== 1 || !table?.row || !cell) return;
    const text = cell.join(cell.some((p) => p.length > PROSE_LENGTH) ? '\n' : ' ');
    table.row.cells.push({
      text,
      columns: clamp(columns, MOST_COLUMNS),
      rows: clamp(rows, 65_536),
      continues,
    });
    cell = null;
  };
  return {
    write(text) {
      spend(cell ? { inTables: text.length } : { prose: text.length });
      line += text;
    },
    endLine,
    leaveGap() {
      endLine();
      if (!cell && lines.length > 0) push('');
    },
    openTable() {
      endLine();
      depth += 1;
      if (depth === 1) {
        table = { table: { rows: [] }, rows: 0, row: null, above: [] };
        tables.push(table.table);
      }
    },
    openRow(number) {
      endLine();
      if (depth !== 1 || !table) return;
      if (table.row) closeRow();
      table.rows += 1;
      table.row = { number: number ?? table.rows, cells: [] };
    },
    openCell() {
      endLine();
      if (depth !== 1 || !table?.row) return;
      if (cell) closeCell();
      cell = [];
    },
    closeCell,
    closeRow,
    closeTable() {
      endLine();
      if (depth === 0) return;
      if (depth === 1 && table) {
        if (table.row) closeRow();
        table = null;
      }
      depth -= 1;
    },
    append(page) {
      endLine();
      if (page.text === '') return;
      if (cell) {
        // One by one: a row of hundreds of thousands of lines is more than a call takes as arguments.
        for (const text of page.text.split('\n')) cell.push(text.replaceAll('\t', ' ').trim());
        return;
      }
      const start = push(page.text);
      for (const inner of page.tables) tables.push(moveTable(inner, start));
    },
    finish() {
      endLine();
      while (depth > 0) this.closeTable();
      return { text: lines.join('\n'), tables: tables.filter(({ rows }) => rows.length > 0) };
    },
  };
}

/** The cells of a row in the order of their columns, with those that reach into it from above. */
function placeCells(cells: readonly OpenCell[], above: readonly Reach[]): OpenCell[] {
  const placed: OpenCell[] = [];
  let column = 0;
  const takeFromAbove = () => {
    while ((above[column]?.left ?? 0) > 0) {
      const { span } = above[column]!;
      let columns = 1;
      while (above[column + columns]?.span === span) columns += 1;
      placed.push({ text: '', columns, rows: above[column]!.left, continues: true });
      column += columns;
    }
  };
  for (const cell of cells) {
    takeFromAbove();
    placed.push(cell);
    column += cell.columns;
  }
  takeFromAbove();
  return placed;
}

/** One span a column, and what of them reaches further down. */
function spansOf(
  placed: readonly OpenCell[],
  above: readonly Reach[],
  start: number,
  gap: number,
): { spans: Span[]; above: Reach[] } {
  const spans: Span[] = [];
  const reach: Reach[] = [];
  let at = start;
  for (const { text, columns, rows, continues } of placed) {
    const own = { start: at, end: at + text.length };
    const goesOn = continues && text === '' ? above[spans.length] : undefined;
    const span = goesOn?.span ?? own;
    for (let i = 0; i < columns; i++) {
      spans.push(span);
      reach.push({ span, left: rows - 1 });
    }
    at = own.end + gap;
  }
  return { spans, above: reach };
}

function clamp(value: number, most: number): number {
  return Number.isInteger(value) && value > 1 ? Math.min(value, most) : 1;
}
