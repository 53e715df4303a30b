import type { Weights } from '../../lexicon/index.js';

/** What is seen of one candidate, by name: 1 where something is so, else a measure of about 0 to 1. */
export type Evidence = Map<string, number>;

/**
 * How much the evidence speaks for a candidate, as log-odds: above 0 it is more likely right than wrong. What the
 * weights do not know counts nothing. The weights are learned from labelled papers (`npm run bench -- learn`).
 */
export function weigh({ bias, weights }: Weights, evidence: Evidence): number {
  let sum = bias;
  for (const [name, value] of evidence) sum += (weights[name] ?? 0) * value;
  return sum;
}

/** The likelihood, 0 to 1, that belongs to log-odds. */
export const likelihood = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));
