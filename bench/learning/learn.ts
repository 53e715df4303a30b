import type { Weights } from '../../lexicon/index.js';
import { type Evidence, likelihood, weigh } from '../../pipelines/weighing/index.js';

/** A candidate of a labelled paper. */
export interface Row {
  evidence: Evidence;
  right: boolean;
  /** What is held out together when the weights are tried: the writer, or the paper. */
  group: string;
  /** How much the row counts; 1 where nothing is said. */
  count?: number;
}

/** Candidates of which exactly one is right. */
export interface Choice {
  candidates: Evidence[];
  right: number;
  group: string;
}

interface Settings {
  /** Strength of the pull towards 0 (ridge): the more, the less a rare piece of evidence may say. */
  ridge: number;
  /** Evidence seen in fewer rows is left out. */
  least: number;
  /** Steps towards the best weights. */
  rounds: number;
}

const usual: Settings = { ridge: 1, least: 3, rounds: 400 };
/** Step of Adam (Kingma and Ba, 2015), with its usual two rates of decay. */
const step = 0.05;
const decay = [0.9, 0.999] as const;

/** Weights by which each row's likelihood of being right is nearest the truth: ridge logistic regression. */
export function learn(rows: readonly Row[], settings: Partial<Settings> = {}): Weights {
  const { index, names } = indexOf(
    rows.map((r) => r.evidence),
    { ...usual, ...settings },
  );
  const packed = rows.map((r) => pack(r.evidence, index));
  return minimise(names, { ...usual, ...settings }, (weights, gradient) => {
    for (const [i, row] of rows.entries()) {
      const miss = (likelihood(dot(weights, packed[i]!)) - (row.right ? 1 : 0)) * (row.count ?? 1);
      addTo(gradient, packed[i]!, miss);
    }
  });
}

/** Weights by which the right one of each choice stands highest: ridge conditional logit. */
export function learnChoices(choices: readonly Choice[], settings: Partial<Settings> = {}): Weights {
  const all = choices.flatMap((c) => c.candidates);
  const { index, names } = indexOf(all, { ...usual, ...settings });
  const packed = choices.map((c) => c.candidates.map((e) => pack(e, index)));
  const weights = minimise(names, { ...usual, ...settings }, (current, gradient) => {
    for (const [i, { right }] of choices.entries()) {
      const scores = packed[i]!.map((e) => dot(current, e));
      const highest = Math.max(...scores);
      const shares = scores.map((s) => Math.exp(s - highest));
      const sum = shares.reduce((a, b) => a + b, 0);
      for (const [n, evidence] of packed[i]!.entries()) {
        const miss = shares[n]! / sum - (n === right ? 1 : 0);
        addTo(gradient, evidence, miss);
      }
    }
  });
  // Alike for all candidates of a choice: it says nothing.
  return { ...weights, bias: 0 };
}

/** Reads each group's rows with weights that were learned on the other groups. */
export function crossValidate<Case extends { group: string }>(
  cases: readonly Case[],
  learnFrom: (others: readonly Case[]) => Weights,
  judge: (one: Case, weights: Weights) => void,
): void {
  for (const group of new Set(cases.map((c) => c.group))) {
    const weights = learnFrom(cases.filter((c) => c.group !== group));
    for (const one of cases) if (one.group === group) judge(one, weights);
  }
}

export const isRight = (row: Row, weights: Weights): boolean =>
  weigh(weights, row.evidence) > 0 === row.right;

/** Evidence as places of weights and values: it is gone through hundreds of times. */
interface Packed {
  at: Uint32Array;
  values: Float64Array;
}

function indexOf(all: readonly Evidence[], { least }: Settings) {
  const seen = new Map<string, number>();
  for (const evidence of all) for (const name of evidence.keys()) seen.set(name, (seen.get(name) ?? 0) + 1);
  const names = [...seen].filter(([, times]) => times >= least).map(([name]) => name);
  names.sort();
  // Place 0 is the bias.
  return { names, index: new Map(names.map((name, i) => [name, i + 1])) };
}

function pack(evidence: Evidence, index: ReadonlyMap<string, number>): Packed {
  const known = [...evidence].filter(([name]) => index.has(name));
  return {
    at: Uint32Array.from([0, ...known.map(([name]) => index.get(name)!)]),
    values: Float64Array.from([1, ...known.map(([, value]) => value)]),
  };
}

function dot(weights: Float64Array, { at, values }: Packed): number {
  let sum = 0;
  for (let i = 0; i < at.length; i++) sum += weights[at[i]!]! * values[i]!;
  return sum;
}

function addTo(gradient: Float64Array, { at, values }: Packed, factor: number): void {
  for (let i = 0; i < at.length; i++) gradient[at[i]!]! += factor * values[i]!;
}

function minimise(
  names: readonly string[],
  { ridge, rounds }: Settings,
  addGradient: (weights: Float64Array, gradient: Float64Array) => void,
): Weights {
  const size = names.length + 1;
  const weights = new Float64Array(size);
  const gradient = new Float64Array(size);
  const [mean, square] = [new Float64Array(size), new Float64Array(size)];
  for (let round = 1; round <= rounds; round++) {
    for (let at = 0; at < size; at++) gradient[at] = at === 0 ? 0 : ridge * weights[at]!;
    addGradient(weights, gradient);
    for (let at = 0; at < size; at++) {
      mean[at] = decay[0] * mean[at]! + (1 - decay[0]) * gradient[at]!;
      square[at] = decay[1] * square[at]! + (1 - decay[1]) * gradient[at]! ** 2;
      const [m, s] = [mean[at]! / (1 - decay[0] ** round), square[at]! / (1 - decay[1] ** round)];
      weights[at]! -= (step * m) / (Math.sqrt(s) + 1e-8);
    }
  }
  const rounded = (x: number) => Math.round(x * 1000) / 1000;
  return {
    bias: rounded(weights[0]!),
    weights: Object.fromEntries(names.map((name, i) => [name, rounded(weights[i + 1]!)])),
  };
}
