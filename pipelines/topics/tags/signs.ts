import type { Span } from '../../../domain/index.js';
import type { KnowsWord } from '../../weighing/index.js';
import type { Compiled } from '../compile.js';
import type { Hit } from '../matcher.js';
import { addPieces, type Cut, mostPlaces, type Sign, shareOut } from '../pieces.js';
import { type Assertion, forceOfDeed } from './reasons.js';
import type { Finding } from './rules.js';

/** What is seen of a paper as a whole, by name. */
export type Signs = ReadonlyMap<string, Sign>;

/** What each further word of a matter leaves of the doubt that the paper speaks of it. */
const doubtLeft = 0.6;
/** Units from the beginning of a paper that its title and first sentence take. */
const head = 60;
const emphasis = { matter: 1.8, head: 1, other: 0.6 } as const;

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
  emphasise(signs);
  shareOut(signs);
  addPieces(signs, paper, knows);
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

/** Words alone say more than what is told in a certain way, which held for the writers it was found with. */
function emphasise(signs: Map<string, Sign>): void {
  for (const [name, sign] of signs) {
    const kind = name.slice(0, name.indexOf(':'));
    sign.value *= kind === 'matter' || kind === 'head' ? emphasis[kind] : emphasis.other;
  }
}

/** One paper as signs are read from it. */
export interface PaperWords extends Cut {
  hits: readonly Hit[];
  /** Where a plain negation stands, which may itself be the deed: 没 in 没交. */
  denials: ReadonlySet<number>;
  /** It speaks of the campaign's own field. */
  inField: boolean;
}
