import iconv from 'iconv-lite';
import type { Span } from '../../domain/index.js';
import { isCommonHanAt } from '../extraction/index.js';
import { oneOf } from '../one-of.js';

/** Characters are looked at in windows of this many Chinese ones. */
const WINDOW = 12;
/** Mojibake: this many of a window are unusual, and this many of them no everyday list knows. */
const UNUSUAL = 8;
const RARE = 3;

/** GB 2312 level 1: the 3,755 characters of everyday use, in rows 16 to 55. */
const isLevelOne = oneOf(
  iconv.decode(
    Buffer.from(
      Array.from({ length: 0xd8 - 0xb0 }, (_, row) =>
        Array.from({ length: 94 }, (_, cell) => [0xb0 + row, 0xa1 + cell]),
      ).flat(2),
    ),
    'gb2312',
  ),
);

/** Characters that are looked at: all that GB 2312 has, and those like them. */
const isUnified = oneOf('\u4e00-\u9fff');

/** The classic leftovers of a wrong conversion; and one byte lost from GBK, which turned brackets and accents up. */
const known =
  /锟斤拷[锟斤拷]*|烫烫烫+|屯屯屯+|ï»¿|â€[\u0080-\u2122]?|\uFFFD+|\?{4,}|\?[a-z]{0,3}[āáǎàēéěèīíǐìōóǒòūúǔù][a-z]{0,3}\)/gu;
/** UTF-8 or GBK read as Latin-1 or Windows-1252: runs of accented letters and signs. */
const latin =
  /[\u00C0-\u00FF](?:[ -~]?[\u0080-\u00FF\u0152-\u017E\u02C6\u02DC\u2013-\u203A\u20AC\u2122]){5,9999}/gu;

/**
 * The stretches of a text that were destroyed by a wrong conversion: their characters are ones that nobody writes
 * side by side. Only shown, never put right: part of such text is lost for good, and a guess would stand in a
 * letter as if its writer had written it.
 *
 * @returns ascending, not overlapping, in UTF-16 offsets.
 */
export function findDamage(text: string): Span[] {
  const spans = findMarks(text);
  // Lists of names and the cells of a table hold rare characters side by side: they end a stretch.
  let start = 0;
  for (const part of text.split(/[、\t\n]/u)) {
    spans.push(...unusualWindows(part, start));
    start += part.length + 1;
  }
  return joinSpans(spans);
}

/** Only the marks of a wrong conversion; normal forms take some of them apart, so they are sought before. */
export function findMarks(text: string): Span[] {
  return [known, latin].flatMap((pattern) =>
    [...text.matchAll(pattern)].map((m): Span => ({ start: m.index, end: m.index + m[0].length })),
  );
}

function unusualWindows(text: string, at: number): Span[] {
  // Hardly any stretch has as many rare characters as a single window needs.
  if (!hasRare(text, RARE)) return [];
  const window: { place: number; unusual: boolean; rare: boolean }[] = [];
  const spans: Span[] = [];
  let unusual = 0;
  let rare = 0;
  for (let i = 0; i < text.length; i++) {
    if (!isUnified(text, i)) continue;
    const entry = { place: i, unusual: !isCommonHanAt(text, i), rare: !isLevelOne(text, i) };
    window.push(entry);
    if (entry.unusual) unusual++;
    if (entry.rare) rare++;
    if (window.length > WINDOW) {
      const gone = window.shift()!;
      if (gone.unusual) unusual--;
      if (gone.rare) rare--;
    }
    if (unusual < UNUSUAL || rare < RARE) continue;
    const first = window.find((e) => e.unusual)!.place;
    spans.push({ start: at + first, end: at + i + 1 });
  }
  return spans;
}

function hasRare(text: string, most: number): boolean {
  let rare = 0;
  for (let i = 0; i < text.length; i++)
    if (isUnified(text, i) && !isLevelOne(text, i) && ++rare === most) return true;
  return false;
}

export function joinSpans(spans: Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of spans.sort((a, b) => a.start - b.start)) {
    const last = joined[joined.length - 1];
    if (last && span.start <= last.end + 2) last.end = Math.max(last.end, span.end);
    else joined.push({ ...span });
  }
  return joined;
}
