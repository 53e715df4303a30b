import { type PetitionClass, petitionClasses } from '../../../domain/index.js';
import type { Weights } from '../../../lexicon/index.js';
import type { Evidence } from '../../weighing/index.js';
import { tagWeights } from '../tags/index.js';

export { classEvidence } from './evidence.js';

const classes = Object.keys(petitionClasses) as PetitionClass[];

/** Whether the weights say anything of evidence of that name. */
export const knownTo = (weights: Weights) => (name: string) => tagWeights(weights).bySign.has(name);

/**
 * 业务类别: the class that the evidence speaks for most. The weights of each class stand under its code
 * (`appeal/word:处分`); they are learned from labelled papers.
 *
 * @param handedOver what another office hands over is a matter that it found worth looking into: a report, or an
 *   appeal where that is likelier
 */
export function decideClass(evidence: Evidence, weights: Weights, handedOver: boolean): PetitionClass {
  const { codes, bySign, learned } = tagWeights(weights);
  const sums = new Map<string, number>(learned);
  for (const [name, value] of evidence)
    for (const { place, weight } of bySign.get(name) ?? []) {
      const code = codes[place]!;
      sums.set(code, (sums.get(code) ?? 0) + weight * value);
    }
  const sumOf = (code: PetitionClass) => sums.get(code) ?? 0;
  const possible: readonly PetitionClass[] = handedOver ? ['report', 'appeal'] : classes;
  return possible.reduce((best, code) => (sumOf(code) > sumOf(best) ? code : best));
}

/** The evidence as it speaks for one class: how a class is learned. */
export function underClass(code: PetitionClass, evidence: Evidence): Evidence {
  return new Map([
    [`${code}/bias`, 1],
    ...[...evidence].map(([name, value]) => [`${code}/${name}`, value] as const),
  ]);
}
