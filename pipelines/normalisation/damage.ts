import iconv from 'iconv-lite';
import { isCommonHan } from '../extraction/index.js';

/** Characters are looked at in windows of this many Chinese ones. */
const WINDOW = 12;
/** Mojibake: this many of a window are unusual, and this many of them no everyday list knows. */
const UNUSUAL = 8;
const RARE = 3;

/** GB 2312 level 1: the 3,755 characters of everyday use, in rows 16 to 55. */
const levelOne: ReadonlySet<string> = new Set(
  iconv.decode(
    Buffer.from(
      Array.from({ length: 0xd8 - 0xb0 }, (_, row) =>
        Array.from({ length: 94 }, (_, cell) => [0xb0 + row, 0xa1 + cell]),
      ).flat(2),
    ),
    'gb2312',
  ),
);

/** The classic leftovers of a wrong conversion. */
const known = /锟斤拷|烫烫烫|屯屯屯|ï»¿|â€|\uFFFD|\?{4,}/u;
/** UTF-8 or GBK read as Latin-1 or Windows-1252: runs of accented letters and signs. */
const latin = /[\u00C0-\u00FF](?:[ -~]?[\u0080-\u00FF\u0152-\u017E\u02C6\u02DC\u2018-\u2122]){5}/u;

/**
 * Whether a stretch of the text was destroyed by a wrong conversion: its characters are ones that nobody
 * writes side by side. Only flagged, never put right: part of such text is lost for good, and a guess
 * would stand in a letter as if its writer had written it.
 */
export function isDamaged(text: string): boolean {
  if (known.test(text) || latin.test(text)) return true;
  // Lists of names and the cells of a table hold rare characters side by side: they end a stretch.
  return text.split(/[、\t\n]/u).some(hasUnusualWindow);
}

function hasUnusualWindow(text: string): boolean {
  const window: { unusual: boolean; rare: boolean }[] = [];
  let unusual = 0;
  let rare = 0;
  for (const character of text) {
    if (character < '\u4E00' || character > '\u9FFF') continue;
    const entry = { unusual: !isCommonHan(character), rare: !levelOne.has(character) };
    window.push(entry);
    if (entry.unusual) unusual++;
    if (entry.rare) rare++;
    if (window.length > WINDOW) {
      const gone = window.shift()!;
      if (gone.unusual) unusual--;
      if (gone.rare) rare--;
    }
    if (unusual >= UNUSUAL && rare >= RARE) return true;
  }
  return false;
}
