import type { Offence, Tag } from '../../../domain/index.js';
import type { Weights } from '../../../lexicon/index.js';
import { likelihood, weigh } from '../../weighing/index.js';
import type { CompiledRule } from '../compile.js';
import type { Reading } from '../layout.js';
import { evidenceOfRule, telling } from './evidence.js';
import { quotesOf } from './quotes.js';
import type { Finding } from './rules.js';
import type { KnowsWord, Sign, Signs } from './signs.js';

/** Likelihood from which a tag is given whose own rule finds it telling, and from which any is: nothing is given for being common. */
const [given, givenAlways] = [0.35, 0.5];
/** Likelihood from which the likeliest tag is given whose own rule finds it telling: nearly every report has one. */
const givenFirst = 0.13;

/** Weights by the sign that they belong to: most signs speak for a few codes only. */
export interface TagWeights {
  /** Of what any rule finds. */
  general: Weights;
  /** The codes that signs speak for or against; `place` is their index here. */
  codes: readonly string[];
  bySign: ReadonlyMap<string, SignWeights>;
  /** Whether a sign is a word of that kind: asked of every word of a paper, before any sign is spelt out. */
  knowsWord: KnowsWord;
  /** Codes of which weights were learned, each with its bias. */
  learned: ReadonlyMap<string, number>;
}

/** What one sign says of each code that it speaks for or against. */
interface SignWeights {
  places: Uint16Array;
  weights: Float64Array;
}

const kept = new WeakMap<Weights, TagWeights>();

/** Sorts `C2/word:租金` and its like by what stands behind the stroke; what has none is said of any code. */
export function tagWeights(learnt: Weights): TagWeights {
  const before = kept.get(learnt);
  if (before) return before;
  const { bias, weights } = learnt;
  const general: Record<string, number> = {};
  const places = new Map<string, number>();
  const bySign = new Map<string, { place: number; weight: number }[]>();
  const learned = new Map<string, number>();
  for (const [name, weight] of Object.entries(weights)) {
    const stroke = name.indexOf('/');
    if (stroke < 0) {
      general[name] = weight;
      continue;
    }
    const [code, sign] = [name.slice(0, stroke), name.slice(stroke + 1)];
    const place = places.get(code) ?? places.size;
    places.set(code, place);
    const own = bySign.get(sign);
    if (sign === 'bias') learned.set(code, weight);
    else if (own) own.push({ place, weight });
    else bySign.set(sign, [{ place, weight }]);
  }
  const packed = new Map<string, SignWeights>();
  for (const [sign, own] of bySign)
    packed.set(sign, {
      places: Uint16Array.from(own, ({ place }) => place),
      weights: Float64Array.from(own, ({ weight }) => weight),
    });
  const sorted = {
    general: { bias, weights: general },
    codes: [...places.keys()],
    bySign: packed,
    knowsWord: wordsOf(packed.keys()),
    learned,
  };
  kept.set(learnt, sorted);
  return sorted;
}

function wordsOf(signs: Iterable<string>): KnowsWord {
  const words = { 'word:': new Set<string>(), 'head:': new Set<string>(), 'tail:': new Set<string>() };
  for (const sign of signs) {
    const kind = sign.slice(0, 5);
    if (kind in words) words[kind as keyof typeof words].add(sign.slice(5));
  }
  return (kind, word) => words[kind].has(word);
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
  reasons(): Reasons;
}

type Reasons = { start: number; end: number; weight: number }[];
/** Of the signs that speak for a code and can be quoted the two that say most, with how much. */
type Speaking = [sign: Sign, weight: number][];

/** The tags of an item, likeliest first, each with its quotes; a tag that nothing in the text can be quoted for is not given. */
export function decideTags(
  reading: Reading,
  rules: readonly CompiledRule[],
  findings: readonly Finding[],
  signs: Signs,
  weights: TagWeights,
): { topics: Tag[]; offences: Tag<Offence>[] } {
  const { general, codes, bySign, learned } = weights;
  const sums = Float64Array.from(codes, (code) => learned.get(code) ?? 0);
  const speaking = codes.map((): Speaking => []);
  for (const [name, sign] of signs) {
    const own = bySign.get(name);
    if (own === undefined) continue;
    for (let i = 0; i < own.places.length; i++) {
      const [place, says] = [own.places[i]!, own.weights[i]! * sign.value];
      sums[place]! += says;
      if (own.weights[i]! > 0 && sign.places.length > 0) keepMostTelling(speaking[place]!, sign, says);
    }
  }
  const rulesSay = bySign.get('rules');
  const ofRules = new Map([...(rulesSay?.places ?? [])].map((place, i) => [place, rulesSay!.weights[i]!]));
  const places = new Map(codes.map((code, place) => [code, place]));
  const nothingSeen: Speaking = [];
  const judge = (axis: CompiledRule['axis']): Judged[] => {
    const found = new Map(findings.filter((f) => f.rule.axis === axis).map((f) => [f.rule.code, f]));
    const scores = [...found.values()].map((f) => f.score);
    const ofNothing = ruleSign(general, undefined, scores);
    const judged: Judged[] = [];
    for (const rule of rules) {
      if (rule.axis !== axis) continue;
      const { code } = rule;
      const finding = found.get(code);
      const place = places.get(code) ?? -1;
      const signsFor = speaking[place] ?? nothingSeen;
      if ((finding?.own.length ?? 0) + signsFor.length === 0) continue;
      const own = finding ? ruleSign(general, finding, scores) : ofNothing;
      const tells = (finding?.score ?? 0) >= telling;
      const known = learned.has(code);
      const likely = likelihood(known ? sums[place]! + (ofRules.get(place) ?? 0) * own : 2 * own);
      judged.push({
        code,
        // Where nothing was learned of a code, such as a new campaign's, its rule is believed.
        likelihood: !known && tells && finding!.needed ? Math.max(given, likely) : likely,
        found: tells,
        reasons: () => reasonsOf(finding, signsFor),
      });
    }
    return judged;
  };
  const tags = (judged: Judged[]) =>
    judged
      .sort((a, b) => b.likelihood - a.likelihood || (a.code < b.code ? -1 : 1))
      .filter((j, i) => j.likelihood >= (j.found ? (i === 0 ? givenFirst : given) : givenAlways))
      .map((j) => ({
        code: j.code,
        score: Math.round(Math.min(0.99, j.likelihood) * 100) / 100,
        evidence: quotesOf(reading, j.reasons()),
      }));
  return {
    topics: tags(judge('topic')),
    offences: tags(judge('offence')) as Tag<Offence>[],
  };
}

/** Of the signs that speak for a code the two that say most are quoted. */
function keepMostTelling(speaking: Speaking, sign: Sign, says: number): void {
  const [first, second] = speaking;
  if (second !== undefined && says <= second[1]) return;
  if (first === undefined || says <= first[1]) speaking[first === undefined ? 0 : 1] = [sign, says];
  else [speaking[0], speaking[1]] = [[sign, says], first];
}

/** A rule's own reasons are quoted first, then the places of the signs that spoke most for the code. */
function reasonsOf(finding: Finding | undefined, speaking: Readonly<Speaking>): Reasons {
  return [
    ...(finding?.own ?? []),
    ...speaking.flatMap(([{ places }, weight], i) =>
      places.slice(0, 2).map((place) => ({ ...place, weight: (0.1 * weight) / (1 + weight + i) })),
    ),
  ];
}
