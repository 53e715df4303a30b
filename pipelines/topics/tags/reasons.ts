import type { Span } from '../../../domain/index.js';
import type { TopicsSection } from '../../../lexicon/index.js';
import type { Compiled, CompiledRule, Strength } from '../compile.js';
import { firstAtOrAfter } from '../first-at.js';
import { clauseAt, type Reading } from '../layout.js';
import type { Hit } from '../matcher.js';
import { matchFrame } from './frames.js';
import type { RuleHits } from './rule-hits.js';

/** One reason for a rule: a word or a pair of words, with what it still weighs where it stands. */
export interface Reason extends Span {
  kind: Strength | 'pair' | 'frame';
  /** What makes it different from another: the same word twice is one reason. */
  key: string;
  weight: number;
  /** Where it is said last with the same weight, if again. */
  again?: Span;
  /** Somebody in office is said to have done it. */
  byOffice?: boolean;
}

/** Longest quote of one reason; a longer one falls back to the word itself. */
export const longestQuote = 44;
/** Hits of a pair's side that are looked at for one partner: keeps adversarial text linear. */
const partners = 6;

/** How far ahead of a deed, and behind its end, the holder of an office may stand who did it. */
const officeAhead = 80;
const officeBehind = 16;

/** What of the text is asserted. */
export interface Assertion {
  compiled: Compiled;
  /** What a word keeps of its weight at each unit of the reading. */
  force: Float32Array;
  /** Where cues stand that take it away. */
  denials: ReadonlySet<number>;
}

export function wordReasons(
  hits: RuleHits,
  force: Float32Array,
  weights: TopicsSection['weights'],
): Reason[] {
  const reasons: Reason[] = [];
  let reach = -1;
  for (const { slot, word, start, end } of hits.plain) {
    // A word inside a longer one of the same rule says nothing of its own: 减半 in 减半收取.
    if (end <= reach) continue;
    reach = end;
    const weight = weights[slot] * force[start]!;
    if (weight > 0) reasons.push({ kind: slot, key: `word:${word}`, weight, start, end });
  }
  return reasons;
}

export function pairReasons(
  rule: CompiledRule,
  reading: Reading,
  hits: RuleHits,
  force: Float32Array,
  offices: readonly number[],
): Reason[] {
  const reasons: Reason[] = [];
  for (const [number, { first, second, through }] of hits.sides) {
    const { weight, within, ordered, across, byOffice, ...pair } = rule.pairs[number]!;
    let from = 0;
    for (const [, start, end] of first) {
      while (from < second.length && second[from]![2] < start - within) from++;
      for (let i = from; i < Math.min(second.length, from + partners * 4); i++) {
        const [, s, e] = second[i]!;
        if (s > end + within) break;
        if ((ordered ? s < end : s < end && e > start) || start - e > within) continue;
        if (sentencesApart(reading, start, s) > (across ? 2 : 0)) continue;
        if (pair.through.length > 0 && !startsBetween(through, Math.min(end, e), Math.max(start, s)))
          continue;
        if (byOffice && !officeNear(offices, Math.min(start, s), Math.max(end, e))) continue;
        const kept = weight * Math.min(force[start]!, force[s]!);
        // The same fact told twice is one reason; different sums or partners are not told apart here.
        if (kept > 0)
          reasons.push({
            kind: 'pair',
            key: `pair:${number}`,
            weight: kept,
            start: Math.min(start, s),
            end: Math.max(end, e),
            byOffice,
          });
      }
    }
  }
  return reasons;
}

/** What a phrase denies by its own first word, 没 in 没交, is its deed: it has the force of what stands ahead of it. */
export function forceOfDeed([word, start]: Hit, { compiled, force, denials }: Assertion): number {
  if (force[start]! > 0 || !denials.has(start) || !compiled.phraseWords.has(word)) return force[start]!;
  return start === 0 ? 1 : force[start - 1]!;
}

export function frameReasons(
  rule: CompiledRule,
  reading: Reading,
  hits: RuleHits,
  assertion: Assertion,
  offices: readonly number[],
): Reason[] {
  const reasons: Reason[] = [];
  const apart = (a: number, b: number) => sentencesApart(reading, a, b);
  for (const [number, parts] of hits.frames) {
    const frame = rule.frames[number]!;
    for (const { deed, start, end } of matchFrame(frame, parts.slice(0, -1), parts.at(-1)!, apart)) {
      if (frame.byOffice && !officeNear(offices, start, end)) continue;
      const weight = frame.weight * forceOfDeed(deed, assertion);
      if (weight === 0) continue;
      const whole = end - start <= longestQuote;
      const [from, to] = whole ? [start, end] : [deed[1], deed[2]];
      reasons.push({
        kind: 'frame',
        key: `frame:${number}`,
        weight,
        start: from,
        end: to,
        byOffice: frame.byOffice,
      });
    }
  }
  return reasons;
}

/** Some hit starts in [from, to). Hits are in ascending order of start. */
function startsBetween(hits: readonly Hit[], from: number, to: number): boolean {
  const at = firstAtOrAfter(hits.length, (i) => hits[i]![1], from);
  return at < hits.length && hits[at]![1] < to;
}

function officeNear(offices: readonly number[], start: number, end: number): boolean {
  const at = firstAtOrAfter(offices.length, (i) => offices[i]!, start - officeAhead);
  return at < offices.length && offices[at]! <= end + officeBehind;
}

function sentencesApart(reading: Reading, a: number, b: number): number {
  return Math.abs(reading.sentenceOf[clauseAt(reading, a)]! - reading.sentenceOf[clauseAt(reading, b)]!);
}
