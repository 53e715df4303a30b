import type { Glyph } from './glyphs.js';

/** `print`: spaces were guessed from gaps by a reader of PDF or scans; `typed`: somebody pressed the key. */
export type SpaceOrigin = 'print' | 'typed';

const han = /^\p{Script=Han}$/u;
const latinOrDigit = /^[\p{Script=Latin}\p{Nd}]$/u;
const chinesePunctuation = /^[\u3001-\u3020！？，：；（）～…“”‘’—·]$/u;
/** A gap this wide in print is a column, not a gap between characters. */
const COLUMN = 3;

/**
 * Takes out the spaces that Chinese does not write: between Chinese characters, between them and figures,
 * and beside Chinese punctuation. One space is kept where it separates: between Latin words and figures,
 * where print has a wide gap, before the next field of a form, and between two typed words of at least two characters (a list of names);
 * 张　三 and 姓    名 are closed up.
 */
export function tidySpaces(line: readonly Glyph[], origin: SpaceOrigin): Glyph[] {
  const tidy: Glyph[] = [];
  let at = 0;
  while (at < line.length) {
    if (line[at]!.text !== ' ') {
      tidy.push(line[at++]!);
      continue;
    }
    const from = at;
    while (at < line.length && line[at]!.text === ' ') at++;
    if (keepsSpace(line, from, at, origin))
      tidy.push({ text: ' ', start: line[from]!.start, end: line[at - 1]!.end });
  }
  return tidy;
}

function keepsSpace(line: readonly Glyph[], from: number, to: number, origin: SpaceOrigin): boolean {
  const before = line[from - 1]?.text;
  const after = line[to]?.text;
  if (before === undefined || after === undefined || before === '\t' || after === '\t') return false;
  if (chinesePunctuation.test(before) || chinesePunctuation.test(after)) return false;
  const beforeHan = han.test(before);
  const afterHan = han.test(after);
  const gap = to - from;
  if (startsLabel(line, to)) return true;
  if (beforeHan && afterHan) {
    if (origin === 'print' && gap < COLUMN) return false;
    return wordLength(line, from - 1, -1) > 1 && wordLength(line, to, 1) > 1;
  }
  const mixed = (beforeHan && latinOrDigit.test(after)) || (afterHan && latinOrDigit.test(before));
  return !mixed || gap >= COLUMN;
}

/** 电话： and its like: in a form the next field begins here. */
function startsLabel(line: readonly Glyph[], at: number): boolean {
  let text = '';
  for (let i = at; i < at + 12 && i < line.length; i++) text += line[i]!.text;
  return /^\p{Script=Han}{2,8} {0,2}[：:]/u.test(text);
}

/** Glyphs without a space from `at` in a direction; more than two are not counted. */
function wordLength(line: readonly Glyph[], at: number, step: 1 | -1): number {
  let length = 0;
  for (let i = at; length < 2 && line[i] !== undefined && !/^[ \t]$/.test(line[i]!.text); i += step) length++;
  return length;
}
