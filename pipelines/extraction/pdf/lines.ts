import type { Glyph } from './content.js';
import type { Box } from './coordinates.js';

/** A character on its way into a line: reading goes along x, lines follow each other along y. */
export interface Placed extends Box {
  text: string;
  size: number;
}

/** Characters that stand together, without a gap as wide as between columns. */
export interface Segment extends Box {
  text: string;
  size: number;
}

export interface Line extends Box {
  segments: Segment[];
}

/** In sizes of a character: a wider gap parts columns, a narrower one Latin words. */
const COLUMN_GAP = 1.6;
const WORD_GAP = 0.22;

/** Coordinates in which the glyphs' reading direction runs along x and their lines follow along y. */
export function turnUpright<B extends Box>(box: B, turn: 0 | 1 | 2 | 3): B {
  const { left, top, right, bottom } = box;
  if (turn === 0) return box;
  if (turn === 1) return { ...box, left: top, right: bottom, top: -right, bottom: -left };
  if (turn === 2) return { ...box, left: -right, right: -left, top: -bottom, bottom: -top };
  return { ...box, left: -bottom, right: -top, top: left, bottom: right };
}

/** Characters drawn twice at (almost) the same place, as some printers make bold, once. */
export function dropDoubles<G extends Placed>(glyphs: readonly G[]): G[] {
  const seen = new Map<string, G[]>();
  return glyphs.filter((glyph) => {
    const cell = (x: number) => Math.floor(x / 4);
    const near = [-1, 0, 1].flatMap((dx) =>
      [-1, 0, 1].flatMap(
        (dy) => seen.get(`${cell(glyph.left) + dx} ${cell(glyph.top) + dy} ${glyph.text}`) ?? [],
      ),
    );
    const reach = Math.min(1.5, glyph.size * 0.2);
    if (near.some((n) => Math.abs(n.left - glyph.left) <= reach && Math.abs(n.top - glyph.top) <= reach)) {
      return false;
    }
    const key = `${cell(glyph.left)} ${cell(glyph.top)} ${glyph.text}`;
    seen.set(key, [...(seen.get(key) ?? []), glyph]);
    return true;
  });
}

/** Lines from top to bottom. */
export function toLines(glyphs: readonly Placed[]): Line[] {
  const rows: { glyphs: Placed[]; middle: number; size: number }[] = [];
  for (const glyph of [...glyphs].sort((a, b) => a.top + a.bottom - b.top - b.bottom)) {
    const middle = (glyph.top + glyph.bottom) / 2;
    const row = rows
      .slice(-3)
      .findLast((r) => Math.abs(r.middle - middle) < Math.max(r.size, glyph.size) * 0.45);
    if (row) {
      row.glyphs.push(glyph);
      if (glyph.size > row.size) {
        row.size = glyph.size;
        row.middle = middle;
      }
    } else rows.push({ glyphs: [glyph], middle, size: glyph.size });
  }
  return rows.flatMap((row) => {
    const segments = toSegments(row.glyphs);
    return segments.length === 0 ? [] : [{ segments, ...around(segments) }];
  });
}

function toSegments(glyphs: readonly Placed[]): Segment[] {
  const segments: Segment[] = [];
  let space = false;
  for (const glyph of [...glyphs].sort((a, b) => a.left - b.left)) {
    if (/^\s*$/u.test(glyph.text)) {
      space = true;
      continue;
    }
    const last = segments[segments.length - 1];
    const gap = last ? glyph.left - last.right : 0;
    const size = last ? Math.min(last.size, glyph.size) : glyph.size;
    if (!last || gap > size * COLUMN_GAP) segments.push({ ...glyph });
    else {
      if (space || gap > size * WORD_GAP) last.text += ' ';
      last.text += glyph.text;
      Object.assign(last, around([last, glyph]), { size: Math.max(last.size, glyph.size) });
    }
    space = false;
  }
  return segments;
}

export function around(boxes: readonly Box[]): Box {
  return {
    left: Math.min(...boxes.map((b) => b.left)),
    top: Math.min(...boxes.map((b) => b.top)),
    right: Math.max(...boxes.map((b) => b.right)),
    bottom: Math.max(...boxes.map((b) => b.bottom)),
  };
}

export function lineText(line: Pick<Line, 'segments'>): string {
  return line.segments.map((s) => s.text).join('\t');
}

/** Whether most characters follow the one before them downwards: vertical writing. */
export function isVertical(glyphs: readonly Glyph[]): boolean {
  let down = 0;
  let along = 0;
  for (const [i, glyph] of glyphs.entries()) {
    const before = glyphs[i - 1];
    if (!before) continue;
    const [dx, dy] = [glyph.left - before.left, glyph.top - before.top];
    if (Math.abs(dx) < glyph.size * 0.4 && dy > glyph.size * 0.5 && dy < glyph.size * 2.2) down++;
    else if (Math.abs(dy) < glyph.size * 0.4 && dx > 0) along++;
  }
  return down >= 8 && down > along * 2;
}
