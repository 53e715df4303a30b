import type { Span, Words } from '../../domain/index.js';
import { isHan } from '../one-of.js';
import type { KnowsWord } from '../weighing/index.js';
import { fromSource, type Reading } from './layout.js';

/** What is seen of a paper, and how clearly: it may speak for or against any tag and any class. */
export interface Sign {
  /** 0 for not at all, about 1 for plainly. */
  value: number;
  /** Where in the reading it stands; empty where that is nowhere in particular. */
  places: Span[];
}

/** A paper as its words and pairs are read from it. */
export interface Cut {
  reading: Reading;
  force: Float32Array;
  words: Words | null;
  /** The text that `words` cut. */
  source: string;
}

/** Places of one word or pair that are kept to be quoted. */
export const mostPlaces = 4;
/** So many words, and pairs, at least share what all say together: the two or three of one sentence prove little. */
const few = { words: 25, pairs: 80 } as const;
const content = /^[\u4e00-\u9fff]{2,}$/;
/** Numerals, persons' names and places' names say nothing of the matter. */
const isNameOrNumber = (tag: string) => tag[0] === 'm' || tag.startsWith('nr') || tag.startsWith('ns');

/**
 * What a paper's words say, and its pairs of characters, which a way of putting it shares with others that no word does
 * (`没开票`, `不开票`). Both say as much together in a long letter as in a short one: it has no more matters.
 */
export function addPieces(signs: Map<string, Sign>, paper: Cut, knows: KnowsWord): void {
  addWords(signs, paper, knows);
  addPairs(signs, paper, knows);
}

function addWords(signs: Map<string, Sign>, { reading, force, words, source }: Cut, knows: KnowsWord): void {
  if (!words) return;
  const seen = new Set<string>();
  const places = new Map<string, Span>();
  let at = 0;
  for (let i = 0; i < words.lengths.length; i++) {
    const length = words.lengths[i]!;
    const start = at;
    at += length;
    if (length < 2 || isNameOrNumber(words.tags[i]!)) continue;
    const word = source.slice(start, at);
    if (seen.has(word) || !content.test(word)) continue;
    const place = { start: fromSource(reading, start), end: fromSource(reading, at) };
    if (force[place.start] === 0) continue;
    seen.add(word);
    if (knows('word:', word)) places.set(word, place);
  }
  const share = shareOf(seen.size, few.words);
  for (const [word, place] of places) signs.set(`word:${word}`, { value: share, places: [place] });
}

function addPairs(signs: Map<string, Sign>, { reading: { text }, force }: Cut, knows: KnowsWord): void {
  const pairs = new Map<string, { times: number; places: Span[] }>();
  let all = 0;
  for (let start = 0; start + 1 < text.length; start++) {
    if (force[start] === 0 || !isHan(text, start) || !isHan(text, start + 1)) continue;
    all++;
    const pair = text.slice(start, start + 2);
    const before = pairs.get(pair);
    if (before) {
      before.times++;
      if (before.places.length < mostPlaces) before.places.push({ start, end: start + 2 });
    } else if (knows('pair:', pair)) pairs.set(pair, { times: 1, places: [{ start, end: start + 2 }] });
  }
  const share = shareOf(all, few.pairs);
  for (const [pair, { times, places }] of pairs)
    signs.set(`pair:${pair}`, {
      value: (1 + Math.log(times)) * share,
      places,
    });
}

const shareOf = (pieces: number, least: number): number => 1 / Math.sqrt(Math.max(least, pieces));

/** As much at least is told in a letter; one word proves little where nothing else stands. */
const fewTold = 3;

/** All that is seen says as much together in a letter of many matters as in one of few. */
export function shareOut(signs: Map<string, Sign>): void {
  let squares = 0;
  for (const { value } of signs.values()) squares += value ** 2;
  const share = 1 / Math.sqrt(Math.max(fewTold, squares));
  for (const sign of signs.values()) sign.value *= share;
}
