import type { Dictionary } from '../dictionary.js';
import type { WordMap } from '../word-map.js';
import type { Candidate } from './forms.js';

const dot = /[·•‧・]/;
/** Longest part of a name on one side of its dot, in characters. */
const longestPart = 8;

/**
 * Names that no surname begins: 尼玛扎西 of words that are names themselves, 阿依古丽·买买提 around a dot.
 * A single such word is a candidate that needs a post, a label or repetition beside it.
 */
export function compositeAt(
  text: string,
  at: number,
  dictionary: Dictionary,
  map: WordMap,
): Candidate | null {
  if (dot.test(text.charAt(at))) return dotted(text, at, dictionary, map);
  let end = at;
  let parts = 0;
  for (
    let part = dictionary.nameParts.at(text, end);
    part !== null && parts < 3;
    part = dictionary.nameParts.at(text, end)
  ) {
    end = part.end;
    parts += 1;
  }
  if (parts === 0 || dot.test(text.charAt(end)) || dot.test(text.charAt(at - 1))) return null;
  return { start: at, end, surname: text.slice(at, end), form: 'composite', score: parts > 1 ? 6 : 0 };
}

function dotted(text: string, at: number, dictionary: Dictionary, map: WordMap): Candidate | null {
  const foreign = (place: number) => dictionary.transliteration.has(text.charAt(place));
  let start = at;
  while (start > 0 && at - start < longestPart && foreign(start - 1) && !cuts(map, start - 1)) start -= 1;
  let end = at + 1;
  while (
    end < text.length &&
    (foreign(end) || (dot.test(text.charAt(end)) && foreign(end + 1))) &&
    end - at < 20
  )
    end += 1;
  // 阿依古丽·买买提|都在场: an adverb whose character names have, too.
  while (end - at > 3 && /[都和]/.test(text.charAt(end - 1)) && /[\u4e00-\u9fa5]/.test(text.charAt(end)))
    end -= 1;
  if (at - start < 1 || end - at < 2) return null;
  return { start, end, surname: text.slice(start, at), form: 'composite', score: 6 };
}

/** A word of everyday language that only happens to end in such a character. */
function cuts(map: WordMap, place: number): boolean {
  const word = map.words[map.indexAt(place)];
  return word !== undefined && /^(?:c|p|d|r|u|uj|ul|t|v)$/.test(word.tag);
}
