import type { Weights } from '../../../../lexicon/index.js';
import type { Evidence } from '../../../weighing/index.js';

/** Takes what is seen of a candidate, piece by piece. */
export interface Witness {
  see(name: string, value?: number): void;
  /** Of a kind of evidence that is a word or character of the text itself: `left` with 让. */
  seeWord(kind: string, word: string): void;
}

/** Adds up what the pieces weigh: names are looked for at every place of a text, so no evidence is kept. */
export interface Scale extends Witness {
  /** What was seen since the last call, in log-odds. */
  take(): number;
}

const scales = new WeakMap<Weights, Scale>();

/** The scale of these weights; one is used by one reading at a time. */
export function scaleOf(weights: Weights): Scale {
  const known = scales.get(weights);
  if (known !== undefined) return known;
  const plain = new Map<string, number>();
  const words = new Map<string, Map<string, number>>();
  for (const [name, weight] of Object.entries(weights.weights)) {
    const at = name.indexOf('=');
    if (at < 0) plain.set(name, weight);
    else {
      const kind = name.slice(0, at);
      words.set(kind, (words.get(kind) ?? new Map<string, number>()).set(name.slice(at + 1), weight));
    }
  }
  let sum = 0;
  const scale: Scale = {
    see(name, value = 1) {
      const weight = plain.get(name);
      if (weight !== undefined) sum += weight * value;
    },
    seeWord(kind, word) {
      const weight = words.get(kind)?.get(word);
      if (weight !== undefined) sum += weight;
    },
    take() {
      const taken = sum;
      sum = 0;
      return taken;
    },
  };
  scales.set(weights, scale);
  return scale;
}

/** Writes down what the scale would weigh: for learning. */
export function noteInto(evidence: Evidence): Witness {
  const see = (name: string, value = 1) => evidence.set(name, (evidence.get(name) ?? 0) + value);
  return { see, seeWord: (kind, word) => see(`${kind}=${word}`) };
}
