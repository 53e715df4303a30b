import type { Span, Words } from '../../../domain/index.js';
import type { Compiled } from '../compile.js';
import { fromSource, type Reading } from '../layout.js';
import type { Hit } from '../matcher.js';
import { type Assertion, forceOfDeed } from './reasons.js';
import type { Finding } from './rules.js';

/** What is seen of a paper as a whole, by name, and how clearly: it may speak for or against any tag. */
export interface Sign {
  /** 0 for not at all, about 1 for plainly. */
  value: number;
  /** Where in the reading it stands; empty where that is nowhere in particular. */
  places: Span[];
}
export type Signs = ReadonlyMap<string, Sign>;

/** Whether any weight is given to a word, anywhere or at the head or the tail of a paper; no other is looked at. */
export type KnowsWord = (kind: 'word:' | 'head:' | 'tail:', word: string) => boolean;

/** What each further word of a matter leaves of the doubt that the paper speaks of it. */
const doubtLeft = 0.6;
/** What all words of a paper say together, whatever their number: a long letter has no more matters than a short one. */
const ofWords = 1.2;
/** So many words at least share it: the two or three of one sentence prove little. */
const fewWords = 10;
/** Places of one word that are kept to be quoted. */
const mostPlaces = 4;
/** Units from the beginning of a paper that its title and first sentence take. */
const head = 60;
const content = /^[\u4e00-\u9fff]{2,}$/;
/** Numerals, persons' names and places' names say nothing of the matter. */
const isNameOrNumber = (tag: string) => tag[0] === 'm' || tag.startsWith('nr') || tag.startsWith('ns');

/**
 * The matters and phrases that a paper speaks of, those at its head and those outside the campaign's field once more,
 * its rules' scores and its words.
 *
 * @param hits whole words and phrases only, in ascending order
 */
export function signsOf(
  compiled: Compiled,
  paper: PaperWords,
  findings: readonly Finding[],
  knows: KnowsWord,
): Signs {
  const { hits, force, inField } = paper;
  const assertion: Assertion = { compiled, force, denials: paper.denials };
  const signs = new Map<string, Sign>();
  const matters = new Map<string, Map<number, Span[]>>();
  for (const hit of hits) {
    const [word, start, end] = hit;
    const phrase = compiled.phraseWords.get(word);
    if (phrase !== undefined && forceOfDeed(hit, assertion) > 0) {
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
  addPlaced(signs, inField);
  addWords(signs, paper, knows);
  return signs;
}

/** What is told at the head is the paper's subject; outside the campaign's field the same words speak for other tags. */
function addPlaced(signs: Map<string, Sign>, inField: boolean): void {
  for (const [name, { value, places }] of [...signs]) {
    if (!inField) signs.set(`away:${name}`, { value, places: [] });
    if (places.some(({ start }) => start < head)) signs.set(`head:${name}`, { value: 0.5, places: [] });
  }
  if (!inField) signs.set('away', { value: 1, places: [] });
}

/** One paper as signs are read from it. */
export interface PaperWords {
  reading: Reading;
  hits: readonly Hit[];
  force: Float32Array;
  /** Where a plain negation stands, which may itself be the deed: 没 in 没交. */
  denials: ReadonlySet<number>;
  words: Words | null;
  /** The text that `words` cut. */
  source: string;
  /** It speaks of the campaign's own field. */
  inField: boolean;
}

/** The known words that are asserted, each by how often it stands there: the more of them, the less each says. */
function addWords(
  signs: Map<string, Sign>,
  { reading, force, words, source }: PaperWords,
  knows: KnowsWord,
): void {
  if (!words) return;
  const counts = new Map<string, { times: number; place: Span }>();
  let at = 0;
  for (let i = 0; i < words.lengths.length; i++) {
    const length = words.lengths[i]!;
    const start = at;
    at += length;
    if (length < 2 || isNameOrNumber(words.tags[i]!)) continue;
    const word = source.slice(start, at);
    if (!content.test(word) || !knows('word:', word)) continue;
    const place = { start: fromSource(reading, start), end: fromSource(reading, at) };
    if (force[place.start] === 0) continue;
    const before = counts.get(word);
    if (before) before.times++;
    else counts.set(word, { times: 1, place });
  }
  const share = ofWords / Math.sqrt(Math.max(fewWords, counts.size));
  for (const [word, { times, place }] of counts)
    signs.set(`word:${word}`, { value: (1 + Math.log(times)) * share, places: [place] });
}
