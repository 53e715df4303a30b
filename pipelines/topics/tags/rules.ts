import type { TopicsSection } from '../../../lexicon/index.js';
import type { CompiledRule } from '../compile.js';
import type { Reading } from '../layout.js';
import type { Hit } from '../matcher.js';
import { type Assertion, frameReasons, pairReasons, type Reason, wordReasons } from './reasons.js';
import { hitsByRule } from './rule-hits.js';

/** What one rule finds in an item. */
export interface Finding {
  rule: CompiledRule;
  /** Each reason once, in its strongest place; without those that only add. */
  own: Reason[];
  /** Those that only add. */
  context: Reason[];
  /** Places of all reasons together. */
  places: number;
  /** 0..1 by the lexicon's own weights; 0 where nothing but context is found. */
  score: number;
  /** One of the words stands there without which the rule does not hold. */
  needed: boolean;
}

/**
 * Asks every rule of the lexicon what speaks for it.
 *
 * @param offices where those who hold an office are named, in ascending order, without the letter's reader
 */
export function findByRules(
  reading: Reading,
  hits: readonly Hit[],
  assertion: Assertion,
  weights: TopicsSection['weights'],
  offices: readonly number[],
): Finding[] {
  const { compiled, force } = assertion;
  const findings: Finding[] = [];
  for (const [number, found] of hitsByRule(compiled, hits)) {
    const rule = compiled.rules[number]!;
    const reasons = [
      ...wordReasons(found, force, weights),
      ...pairReasons(rule, reading, found, force, offices),
      ...frameReasons(rule, reading, found, assertion, offices),
    ];
    if (reasons.length === 0) continue;
    const best = new Map<string, Reason>();
    for (const reason of reasons) {
      const before = best.get(reason.key);
      if (!before || reason.weight > before.weight) best.set(reason.key, reason);
      else if (reason.weight === before.weight) before.again = { start: reason.start, end: reason.end };
    }
    const own = [...best.values()].filter((r) => r.kind !== 'context');
    const context = [...best.values()].filter((r) => r.kind === 'context');
    const needed = rule.needs.length === 0 || found.needed;
    findings.push({
      rule,
      own,
      context,
      places: reasons.length,
      score: scoreOf(own, context, weights),
      needed,
    });
  }
  return findings;
}

function scoreOf(
  own: readonly Reason[],
  context: readonly Reason[],
  weights: TopicsSection['weights'],
): number {
  if (own.length === 0) return 0;
  const missing = own.reduce((rest, r) => rest * (1 - r.weight), 1);
  const help = Math.min(
    weights.contextCap,
    context.reduce((sum, r) => sum + r.weight, 0),
  );
  return Math.min(0.99, Math.round((1 - missing * (1 - help)) * 100) / 100);
}
