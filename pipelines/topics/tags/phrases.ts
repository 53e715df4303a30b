import type { Compiled } from '../compile.js';
import { firstAtOrAfter } from '../first-at.js';
import { clauseAt, type Reading } from '../layout.js';
import type { Hit } from '../matcher.js';

/** Hits of one slot that are tried behind a hit of the slot before: keeps adversarial text linear. */
const tried = 8;
/** Hits of one slot that are looked at in one text. */
const mostHits = 1500;

/**
 * Finds the lexicon's phrases: words of given kinds in this order, in one sentence, with so many characters
 * between them at most. A phrase is a hit of its own and may serve as a word of a later one.
 *
 * @param hits in ascending order of start
 */
export function findPhrases(compiled: Compiled, reading: Reading, hits: readonly Hit[]): Hit[] {
  const slots = new Array<Hit[][] | undefined>(compiled.phrases.length);
  const heard = slotsHeard(compiled, hits);
  const { first, phrases, slots: places } = compiled.phraseUses;
  const give = (hit: Hit) => {
    for (let use = first[hit[0]]!; use < first[hit[0] + 1]!; use++) {
      const [phrase, slot] = [phrases[use]!, places[use]!];
      if (heard[phrase] !== compiled.phrases[phrase]!.all) continue;
      slots[phrase] ??= compiled.phrases[phrase]!.slots.map(() => []);
      const own = slots[phrase][slot]!;
      if (own.length < mostHits) own.push(hit);
    }
  };
  for (const hit of hits) give(hit);
  const found: Hit[] = [];
  compiled.phrases.forEach(({ word, slots: shape }, number) => {
    const own = slots[number];
    if (own === undefined || own.some((list) => list.length === 0)) return;
    for (const list of own) if (!isInOrder(list)) list.sort(byPlace);
    let ends: readonly number[] = own.at(-1)!.map((hit) => hit[2]);
    for (let slot = own.length - 2; slot >= 0; slot--)
      ends = endsThrough(own[slot]!, own[slot + 1]!, ends, shape[slot + 1]!.gap, reading);
    let last = -1;
    own[0]!.forEach(([, start], i) => {
      if (ends[i] === none || start === last) return;
      last = start;
      const hit: Hit = [word, start, ends[i]!];
      found.push(hit);
      give(hit);
    });
  });
  return found;
}

/** Of each phrase the slots that any hit fills, or that an earlier phrase may fill: most phrases lack one. */
function slotsHeard({ phrases: all, phraseUses }: Compiled, hits: readonly Hit[]): Uint32Array {
  const heard = Uint32Array.from(all, ({ open }) => open);
  const { first, phrases, slots } = phraseUses;
  for (const hit of hits) {
    const end = first[hit[0] + 1]!;
    for (let use = first[hit[0]]!; use < end; use++) heard[phrases[use]!]! |= 1 << slots[use]!;
  }
  return heard;
}

const byPlace = (a: Hit, b: Hit) => a[1] - b[1] || a[2] - b[2];

/** Most lists are: only where two words begin alike, or behind an earlier phrase, they are not. */
function isInOrder(list: readonly Hit[]): boolean {
  for (let i = 1; i < list.length; i++) if (byPlace(list[i - 1]!, list[i]!) > 0) return false;
  return true;
}

/** No chain goes on from here. */
const none = -1;

/** For each hit where the chain ends that goes on to one of the next slot's hits, or `none`. */
function endsThrough(
  hits: readonly Hit[],
  next: readonly Hit[],
  ends: readonly number[],
  gap: number,
  reading: Reading,
): number[] {
  return hits.map(([, start, end]) => {
    const from = firstAtOrAfter(next.length, (i) => next[i]![1], end);
    for (let i = from; i < Math.min(next.length, from + tried); i++) {
      const at = next[i]![1];
      if (at > end + gap || !sameSentence(reading, start, at)) break;
      if (ends[i] !== none) return ends[i]!;
    }
    return none;
  });
}

function sameSentence(reading: Reading, a: number, b: number): boolean {
  return reading.sentenceOf[clauseAt(reading, a)] === reading.sentenceOf[clauseAt(reading, b)];
}
