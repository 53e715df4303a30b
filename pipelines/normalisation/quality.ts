import { isCommonHan } from '../extraction/index.js';

/** In running text at least this share of the Chinese characters are everyday ones. */
const USUAL_SHARE = 0.85;
/** Fewer Chinese characters than this say nothing about how usual they are. */
const ENOUGH_HAN = 20;

/**
 * How much a text looks like something that was written to be read, 0..1: private-use and replacement characters
 * count three times against it, accented letters and odd signs once, and rare characters where most are rare.
 */
export function textQuality(text: string): number {
  const counts = { all: 0, broken: 0, odd: 0, han: 0, common: 0 };
  for (const character of text) {
    const code = character.codePointAt(0)!;
    if (/\s/u.test(character)) continue;
    counts.all++;
    if (/\p{Script=Han}/u.test(character)) {
      counts.han++;
      if (isCommonHan(character)) counts.common++;
    } else if (code === 0xfffd || /[\p{Co}\p{Cc}\p{Cn}]/u.test(character)) counts.broken++;
    else if (code >= 0xa0 && code < 0x370 && !'·×÷°±²³'.includes(character)) counts.odd++;
  }
  if (counts.all === 0) return 1;
  const usual =
    counts.han < ENOUGH_HAN ? 1 : Math.min(1, counts.common / Math.max(1, counts.han) / USUAL_SHARE);
  const sound = 1 - (3 * counts.broken + counts.odd) / counts.all;
  return round(Math.max(0, sound) * usual);
}

export function round(share: number): number {
  return Math.round(share * 1000) / 1000;
}
