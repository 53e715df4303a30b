import type { ExtractedTable } from '../../../domain/index.js';
import type { Grid } from '../../grid.js';
import { joinCellLines, moveTable, writeTable } from '../../table-text.js';
import type { ReadLine, ReadLines } from '../lines.js';
import type { Strip } from './strips.js';

/** Height of a prepared character in pixels. */
const UNIT = 28;

interface PlacedLine {
  text: string;
  confidence: number;
  box: [number, number, number, number];
  sureness: number[];
  strip: Strip;
}

/** What was read of a page whose cells were laid out one below the other, put back into rows. */
export function gatherTables(
  read: ReadLines,
  strips: readonly Strip[],
  grids: readonly Grid[],
): ReadLines & { tables: ExtractedTable[] } {
  const placed = read.lines.map((line) => placeLine(read.text, line, strips));
  const out = { text: '', lines: [] as ReadLine[], tables: [] as ExtractedTable[] };
  const add = (text: string, confidence: number, box: ReadLine['box'], sureness: readonly number[]) => {
    let from = 0;
    for (const line of text.split('\n')) {
      if (out.lines.length > 0) out.text += '\n';
      const start = out.text.length;
      out.text += line;
      const own = sureness.slice(from, from + line.length);
      out.lines.push({ start, end: out.text.length, confidence, box, sureness: own });
      from += line.length + 1;
    }
  };
  let next = 0;
  for (const [g, grid] of [...grids.entries(), [grids.length, null] as const]) {
    for (; next < placed.length && !placed[next]!.strip.cell; next++) {
      const { text, confidence, box, sureness } = placed[next]!;
      add(text, confidence, box, sureness);
    }
    if (!grid) break;
    const from = next;
    while (placed[next]?.strip.cell?.grid === g) next++;
    const table = gatherTable(grid, placed.slice(from, next));
    if (table.text === '') continue;
    const at = out.text.length + (out.lines.length > 0 ? 1 : 0);
    out.tables.push(moveTable(table.table, at));
    add(
      table.text,
      table.confidence,
      [grid.left, grid.top, grid.right, grid.bottom].map(Math.round) as ReadLine['box'],
      table.sureness,
    );
  }
  return { ...out, confidence: read.confidence };
}

function gatherTable(grid: Grid, lines: readonly PlacedLine[]) {
  const texts = grid.cells.map((_, i) => {
    const own = lines.filter((line) => line.strip.cell?.index === i);
    if (own.length === 0) return '';
    return joinCellLines(
      own.map(({ text, box }) => ({ text, left: box[0], right: box[2] })),
      UNIT,
    );
  });
  let sure = 0;
  let characters = 0;
  for (const { text, confidence } of lines) {
    sure += confidence * text.length;
    characters += text.length;
  }
  const written = writeTable(grid, texts);
  return {
    ...written,
    sureness: surenessOf(written.text, grid, lines),
    confidence: characters === 0 ? 0 : sure / characters,
  };
}

/** A table is written row by row and cell by cell: its characters are those of the lines in that order. */
function surenessOf(text: string, { cells }: Grid, lines: readonly PlacedLine[]): number[] {
  const order = cells.map((cell, index) => ({ cell, index }));
  order.sort((a, b) => a.cell.row - b.cell.row || a.cell.column - b.cell.column);
  const read = order
    .flatMap(({ index }) => lines.filter((line) => line.strip.cell?.index === index))
    .flatMap((line) =>
      [...line.sureness.keys()].flatMap((i) => (isSpace(line.text[i]!) ? [] : [line.sureness[i]!])),
    );
  let next = 0;
  return Array.from({ length: text.length }, (_, i) => (isSpace(text[i]!) ? 1 : (read[next++] ?? 0)));
}

const isSpace = (character: string) => /\s/u.test(character);

/** The strip in which a line stands, and its box on the page. */
function placeLine(
  text: string,
  { start, end, confidence, box, sureness }: ReadLine,
  strips: readonly Strip[],
): PlacedLine {
  const middle = (box[1] + box[3]) / 2;
  const strip = strips.findLast((s) => s.y - 8 <= middle) ?? strips[0]!;
  const [dx, dy] = [strip.left - strip.x, strip.top - strip.y];
  return {
    text: text.slice(start, end),
    confidence,
    sureness,
    box: [box[0] + dx, box[1] + dy, box[2] + dx, box[3] + dy],
    strip,
  };
}
