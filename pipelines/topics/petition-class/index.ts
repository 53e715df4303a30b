import type { PetitionClass, Topics } from '../../../domain/index.js';
import type { Weights } from '../../../lexicon/index.js';
import { type Evidence, weightsByCode } from '../../weighing/index.js';

export { classEvidence } from './evidence.js';
export { isForeign, nothingTold } from './greeting.js';
export { claimsOwnDebt, disavows } from './no-charge.js';
export { reportsOutright } from './outright.js';
export { keptNearOffice } from './public-money.js';
export { isThanks, mayAccuse } from './thanks.js';

/** Likelihood of being a report from which a paper of another class is to be looked at: none may be lost. */
const leastLikely = 0.1;

/**
 * 业务类别: the class, of those that are possible, that the evidence speaks for most, and whether one that is no report
 * may yet be one. The weights of each stand under its code (`appeal/word:处分`); they are learned from labelled papers.
 */
export function decideClass(
  possible: readonly PetitionClass[],
  evidence: Evidence,
  weights: Weights,
): Pick<Topics, 'petitionClass' | 'mayBeReport'> {
  const { codes, bySign, learned } = weightsByCode(weights);
  const sums = Float64Array.from(codes, (code) => learned.get(code) ?? 0);
  for (const [name, value] of evidence) {
    const own = bySign.get(name);
    if (own !== undefined)
      for (let i = 0; i < own.places.length; i++) sums[own.places[i]!]! += own.weights[i]! * value;
  }
  return classByScores(possible, new Map(codes.map((code, i) => [code, sums[i]!])));
}

/** @param scores log-odds of each class against the others */
export function classByScores(
  possible: readonly PetitionClass[],
  scores: ReadonlyMap<string, number>,
): Pick<Topics, 'petitionClass' | 'mayBeReport'> {
  const scoreOf = (code: PetitionClass) => scores.get(code) ?? 0;
  const petitionClass = possible.reduce((best, code) => (scoreOf(code) > scoreOf(best) ? code : best));
  const whole = possible.reduce((sum, code) => sum + Math.exp(scoreOf(code) - scoreOf('report')), 0);
  return { petitionClass, mayBeReport: petitionClass !== 'report' && 1 / whole >= leastLikely };
}
