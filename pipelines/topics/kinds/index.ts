import type { Weights } from '../../../lexicon/index.js';
import type { Evidence } from '../../weighing/index.js';
import { tagWeights } from '../tags/index.js';

export { classEvidence, signatureEvidence } from './evidence.js';

/** Whether the weights say anything of evidence of that name. */
export const knows = (weights: Weights, name: string): boolean => tagWeights(weights).bySign.has(name);

/**
 * The kind, of those that are possible, that the evidence speaks for most. The weights of each kind stand under its
 * code (`appeal/word:处分`); they are learned from labelled papers.
 */
export function decideKind<Code extends string>(
  possible: readonly Code[],
  evidence: Evidence,
  weights: Weights,
): Code {
  const { codes, bySign, learned } = tagWeights(weights);
  const sums = Float64Array.from(codes, (code) => learned.get(code) ?? 0);
  for (const [name, value] of evidence)
    for (const { place, weight } of bySign.get(name) ?? []) sums[place]! += weight * value;
  const sumOf = (code: Code) => sums[codes.indexOf(code)] ?? 0;
  return possible.reduce((best, code) => (sumOf(code) > sumOf(best) ? code : best));
}
