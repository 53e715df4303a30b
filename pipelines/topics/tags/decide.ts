import type { Offence, Tag } from '../../../domain/index.js';
import type { Weights } from '../../../lexicon/index.js';
import { likelihood, weigh } from '../../weighing/index.js';
import type { CompiledRule } from '../compile.js';
import type { Reading } from '../layout.js';
import { evidenceOfRule, telling } from './evidence.js';
import { quotesOf } from './quotes.js';
import type { Finding } from './rules.js';
import type { Sign, Signs } from './signs.js';

/** Likelihood from which a tag is given whose own rule finds it telling, and from which any is. */
const [given, givenAlways] = [0.35, 0.5];
/** Likelihood from which the likeliest tag is given whose own rule finds it telling: nearly every report has one. */
const givenFirst = 0.12;

/** Weights by the sign that they belong to: most signs speak for a few codes only. */
export interface TagWeights {
  /** Of what any rule finds. */
  general: Weights;
  bySign: ReadonlyMap<string, readonly (readonly [code: string, weight: number])[]>;
  /** Codes of which weights were learned, each with its bias. */
  learned: ReadonlyMap<string, number>;
}

const kept = new WeakMap<Weights, TagWeights>();

/** Sorts `C2/word:租金` and its like by what stands behind the stroke; what has none is said of any code. */
export function tagWeights(learnt: Weights): TagWeights {
  const before = kept.get(learnt);
  if (before) return before;
  const { bias, weights } = learnt;
  const general: Record<string, number> = {};
  const bySign = new Map<string, [string, number][]>();
  const learned = new Map<string, number>();
  for (const [name, weight] of Object.entries(weights)) {
    const stroke = name.indexOf('/');
    if (stroke < 0) {
      general[name] = weight;
      continue;
    }
    const [code, sign] = [name.slice(0, stroke), name.slice(stroke + 1)];
    if (sign === 'bias') learned.set(code, weight);
    else bySign.set(sign, [...(bySign.get(sign) ?? []), [code, weight]]);
  }
  const sorted = { general: { bias, weights: general }, bySign, learned };
  kept.set(learnt, sorted);
  return sorted;
}

/** The sign of what a code's own rule found: half the log-odds by the weights that hold for any rule. */
export function ruleSign(general: Weights, finding: Finding | undefined, scores: readonly number[]): number {
  return weigh(general, evidenceOfRule(finding, scores)) / 2;
}

interface Judged {
  code: string;
  likelihood: number;
  /** Its own rule finds it telling. */
  found: boolean;
  /** What spoke for it, the most telling with the highest weight. */
  reasons: { start: number; end: number; weight: number }[];
}

/** The tags of an item, likeliest first, each with its quotes; a tag that nothing in the text can be quoted for is not given. */
export function decideTags(
  reading: Reading,
  rules: readonly CompiledRule[],
  findings: readonly Finding[],
  signs: Signs,
  weights: TagWeights,
): { topics: Tag[]; offences: Tag<Offence>[] } {
  const sums = new Map(weights.learned);
  const speaking = new Map<string, [sign: Sign, weight: number][]>();
  for (const [name, sign] of signs)
    for (const [code, weight] of weights.bySign.get(name) ?? []) {
      sums.set(code, (sums.get(code) ?? 0) + weight * sign.value);
      if (weight <= 0 || sign.places.length === 0) continue;
      const own = speaking.get(code);
      if (own) own.push([sign, weight * sign.value]);
      else speaking.set(code, [[sign, weight * sign.value]]);
    }
  const ofRules = new Map(weights.bySign.get('rules') ?? []);
  const judge = (axis: CompiledRule['axis']): Judged[] => {
    const codes = rules.filter((rule) => rule.axis === axis).map((rule) => rule.code);
    const found = new Map(findings.filter((f) => f.rule.axis === axis).map((f) => [f.rule.code, f]));
    const scores = [...found.values()].map((f) => f.score);
    return codes.map((code) => {
      const finding = found.get(code);
      const own = ruleSign(weights.general, finding, scores);
      const tells = (finding?.score ?? 0) >= telling;
      const learned = weights.learned.has(code);
      const likely = likelihood(learned ? sums.get(code)! + (ofRules.get(code) ?? 0) * own : 2 * own);
      return {
        code,
        // Where nothing was learned of a code, such as a new campaign's, its rule is believed.
        likelihood: !learned && tells && finding!.needed ? Math.max(given, likely) : likely,
        found: tells,
        reasons: reasonsOf(finding, speaking.get(code) ?? []),
      };
    });
  };
  const tags = (judged: readonly Judged[]) =>
    judged
      .filter((j) => j.reasons.length > 0)
      .sort((a, b) => b.likelihood - a.likelihood || (a.code < b.code ? -1 : 1))
      .filter((j, i) => j.likelihood >= (j.found ? (i === 0 ? givenFirst : given) : givenAlways))
      .map((j) => ({
        code: j.code,
        score: Math.round(Math.min(0.99, j.likelihood) * 100) / 100,
        evidence: quotesOf(reading, j.reasons),
      }));
  return {
    topics: tags(judge('topic')),
    offences: tags(judge('offence')) as Tag<Offence>[],
  };
}

/** A rule's own reasons are quoted first, then the places of the signs that spoke most for the code. */
function reasonsOf(
  finding: Finding | undefined,
  speaking: readonly (readonly [Sign, number])[],
): Judged['reasons'] {
  const signs = [...speaking].sort((a, b) => b[1] - a[1]).slice(0, 2);
  return [
    ...(finding?.own ?? []),
    ...signs.flatMap(([{ places }, weight], i) =>
      places.slice(0, 2).map((place) => ({ ...place, weight: (0.1 * weight) / (1 + weight + i) })),
    ),
  ];
}
