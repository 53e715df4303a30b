import type { PetitionClass } from '../../../domain/index.js';
import type { Weights } from '../../../lexicon/index.js';
import { type Evidence, weightsByCode } from '../../weighing/index.js';

export { classEvidence } from './evidence.js';
export { nothingTold } from './greeting.js';

/** Whether the weights say anything of evidence of that name. */
export const knows = (weights: Weights, name: string): boolean => weightsByCode(weights).bySign.has(name);

/**
 * 业务类别: the class, of those that are possible, that the evidence speaks for most. The weights of each stand under its
 * code (`appeal/word:处分`); they are learned from labelled papers.
 */
export function decideClass(
  possible: readonly PetitionClass[],
  evidence: Evidence,
  weights: Weights,
): PetitionClass {
  const { codes, bySign, learned } = weightsByCode(weights);
  const sums = Float64Array.from(codes, (code) => learned.get(code) ?? 0);
  for (const [name, value] of evidence) {
    const own = bySign.get(name);
    if (own !== undefined)
      for (let i = 0; i < own.places.length; i++) sums[own.places[i]!]! += own.weights[i]! * value;
  }
  const sumOf = (code: PetitionClass) => sums[codes.indexOf(code)] ?? 0;
  return possible.reduce((best, code) => (sumOf(code) > sumOf(best) ? code : best));
}
