import { isCommonHanAt } from '../extraction/index.js';

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
  for (let at = 0; at < text.length; ) {
    const code = text.codePointAt(at)!;
    const kind = kindOf(code);
    if (kind !== 'space') counts.all++;
    if (kind === 'han') {
      counts.han++;
      if (isCommonHanAt(text, at)) counts.common++;
    } else if (kind === 'broken') counts.broken++;
    else if (kind === 'odd') counts.odd++;
    at += code > 0xffff ? 2 : 1;
  }
  if (counts.all === 0) return 1;
  const usual =
    counts.han < ENOUGH_HAN ? 1 : Math.min(1, counts.common / Math.max(1, counts.han) / USUAL_SHARE);
  const sound = 1 - (3 * counts.broken + counts.odd) / counts.all;
  return round(Math.max(0, sound) * usual);
}

type Kind = 'space' | 'han' | 'broken' | 'odd' | 'sound';

/** Kinds of the characters of one UTF-16 unit, as they are met: expressions by Unicode property are slow. */
const known = new Array<Kind | undefined>(0x10000);

function kindOf(code: number): Kind {
  if (code > 0xffff) return findKind(code);
  known[code] ??= findKind(code);
  return known[code];
}

function findKind(code: number): Kind {
  const character = String.fromCodePoint(code);
  if (/\s/u.test(character)) return 'space';
  if (/\p{Script=Han}/u.test(character)) return 'han';
  if (code === 0xfffd || /[\p{Co}\p{Cc}\p{Cn}]/u.test(character)) return 'broken';
  return code >= 0xa0 && code < 0x370 && !'·×÷°±²³'.includes(character) ? 'odd' : 'sound';
}

export function round(share: number): number {
  return Math.round(share * 1000) / 1000;
}
