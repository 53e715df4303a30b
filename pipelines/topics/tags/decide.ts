import type { Offence, Span, Tag } from '../../../domain/index.js';
import { likelihood, type WeightsByCode, weigh } from '../../weighing/index.js';
import type { CompiledRule } from '../compile.js';
import type { Reading } from '../layout.js';
import type { Sign } from '../pieces.js';
import { evidenceOfRule, telling } from './evidence.js';
import { quotesOf } from './quotes.js';
import type { Finding } from './rules.js';
import type { Signs } from './signs.js';

/**
 * Likelihood from which a tag is given, whatever speaks for it: nothing is shown that is less likely. For topics the F1
 * of writers who were left out of learning is best here; of offences it falls little from 0.2 to 0.3, and they accuse.
 */
export const leastLikelihood = { topic: 0.35, offence: 0.3 } as const;

type Tagged = keyof typeof leastLikelihood;

interface Judged {
  code: string;
  likelihood: number;
  /** What spoke for it, the most telling with the highest weight. */
  reasons(): Reasons;
}

type Reasons = { start: number; end: number; weight: number }[];
/** Of the signs that speak for a code and can be quoted the two that say most, with how much. */
type Speaking = [sign: Sign, weight: number][];

/**
 * The tags of an item, likeliest first, each with its quotes; a tag that nothing in the text can be quoted for is not given.
 *
 * @param heading what is quoted only where nothing else can be
 */
export function decideTags(
  { reading, heading }: { reading: Reading; heading: readonly Span[] },
  rules: readonly CompiledRule[],
  findings: readonly Finding[],
  signs: Signs,
  weights: WeightsByCode,
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
  const places = new Map(codes.map((code, place) => [code, place]));
  const nothingSeen: Speaking = [];
  const judge = (axis: Tagged): Judged[] => {
    const found = new Map(findings.filter((f) => f.rule.axis === axis).map((f) => [f.rule.code, f]));
    const scores = [...found.values()].map((f) => f.score);
    const judged: Judged[] = [];
    for (const rule of rules) {
      if (rule.axis !== axis) continue;
      const { code } = rule;
      const finding = found.get(code);
      const place = places.get(code) ?? -1;
      const signsFor = speaking[place] ?? nothingSeen;
      if ((finding?.own.length ?? 0) + signsFor.length === 0) continue;
      const known = learned.has(code);
      // Where nothing was learned of a code, such as a new campaign's, its rule is believed.
      const likely = likelihood(known ? sums[place]! : weigh(general, evidenceOfRule(finding, scores)));
      judged.push({
        code,
        likelihood:
          !known && finding?.needed && finding.score >= telling
            ? Math.max(leastLikelihood[axis], likely)
            : likely,
        reasons: () => reasonsOf(finding, signsFor, heading),
      });
    }
    return judged;
  };
  const tags = (axis: Tagged) =>
    judge(axis)
      .sort((a, b) => b.likelihood - a.likelihood || (a.code < b.code ? -1 : 1))
      .filter((j) => j.likelihood >= leastLikelihood[axis])
      .map((j) => ({
        code: j.code,
        score: Math.round(Math.min(0.99, j.likelihood) * 100) / 100,
        evidence: quotesOf(reading, j.reasons()),
      }));
  return {
    topics: tags('topic'),
    offences: tags('offence') as Tag<Offence>[],
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
function reasonsOf(
  finding: Finding | undefined,
  speaking: Readonly<Speaking>,
  heading: readonly Span[],
): Reasons {
  const inHeading = ({ start }: Span) => heading.some((h) => h.start <= start && start < h.end);
  const outside = <S extends Span>(spans: readonly S[]) => spans.filter((span) => !inHeading(span));
  const own = (finding?.own ?? []).map((r) =>
    r.again && inHeading(r) ? { ...r.again, weight: r.weight } : r,
  );
  const ofSigns = speaking.map(([{ places }, weight], i) => ({
    places,
    weight: (0.1 * weight) / (1 + weight + i),
  }));
  const told = [
    ...outside(own),
    ...ofSigns.flatMap(({ places, weight }) =>
      outside(places)
        .slice(0, 2)
        .map((place) => ({ ...place, weight })),
    ),
  ];
  if (told.length > 0) return told;
  return [
    ...own,
    ...ofSigns.flatMap(({ places, weight }) => places.slice(0, 1).map((p) => ({ ...p, weight }))),
  ];
}
