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

/** Numbers of the pieces of one kind, by the word that stands behind its name; 0 where there is none. */
interface Kind {
  /** By the number of a character: most words are one, and a table asks for no string's hash. */
  characters: Uint16Array;
  words: ReadonlyMap<string, number>;
}

/**
 * A scale of one or more weights; it is used by one reading at a time. Pieces are numbered from 1, so that what is seen
 * is looked up once and added from tables.
 *
 * @param repeated what is seen of a candidate several times counts each time; else once
 */
export function createScale(all: readonly Weights[], repeated = false): Scale {
  const width = all.length;
  const names = new Set(all.flatMap(({ weights }) => Object.keys(weights)));
  const numbers = new Map([...names].map((name, i) => [name, i + 1]));
  const weightOf = new Float64Array((names.size + 1) * width);
  for (const [at, { weights }] of all.entries())
    for (const [name, weight] of Object.entries(weights)) weightOf[numbers.get(name)! * width + at] = weight;
  /** Number of the candidate of which each piece was seen last. */
  const seen = new Float64Array(names.size + 1);
  const kinds = new Map<string, Kind>();
  const characters = numberLastCharacters(numbers.keys());
  const kindOf = (name: string) => {
    const kind = gatherKind(name, numbers, characters);
    kinds.set(name, kind);
    return kind;
  };
  const biases = all.map(({ bias }) => bias);
  const sums = Float64Array.from(biases);
  let candidate = 1;
  const put = (piece: number, value: number) => {
    if (piece === 0 || (seen[piece] === candidate && !repeated)) return;
    seen[piece] = candidate;
    for (let i = 0; i < width; i++) sums[i]! += weightOf[piece * width + i]! * value;
  };
  return {
    see: (name, value = 1) => put(numbers.get(name) ?? 0, value),
    seeWord(name, word, value = 1) {
      const kind = kinds.get(name) ?? kindOf(name);
      if (word.length === 1) put(kind.characters[characters[word.charCodeAt(0)]!]!, value);
      else put(kind.words.get(word) ?? 0, value);
    },
    take() {
      const taken: number[] = [];
      for (let i = 0; i < width; i++) {
        taken.push(sums[i]!);
        sums[i] = biases[i]!;
      }
      candidate += 1;
      return taken;
    },
  };
}

/** Numbers, from 1, the characters that any name ends with, by UTF-16 unit. */
function numberLastCharacters(names: Iterable<string>): Uint16Array {
  const numbered = new Uint16Array(0x10000);
  let last = 0;
  for (const name of names) {
    const unit = name.charCodeAt(name.length - 1);
    if (numbered[unit] === 0) numbered[unit] = ++last;
  }
  return numbered;
}

function gatherKind(kind: string, numbers: ReadonlyMap<string, number>, characters: Uint16Array): Kind {
  const own = [...numbers].filter(([name]) => name.startsWith(kind));
  const words = new Map(own.map(([name, piece]) => [name.slice(kind.length), piece]));
  const table = new Uint16Array(characters.reduce((most, number) => Math.max(most, number)) + 1);
  for (const [word, piece] of words) if (word.length === 1) table[characters[word.charCodeAt(0)]!] = piece;
  return { characters: table, words };
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
