import type { Span } from '../../../../domain/index.js';
import { oneOf } from '../../../one-of.js';
import type { Dictionary } from '../dictionary.js';
import type { WordMap } from '../word-map.js';
import type { Candidate } from './context.js';

export const isDot = oneOf('·•‧・');
/** What is typed for the dot where a keyboard has none; between other words it parts numbers and sentences. */
const isTypedDot = oneOf('.．﹒');
const endsToo = oneOf('江汗');
const isAdverb = oneOf('都和');
const isCommonHan = oneOf('\u4e00-\u9fa5');
/** Longest part of a name on one side of its dot, in characters. */
const longestPart = 8;

/**
 * Names that no surname begins: 尼玛扎西 of words that are names themselves, 阿依古丽·买买提 around a dot.
 */
export function compositeAt(
  text: string,
  at: number,
  dictionary: Dictionary,
  map: WordMap,
): Candidate | null {
  if (joinsName(text, at, dictionary)) return dotted(text, at, dictionary, map);
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
  // 买买提|江, 阿依夏木|汗: how a man's or a woman's name ends.
  if (parts > 0 && endsToo(text, end)) end += 1;
  if (parts === 0 || joinsName(text, end, dictionary) || joinsName(text, at - 1, dictionary)) return null;
  return { start: at, end, surname: text.slice(at, end), form: 'full', kind: 'parts', score: 0 };
}

/** Whether what stands here joins the two parts of a name. */
function joinsName(
  text: string,
  at: number,
  { nameParts, nameCharacters: { foreign } }: Dictionary,
): boolean {
  if (isDot(text, at)) return true;
  if (at < 2 || !isTypedDot(text, at)) return false;
  const isForeignAt = (from: number) =>
    foreign[text.charCodeAt(from)]! + foreign[text.charCodeAt(from + 1)]! >= 3 &&
    foreign[text.charCodeAt(from)]! * foreign[text.charCodeAt(from + 1)]! > 0;
  return (
    (nameParts.before(text, at) !== null || isForeignAt(at - 2)) &&
    (nameParts.at(text, at + 1) !== null || isForeignAt(at + 1))
  );
}

function dotted(text: string, at: number, dictionary: Dictionary, map: WordMap): Candidate | null {
  const foreign = (place: number) => dictionary.nameCharacters.foreign[text.charCodeAt(place)]! > 0;
  let start = at;
  // 阿布|都|热西提·: what seems an adverb goes on with a name.
  const parted = (place: number) => cuts(map, place) && dictionary.nameParts.before(text, place) === null;
  while (start > 0 && at - start < longestPart && foreign(start - 1) && !parted(start - 1)) start -= 1;
  let end = at + 1;
  while (
    end < text.length &&
    (foreign(end) || (joinsName(text, end, dictionary) && foreign(end + 1))) &&
    end - at < 20
  )
    end += 1;
  // 阿依古丽·买买提|都在场: an adverb whose character names have, too.
  while (end - at > 3 && isAdverb(text, end - 1) && isCommonHan(text, end)) end -= 1;
  // 买买提·阿不都: a word that is a name ends where it ends, whatever its characters.
  const word = dictionary.nameParts.at(text, at + 1);
  // 阿不都|外力: of two such words.
  if (word !== null) end = Math.max(end, dictionary.nameParts.at(text, word.end)?.end ?? word.end);
  start = Math.min(start, dictionary.nameParts.before(text, at)?.start ?? start);
  if (at - start < 1 || end - at < 2) return null;
  return { start, end, surname: text.slice(start, at), form: 'full', kind: 'dotted', score: 0 };
}

/** A word of everyday language that only happens to end in such a character. */
function cuts(map: WordMap, place: number): boolean {
  const word = map.words[map.indexAt(place)];
  return word !== undefined && /^(?:c|p|d|r|u|uj|ul|t|v)$/.test(word.tag);
}

/** Shortest and longest run of foreign syllables that is looked at, in characters. */
const [shortest, longest] = [3, 8];

/** Runs of characters that write foreign names (阿依夏木汗, 尔古木牛), as a whole and from or to a word's border. */
export function foreignNames(text: string, dictionary: Dictionary, map: WordMap): Span[] {
  const { foreign } = dictionary.nameCharacters;
  const found: Span[] = [];
  for (let at = 0; at < text.length; at++) {
    if (foreign[text.charCodeAt(at)] === 0) continue;
    let end = at + 1;
    while (end < text.length && foreign[text.charCodeAt(end)]! > 0) end += 1;
    if (end - at >= shortest) {
      for (let start = at; start <= end - shortest; start++) {
        if (start !== at && !map.startsAt(start)) continue;
        for (let stop = start + shortest; stop <= Math.min(end, start + longest); stop++)
          if ((stop === end || map.startsAt(stop)) && isForeign(text, start, stop, dictionary))
            found.push({ start, end: stop });
      }
    }
    at = end;
  }
  return found;
}

/** On the whole its characters hardly write anything else. */
function isForeign(text: string, start: number, end: number, dictionary: Dictionary): boolean {
  if (joinsName(text, start - 1, dictionary) || joinsName(text, end, dictionary)) return false;
  const { foreign } = dictionary.nameCharacters;
  let sum = 0;
  for (let at = start; at < end; at++) sum += foreign[text.charCodeAt(at)]!;
  return sum >= 2 * (end - start);
}
