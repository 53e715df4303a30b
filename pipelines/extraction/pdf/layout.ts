import type { ExtractedTable } from '../../../domain/index.js';
import { findGrids, type Grid, type Rule, sortIntoCells } from '../../grid.js';
import { joinCellLines, moveTable, writeTable } from '../../table-text.js';
import type { FilledIn } from './annotations.js';
import { findPlainTables, splitColumns } from './columns.js';
import type { Glyph, PageContent } from './content.js';
import type { Box } from './coordinates.js';
import { dropDoubles, isVertical, type Line, lineText, type Placed, toLines, turnUpright } from './lines.js';

export interface LaidOut {
  text: string;
  tables: ExtractedTable[];
  /** Characters that are drawn but not seen, in the order of the file. */
  hidden: string;
  /** The order of the file is not the order of reading, or there is a table: this text is to be taken. */
  needed: boolean;
  /** For a table that goes on overleaf: the columns and last row of one at the foot, and those of one at the head. */
  foot: { xs: number[]; lastRow: number; table: ExtractedTable } | null;
  head: { xs: number[]; table: ExtractedTable } | null;
}

/** Points between lines that are meant to be one. */
const TOLERANCE = 2.2;
/** With this share of a page upright text is what it is read by; the rest is a stamp or a note at the side. */
const UPRIGHT_SHARE = 0.3;
/** Page numbers, running heads and repeated column heads may stand between two pieces of one table. */
const BETWEEN_PIECES = 40;
const MAX_LINES = 1_000;

/** The text of a page in the order of reading, with its tables; hidden characters are kept apart. */
export function layOut(content: PageContent, filledIn: readonly FilledIn[], keepHidden: boolean): LaidOut {
  const seen = keepHidden ? content.glyphs : content.glyphs.filter((g) => !g.hidden);
  const hidden = keepHidden ? '' : textOf(content.glyphs.filter((g) => g.hidden));
  const glyphs = dropDoubles([...seen]);
  const groups = new Map<Glyph['turn'], Glyph[]>();
  for (const glyph of glyphs) {
    const group = groups.get(glyph.turn);
    if (group) group.push(glyph);
    else groups.set(glyph.turn, [glyph]);
  }
  const upright = groups.get(0) ?? [];
  const [largest = 0] = [...groups].sort((a, b) => b[1].length - a[1].length)[0] ?? [];
  const main = upright.length >= glyphs.length * UPRIGHT_SHARE ? 0 : largest;
  const vertical = main === 0 && isVertical(upright);
  const turn = vertical ? 1 : (main ?? 0);
  const mainGlyphs: Placed[] = (groups.get(main) ?? []).map((g) => turnUpright(g, turn));
  const values = filledIn.flatMap(placeValue).map((g) => turnUpright(g, main ?? 0));
  const rules = turnRules(content, turn);
  const grids = findGrids(rules.level, rules.upright, TOLERANCE).filter((grid) => isTable(grid, mainGlyphs));
  const body = writeBody([...mainGlyphs, ...values], grids);
  const others = [...groups]
    .filter(([other]) => other !== main)
    .map(([other, some]) =>
      other === null
        ? slantedText(some)
        : toLines(some.map((g) => turnUpright(g, other)))
            .map(lineText)
            .join('\n'),
    );
  return {
    ...body,
    text: [body.text, ...others].filter((t) => t !== '').join('\n'),
    hidden,
    needed:
      body.tables.length > 0 ||
      body.split ||
      vertical ||
      groups.size > 1 ||
      main !== 0 ||
      values.length > 0 ||
      hidden !== '' ||
      glyphs.length < seen.length,
  };
}

/** Watermarks: in the order of the file, each once. */
function slantedText(glyphs: readonly Glyph[]): string {
  const runs: string[] = [];
  for (const [i, glyph] of glyphs.entries()) {
    const before = glyphs[i - 1];
    const apart = before ? Math.hypot(glyph.left - before.left, glyph.top - before.top) : Infinity;
    if (apart > glyph.size * 2) runs.push(glyph.text);
    else runs[runs.length - 1] += glyph.text;
  }
  return [...new Set(runs.map((run) => run.trim()))].join('\n');
}

function textOf(glyphs: readonly Glyph[]): string {
  return glyphs
    .map((g) => g.text)
    .join('')
    .trim();
}

/** Ruled fields are a table where words stand in several of them, and more than one to a field. */
function isTable(grid: Grid, glyphs: readonly Placed[]): boolean {
  const filled = sortIntoCells(grid, glyphs, middleOf)
    .map((some) => some.length)
    .filter((count) => count > 0);
  const all = filled.reduce((sum, n) => sum + n, 0);
  return filled.length >= 2 && all >= filled.length * 1.5;
}

function middleOf({ left, top, right, bottom }: Box): [x: number, y: number] {
  return [(left + right) / 2, (top + bottom) / 2];
}

