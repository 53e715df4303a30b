import type { Span, Words } from '../../../domain/index.js';
import type { Compiled } from '../compile.js';
import type { Reading } from '../layout.js';
import type { Hit } from '../matcher.js';
import type { Finding } from './rules.js';

/** What is seen of a paper as a whole, by name, and how clearly: it may speak for or against any tag. */
export interface Sign {
  /** 0 for not at all, about 1 for plainly. */
  value: number;
  /** Where in the reading it stands; empty where that is nowhere in particular. */
  places: Span[];
}
export type Signs = ReadonlyMap<string, Sign>;

/** What each further word of a matter leaves of the doubt that the paper speaks of it. */
const doubtLeft = 0.6;
/** A word says less than a matter, of which many words speak. */
const ofWord = 0.5;
/** Places of one word that are kept to be quoted. */
const mostPlaces = 4;
const content = /^[\u4e00-\u9fff]{2,}$/;
/** Numerals, persons' names and places' names say nothing of the matter. */
const isNameOrNumber = (tag: string) => tag[0] === 'm' || tag.startsWith('nr') || tag.startsWith('ns');

/**
 * The matters and phrases that a paper speaks of, its rules' scores and its words.
 *
 * @param hits whole words and phrases only, in ascending order
 * @param knows whether any weight is given to a sign of that name: no other word is looked at
 */
export function signsOf(
  compiled: Compiled,
  { hits, force, words, source }: PaperWords,
  findings: readonly Finding[],
  knows: (name: string) => boolean,
): Signs {
  const signs = new Map<string, Sign>();
  const matters = new Map<string, Map<number, Span[]>>();
  for (const [word, start, end] of hits) {
    const phrase = compiled.phraseWords.get(word);
    if (phrase !== undefined) {
      const before = signs.get(`phrase:${phrase}`);
      if (!before) signs.set(`phrase:${phrase}`, { value: 1, places: [{ start, end }] });
      else if (before.places.length < mostPlaces) {
        // Told twice it is told plainly.
        before.value = 1.5;
        before.places.push({ start, end });
      }
    }
    if (force[start] === 0) continue;
    for (const matter of compiled.uses[word]!.matters) {
      let own = matters.get(matter);
      if (!own) {
        own = new Map();
        matters.set(matter, own);
      }
      const places = own.get(word);
      if (!places) own.set(word, [{ start, end }]);
      else if (places.length < mostPlaces) places.push({ start, end });
    }
  }
  for (const [matter, own] of matters) {
    const spelt = [...own].map(([word, places]) => ({ text: compiled.matcher.words[word]!, places }));
    const longest = spelt.filter(
      ({ text }) => !spelt.some((other) => other.text !== text && other.text.includes(text)),
    );
    signs.set(`matter:${matter}`, {
      value: 1 - doubtLeft ** longest.length,
      places: longest.flatMap(({ places }) => places),
    });
  }
  for (const { rule, score } of findings)
    if (rule.axis !== 'deed' && score > 0) signs.set(`beside:${rule.code}`, { value: score, places: [] });
  if (words) addWords(signs, words, source, knows);
  return signs;
}

/** One paper as signs are read from it. */
export interface PaperWords {
  reading: Reading;
  hits: readonly Hit[];
  force: Float32Array;
  words: Words | null;
  /** The text that `words` cut. */
  source: string;
}

function addWords(
  signs: Map<string, Sign>,
  { lengths, tags }: Words,
  source: string,
  knows: (name: string) => boolean,
): void {
  let at = 0;
  for (let i = 0; i < lengths.length; i++) {
    const length = lengths[i]!;
    const start = at;
    at += length;
    if (length < 2 || isNameOrNumber(tags[i]!)) continue;
    const name = `word:${source.slice(start, at)}`;
    if (knows(name) && !signs.has(name) && content.test(name.slice(5)))
      signs.set(name, { value: ofWord, places: [] });
  }
}
