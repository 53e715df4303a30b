import type { Compiled, Strength } from '../compile.js';
import type { Hit } from '../matcher.js';

/** What of one text is a word of one rule. */
export interface RuleHits {
  /** In ascending order of start, the longer first. */
  plain: { slot: Strength; word: number; start: number; end: number }[];
  sides: Map<number, { first: Hit[]; second: Hit[]; through: Hit[] }>;
  frames: Map<number, Hit[][]>;
  needed: boolean;
}

/** Hits of a frame's part that are looked at in one text. */
const mostHits = 1500;

/**
 * Gives each rule, by its number, its words among the hits; in the order in which the text speaks of them.
 *
 * @param hits in ascending order of start, the longer first
 */
export function hitsByRule(compiled: Compiled, hits: readonly Hit[]): [rule: number, RuleHits][] {
  const byRule = new Array<RuleHits | undefined>(compiled.rules.length);
  const order: [number, RuleHits][] = [];
  const of = (rule: number) => {
    let found = byRule[rule];
    if (!found) {
      found = { plain: [], sides: new Map(), frames: new Map(), needed: false };
      byRule[rule] = found;
      order.push([rule, found]);
    }
    return found;
  };
  for (const hit of hits)
    for (const use of compiled.uses[hit[0]]!.rules) {
      if (use.kind === 'rule') {
        if (use.slot === 'needs') of(use.rule).needed = true;
        else of(use.rule).plain.push({ slot: use.slot, word: hit[0], start: hit[1], end: hit[2] });
      } else if (use.kind === 'pair') {
        const sides = of(use.rule).sides;
        let pair = sides.get(use.pair);
        if (!pair) {
          pair = { first: [], second: [], through: [] };
          sides.set(use.pair, pair);
        }
        pair[use.side].push(hit);
      } else {
        const { frames } = of(use.rule);
        let parts = frames.get(use.frame);
        if (!parts) {
          const length = compiled.rules[use.rule]!.frames[use.frame]!.of.length + 1;
          parts = Array.from({ length }, () => []);
          frames.set(use.frame, parts);
        }
        if (parts[use.part]!.length < mostHits) parts[use.part]!.push(hit);
      }
    }
  return order;
}
