import type { Compiled } from './compile.js';
import { clauseAt, type Reading } from './layout.js';
import type { Hit } from './matcher.js';

/** Hits of one slot that are tried behind a hit of the slot before: keeps adversarial text linear. */
const tried = 8;

/**
 * Finds the lexicon's phrases: words of given kinds in this order, in one sentence, with so many characters
 * between them at most. A phrase is a hit of its own and may serve as a word of a later one.
 *
 * @param hits in ascending order of start
 */
export function findPhrases(compiled: Compiled, reading: Reading, hits: readonly Hit[]): Hit[] {
  const slots = compiled.phrases.map(({ slots }) => slots.map(() => [] as Hit[]));
  const give = (hit: Hit) => {
    for (const use of compiled.uses[hit[0]]!)
      if (use.kind === 'phrase') slots[use.phrase]![use.slot]!.push(hit);
  };
  for (const hit of hits) give(hit);
  const found: Hit[] = [];
  compiled.phrases.forEach(({ word, slots: shape }, number) => {
    const own = slots[number]!;
    if (own.some((list) => list.length === 0)) return;
    for (const list of own) list.sort((a, b) => a[1] - b[1] || a[2] - b[2]);
    let last = -1;
    for (const first of own[0]!) {
      if (first[1] < last) continue;
      const end = endOf(first, own, shape, 1, reading);
      if (end === null) continue;
      const hit: Hit = [word, first[1], end];
      last = hit[1] + 1;
      found.push(hit);
      give(hit);
    }
  });
  return found;
}

/** Where the chain of slots from `slot` on ends that begins behind `before`, or null. */
function endOf(
  before: Hit,
  slots: readonly Hit[][],
  shape: Compiled['phrases'][number]['slots'],
  slot: number,
  reading: Reading,
): number | null {
  const list = slots[slot];
  if (list === undefined) return before[2];
  const { gap } = shape[slot]!;
  const from = firstFrom(list, before[2]);
  for (let i = from; i < Math.min(list.length, from + tried); i++) {
    const next = list[i]!;
    if (next[1] > before[2] + gap || !sameSentence(reading, before[1], next[1])) break;
    const end = endOf(next, slots, shape, slot + 1, reading);
    if (end !== null) return end;
  }
  return null;
}

function firstFrom(list: readonly Hit[], start: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]![1] < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

function sameSentence(reading: Reading, a: number, b: number): boolean {
  return reading.sentenceOf[clauseAt(reading, a)] === reading.sentenceOf[clauseAt(reading, b)];
}
