import type { Weights } from '../../lexicon/index.js';
import type { Evidence } from './evidence.js';

/** Takes what is seen of a candidate, piece by piece. */
export interface Witness {
  /** @param value 1 where something is so, else a measure of about 0 to 1 */
  see(name: string, value?: number): void;
  /** Of a kind of evidence that is a word or character of the text itself: `left=` with 让; both make the name. */
  seeWord(kind: string, word: string, value?: number): void;
}

/** Adds up what the pieces weigh and keeps none of them: candidates are many, and all but a few come to nothing. */
export interface Scale extends Witness {
  /** The log-odds of the candidate seen since the last call, by each of the scale's weights. */
  take(): number[];
}

interface Piece {
  weights: number[];
  /** Number of the candidate of which it was seen last. */
  seen: number;
}

/**
 * A scale of one or more weights; it is used by one reading at a time.
 *
 * @param repeated what is seen of a candidate several times counts each time; else once
 */
export function createScale(all: readonly Weights[], repeated = false): Scale {
  const pieces = new Map<string, Piece>();
  for (const [at, { weights }] of all.entries())
    for (const [name, weight] of Object.entries(weights)) {
      const piece = pieces.get(name) ?? { weights: all.map(() => 0), seen: 0 };
      piece.weights[at] = weight;
      pieces.set(name, piece);
    }
  const kinds = new Map<string, Map<string, Piece>>();
  const wordsOf = (kind: string) => {
    const words = new Map<string, Piece>();
    for (const [name, piece] of pieces) if (name.startsWith(kind)) words.set(name.slice(kind.length), piece);
    kinds.set(kind, words);
    return words;
  };
  const biases = all.map(({ bias }) => bias);
  let sums = [...biases];
  let candidate = 1;
  const put = (piece: Piece | undefined, value: number) => {
    if (piece === undefined || (piece.seen === candidate && !repeated)) return;
    piece.seen = candidate;
    for (let i = 0; i < sums.length; i++) sums[i]! += piece.weights[i]! * value;
  };
  return {
    see: (name, value = 1) => put(pieces.get(name), value),
    seeWord: (kind, word, value = 1) => put((kinds.get(kind) ?? wordsOf(kind)).get(word), value),
    take() {
      const taken = sums;
      sums = [...biases];
      candidate += 1;
      return taken;
    },
  };
}

/**
 * Writes down what a scale would weigh: for learning.
 *
 * @param repeated as of the scale
 */
export function noteInto(evidence: Evidence, repeated = false): Witness {
  const see = (name: string, value = 1) =>
    evidence.set(name, (repeated ? (evidence.get(name) ?? 0) : 0) + value);
  return { see, seeWord: (kind, word, value) => see(kind + word, value) };
}
