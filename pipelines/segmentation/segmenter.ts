import type { Words } from '../../domain/index.js';
import type { Lexicon } from '../../lexicon/index.js';
import { firstOf, oneOf } from '../one-of.js';
import { type Dictionary, readDictionary } from './dictionary.js';
import { createUnlistedCutter, isPair } from './unlisted.js';

/** A pure view on the dictionaries with this lexicon's words. */
export interface Segmenter {
  /** Words of the text end to end; their lengths sum to its length, whatever the text. */
  words(text: string): Words;
}

/** The dictionary read last: it takes half a second, and a process hardly ever uses another one. */
let latest: { digest: string; words: Segmenter['words'] } | undefined;

/**
 * Cuts texts as jieba does, by its dictionary and model and the lexicon's words, in tables of our own: jieba's native
 * module keeps everything twice and in nodes of their own, a quarter of a gigabyte in each process.
 */
export function createSegmenter(lexicon: Lexicon): Segmenter {
  const digest = `${lexicon.digests.words}-${lexicon.digests.organisations}-${lexicon.digests.places}`;
  return {
    words(text) {
      if (latest?.digest !== digest) latest = { digest, words: wordCutter(readDictionary(lexicon)) };
      return latest.words(text);
    },
  };
}

/** No word goes on over one of these. */
const isSeparator = oneOf(' \t\n，。');
const isAscii = oneOf('\u0000-\u007f');
const isLetter = oneOf('a-zA-Z');
const isLetterOrDigit = oneOf('a-zA-Z0-9');
const isDigit = oneOf('0-9');
const isOfNumber = oneOf('0-9.');

function wordCutter(dictionary: Dictionary): Segmenter['words'] {
  const listed = listedCutter(dictionary);
  const cutUnlisted = createUnlistedCutter();
  return (text) => {
    const words: Words = { lengths: [], tags: [] };
    let at = 0;
    const cut = (end: number) => {
      words.lengths.push(end - at);
      words.tags.push(tagOf(dictionary, text, at, end));
      at = end;
    };
    /** Characters that stand alone between listed words: letters, figures, and words that are not listed. */
    const cutRest = (to: number) => {
      while (at < to) {
        const end = firstOf(isAscii, text, at, to);
        if (end > at) cutUnlisted(text, at, end, cut);
        if (at === to) return;
        if (isLetter(text, at)) cut(firstNot(isLetterOrDigit, text, at, to));
        else cut(isDigit(text, at) ? firstNot(isOfNumber, text, at, to) : at + 1);
      }
    };
    for (let from = 0; from < text.length; ) {
      const to = isSeparator(text, from) ? from + 1 : firstOf(isSeparator, text, from);
      const ends = listed(text, from, to);
      for (let start = from; start < to; ) {
        const end = ends[start - from]!;
        if (end - start > (isPair(text, start) ? 2 : 1)) {
          cutRest(start);
          cut(end);
        }
        start = end;
      }
      cutRest(to);
      from = to;
    }
    return words;
  };
}

const firstNot = (is: typeof isAscii, text: string, from: number, to: number) => {
  let at = from;
  while (at < to && is(text, at)) at++;
  return at;
};

/** Gives, for each place of a stretch, the end of the word that begins there in the likeliest row of listed words. */
function listedCutter({ tree, weights, leastWeight }: Dictionary) {
  let odds = new Float64Array(256);
  let ends = new Uint32Array(256);
  return (text: string, from: number, to: number): Uint32Array => {
    const length = to - from;
    if (odds.length <= length) {
      odds = new Float64Array(2 * length);
      ends = new Uint32Array(2 * length);
    }
    odds[length] = 0;
    for (let at = to - 1; at >= from; at--) {
      // The second unit of a character begins nothing.
      if (at > from && isPair(text, at - 1)) continue;
      const single = at + (isPair(text, at) ? 2 : 1);
      let node = tree.next(0, text.charCodeAt(at));
      let word = node === 0 ? -1 : tree.wordAt(node);
      let best = odds[single - from]! + (word < 0 ? leastWeight : weights[word]!);
      let end = single;
      for (let next = at + 1; node !== 0 && next < to; next++) {
        node = tree.next(node, text.charCodeAt(next));
        word = node === 0 ? -1 : tree.wordAt(node);
        if (word < 0) continue;
        const sum = odds[next + 1 - from]! + weights[word]!;
        if (sum > best) [best, end] = [sum, next + 1];
      }
      odds[at - from] = best;
      ends[at - from] = end;
    }
    return ends;
  };
}

/** The word's own tag, else `m` for figures, `eng` for letters and `x`. */
function tagOf({ tree, tagOf }: Dictionary, text: string, start: number, end: number): string {
  let node = tree.next(0, text.charCodeAt(start));
  for (let at = start + 1; node !== 0 && at < end; at++) node = tree.next(node, text.charCodeAt(at));
  const word = node === 0 ? -1 : tree.wordAt(node);
  return (word < 0 ? '' : tagOf(word)) || tagByCharacters(text, start, end);
}

function tagByCharacters(text: string, start: number, end: number): string {
  // Half of the characters tell.
  const enough = (end - start) >> 1;
  let [ascii, digits] = [0, 0];
  for (let at = start; at < end && ascii < enough; at++) {
    if (!isAscii(text, at)) continue;
    ascii++;
    if (isDigit(text, at)) digits++;
  }
  return ascii === 0 ? 'x' : ascii === digits ? 'm' : 'eng';
}
