import { isCommonHan } from '../characters/index.js';

export type TextLayer = 'text' | 'empty' | 'garbage';

/**
 * On a page that an image covers, fewer letters than this are a fax header, a stamp line or a page label: a
 * page of a letter has 300 to 700 characters, and a searchable scan carries them all.
 */
export const OVERLAY_LETTERS = 200;
/** Fewer Chinese characters than this say nothing about how usual they are. */
const ENOUGH_HAN = 30;
/** In any real text at least two of three characters are everyday ones; lists of rare names still pass. */
const LEAST_COMMON_SHARE = 0.25;
/** Bullets and ticks of symbol fonts are private-use characters: a few are no garbage. */
const MOST_BROKEN_SHARE = 0.15;
const LEAST_LETTER_SHARE = 0.4;

const han = /\p{Script=Han}/u;
const letterOrDigit = /[\p{Script=Latin}\p{Nd}]/u;

/**
 * Whether the text layer of a PDF page can be believed. Fonts without a character map give private-use
 * and replacement characters, `(cid:123)`, Latin letters with accents in the place of Chinese ones, or
 * Chinese characters that nobody uses.
 */
export function judgeTextLayer(text: string): { layer: TextLayer; letters: number } {
  const counts = { all: 0, broken: 0, han: 0, commonHan: 0, plain: 0, accented: 0 };
  for (const character of text.replace(/\(cid:\d{1,6}\)/g, '\uFFFD')) {
    if (/\s/u.test(character)) continue;
    counts.all++;
    countInto(counts, character);
  }
  const letters = counts.han + counts.plain;
  if (counts.all === 0) return { layer: 'empty', letters: 0 };
  const garbage =
    counts.broken > counts.all * MOST_BROKEN_SHARE ||
    (counts.all >= ENOUGH_HAN && letters < counts.all * LEAST_LETTER_SHARE) ||
    (counts.accented > counts.all * 0.3 && counts.han < counts.all * 0.3) ||
    (counts.han >= ENOUGH_HAN && counts.commonHan < counts.han * LEAST_COMMON_SHARE);
  return { layer: garbage ? 'garbage' : 'text', letters };
}

interface Counts {
  broken: number;
  han: number;
  commonHan: number;
  plain: number;
  accented: number;
}

function countInto(counts: Counts, character: string): void {
  const code = character.codePointAt(0)!;
  if (code === 0xfffd || code < 32 || (code >= 0x7f && code < 0xa0) || isPrivateUse(code)) counts.broken++;
  else if (han.test(character)) {
    counts.han++;
    if (isCommonHan(character.normalize('NFKC'))) counts.commonHan++;
  } else if (code >= 0xa0 && code < 0x250) counts.accented++;
  else if (letterOrDigit.test(character)) counts.plain++;
}

function isPrivateUse(code: number): boolean {
  return (code >= 0xe000 && code <= 0xf8ff) || code >= 0xf0000;
}