function isIn(glyph: Box, cell: Box): boolean {
  const [x, y] = middleOf(glyph);
  return x >= cell.left && x < cell.right && y >= cell.top && y < cell.bottom;
}

type Body = Pick<LaidOut, 'text' | 'tables' | 'foot' | 'head'> & { split: boolean };

function writeBody(glyphs: readonly Placed[], grids: readonly Grid[]): Body {
  const free = glyphs.filter((g) => !grids.some((grid) => isIn(g, grid)));
  const lines = toLines(free);
  const body: Body = { text: '', tables: [], split: false, foot: null, head: null };
  const add = (text: string) => {
    if (body.text !== '' && text !== '') body.text += '\n';
    const at = body.text.length;
    body.text += text;
    return at;
  };
  let from = 0;
  for (const grid of [...grids, null]) {
    const to = grid ? lines.findIndex((line) => line.top >= grid.top) : -1;
    const end = to < 0 ? lines.length : Math.max(to, from);
    addLines(body, lines.slice(from, end), add);
    from = end;
    if (!grid) continue;
    const texts = sortIntoCells(grid, glyphs, middleOf).map(cellText);
    const written = writeTable(grid, texts);
    if (body.text.length <= BETWEEN_PIECES && body.tables.length === 0)
      body.head = { xs: grid.xs, table: written.table };
    const at = add(written.text);
    const table = moveTable(written.table, at);
    if (body.head?.table === written.table) body.head.table = table;
    body.tables.push(table);
    body.foot = { xs: grid.xs, lastRow: written.lastRow, table };
  }
  if (body.foot && body.text.length - lastEnd(body.foot.table) > BETWEEN_PIECES) body.foot = null;
  return body;
}

function lastEnd({ rows }: ExtractedTable): number {
  return Math.max(0, ...rows.flatMap((row) => row.cells.map((cell) => cell.end)));
}

function addLines(body: Body, lines: readonly Line[], add: (text: string) => number): void {
  // More lines than a sheet can hold are not laid out by anybody: they stay in their order.
  const tables = lines.length > MAX_LINES ? [] : findPlainTables(lines);
  let at = 0;
  for (const { from, to } of [...tables, { from: lines.length, to: lines.length }]) {
    const { lines: ordered, split } =
      lines.length > MAX_LINES ? { lines, split: false } : splitColumns(lines.slice(at, from));
    body.split ||= split;
    for (const line of ordered) add(lineText(line));
    const table: ExtractedTable = { rows: [] };
    for (const line of lines.slice(from, to)) {
      let start = add(lineText(line));
      const cells = line.segments.map(({ text }) => {
        const cell = { start, end: start + text.length };
        start = cell.end + 1;
        return cell;
      });
      table.rows.push({ row: table.rows.length + 1, cells });
    }
    if (table.rows.length > 0) body.tables.push(table);
    at = to;
  }
}

function cellText(glyphs: readonly Placed[]): string {
  const lines = toLines(glyphs).map((line) => ({
    text: line.segments.map((s) => s.text).join(' '),
    left: line.left,
    right: line.right,
  }));
  return lines.length === 0 ? '' : joinCellLines(lines, glyphs[0]!.size);
}

function turnRules({ level, upright }: PageContent, turn: 0 | 1 | 2 | 3): { level: Rule[]; upright: Rule[] } {
  if (turn === 0) return { level, upright };
  const out = { level: [] as Rule[], upright: [] as Rule[] };
  const put = (box: Box) => {
    const { left, top, right, bottom } = turnUpright(box, turn);
    if (right - left >= bottom - top) out.level.push({ at: top, from: left, to: right });
    else out.upright.push({ at: left, from: top, to: bottom });
  };
  for (const r of level) put({ left: r.from, right: r.to, top: r.at, bottom: r.at });
  for (const r of upright) put({ left: r.at, right: r.at, top: r.from, bottom: r.to });
  return out;
}

/** What was filled in, as characters inside its field: line by line from its top. */
function placeValue({ text, left, top, right, bottom }: FilledIn): Placed[] {
  const rows = text.split(/\r\n|[\r\n]/u).filter((row) => row.trim() !== '');
  const height = (bottom - top) / Math.max(1, rows.length);
  const longest = Math.max(1, ...rows.map((row) => [...row].length));
  const size = Math.min(height, 12, Math.max(4, (right - left) / longest));
  return rows.flatMap((row, r) => {
    const middle = top + height * (r + 0.5);
    return [...row].map((character, i) => {
      const from = left + ((right - left) * i) / longest;
      const x = longest * size < right - left ? left + i * size : from;
      const box = { left: x, right: x + size, top: middle - size / 2, bottom: middle + size / 2 };
      return { text: character, size, ...box };
    });
  });
}
