import type { Offence, Tag } from '../../../domain/index.js';
import { likelihood, type WeightsByCode, weigh } from '../../weighing/index.js';
import type { CompiledRule } from '../compile.js';
import { evidenceOfRule, telling } from './evidence.js';
import { type Ground, groundsOf, type Quotable } from './grounds.js';
import { quotesOf } from './quotes.js';
import type { Finding } from './rules.js';
import type { Signs } from './signs.js';

/**
 * Likelihood from which a tag is given, whatever speaks for it: nothing is shown that is less likely. For topics the F1
 * of writers who were left out of learning is best here; of offences it falls little from 0.2 to 0.3, and they accuse.
 */
export const leastLikelihood = { topic: 0.35, offence: 0.3 } as const;

/** Characters: the weights were learned from letters, and a row of a list says what it says in a few words. */
const shortestLearned = 80;

/** What is left of the likelihood of a tag that rests on hearsay alone: it is looked into, but it is worth less. */
const ofHearsay = 0.6;

type Tagged = keyof typeof leastLikelihood;

interface Judged {
  code: string;
  likelihood: number;
  /** Among the codes of the weights. */
  place: number;
  finding: Finding | undefined;
}

/**
 * The tags of an item, likeliest first, each with its quotes. One that needs a word of its campaign's field is not given
 * where the paper has no word of any, nor one that no clause carries.
 */
export function decideTags(
  paper: Quotable & { inField: boolean },
  rules: readonly CompiledRule[],
  findings: readonly Finding[],
  signs: Signs,
  weights: WeightsByCode,
): { topics: Tag[]; offences: Tag<Offence>[] } {
  const { general, codes, bySign, learned } = weights;
  const sums = Float64Array.from(codes, (code) => learned.get(code) ?? 0);
  for (const [name, { value }] of signs) {
    const own = bySign.get(name);
    if (own === undefined) continue;
    for (let i = 0; i < own.places.length; i++) sums[own.places[i]!]! += own.weights[i]! * value;
  }
  const places = new Map(codes.map((code, place) => [code, place]));
  const isShort = paper.reading.text.length < shortestLearned;
  const judge = (axis: Tagged): Judged[] => {
    const found = new Map(findings.filter((f) => f.rule.axis === axis).map((f) => [f.rule.code, f]));
    const scores = [...found.values()].map((f) => f.score);
    const judged: Judged[] = [];
    for (const rule of rules) {
      if (rule.axis !== axis) continue;
      const { code } = rule;
      const finding = found.get(code);
      const place = places.get(code) ?? -1;
      const known = learned.has(code);
      if (known && lacksField(rule, paper)) continue;
      // Where nothing was learned, of a new campaign's code or of an offence that a row tells in a few words, the rule is
      // believed.
      const isBelieved =
        !known || (axis === 'offence' && isShort && finding?.own.some(({ kind }) => kind === 'strong'));
      const likely = likelihood(known ? sums[place]! : weigh(general, evidenceOfRule(finding, scores)));
      judged.push({
        code,
        place,
        finding,
        likelihood:
          isBelieved && finding?.needed && finding.score >= telling
            ? Math.max(leastLikelihood[axis], likely)
            : likely,
      });
    }
    return judged;
  };
  const tags = (axis: Tagged) => {
    const given = judge(axis)
      .filter((j) => j.likelihood >= leastLikelihood[axis])
      .sort((a, b) => b.likelihood - a.likelihood || (a.code < b.code ? -1 : 1));
    const grounds = groundsOf(paper, given, signs, weights);
    return given.flatMap(({ code, likelihood }, i) =>
      grounds[i]!.length === 0
        ? []
        : [
            {
              code,
              score: scoreOf(likelihood, grounds[i]!),
              evidence: quotesOf(paper.reading, grounds[i]!),
            },
          ],
    );
  };
  return {
    topics: tags('topic'),
    offences: tags('offence') as Tag<Offence>[],
  };
}

function scoreOf(likelihood: number, grounds: readonly Ground[]): number {
  const kept = grounds.every((g) => g.isHearsay) ? ofHearsay : 1;
  return Math.round(Math.min(0.99, likelihood) * kept * 100) / 100;
}

/** A topic of a campaign's own field is none of a paper that has no word of any campaign's, whatever else it says. */
export const lacksField = ({ axis, needs }: CompiledRule, { inField }: { inField: boolean }): boolean =>
  axis === 'topic' && needs.length > 0 && !inField;
