import type { Weights } from '../../lexicon/index.js';

/** Weights of several codes in one file, `C2/word:租金` and its like, by what is seen: most of it speaks for a few codes only. */
export interface WeightsByCode {
  /** Of what is said of no code in particular. */
  general: Weights;
  /** The codes that anything speaks for or against; `places` is their index here. */
  codes: readonly string[];
  bySign: ReadonlyMap<string, SignWeights>;
  /** Asked of every word of a paper, before its sign is spelt out. */
  knowsWord: KnowsWord;
  /** Codes of which weights were learned, each with its bias. */
  learned: ReadonlyMap<string, number>;
}

const kinds = ['word:', 'pair:'] as const;

/** Whether any weight is given to a word or to a pair of characters; no other is looked at. */
export type KnowsWord = (kind: (typeof kinds)[number], word: string) => boolean;

/** What one thing that is seen says of each code that it speaks for or against. */
interface SignWeights {
  places: Uint16Array;
  weights: Float64Array;
}

const kept = new WeakMap<Weights, WeightsByCode>();

/** Sorts weights by what stands behind the slash of their names; what has none is said of any code. */
export function weightsByCode(learnt: Weights): WeightsByCode {
  const before = kept.get(learnt);
  if (before) return before;
  const { bias, weights } = learnt;
  const general: Record<string, number> = {};
  const places = new Map<string, number>();
  const bySign = new Map<string, { place: number; weight: number }[]>();
  const learned = new Map<string, number>();
  for (const [name, weight] of Object.entries(weights)) {
    const slash = name.indexOf('/');
    if (slash < 0) {
      general[name] = weight;
      continue;
    }
    const [code, sign] = [name.slice(0, slash), name.slice(slash + 1)];
    const place = places.get(code) ?? places.size;
    places.set(code, place);
    const own = bySign.get(sign);
    if (sign === 'bias') learned.set(code, weight);
    else if (own) own.push({ place, weight });
    else bySign.set(sign, [{ place, weight }]);
  }
  const packed = new Map<string, SignWeights>();
  for (const [sign, own] of bySign)
    packed.set(sign, {
      places: Uint16Array.from(own, ({ place }) => place),
      weights: Float64Array.from(own, ({ weight }) => weight),
    });
  const sorted = {
    general: { bias, weights: general },
    codes: [...places.keys()],
    bySign: packed,
    knowsWord: wordsOf(packed.keys()),
    learned,
  };
  kept.set(learnt, sorted);
  return sorted;
}

function wordsOf(signs: Iterable<string>): KnowsWord {
  const words = new Map<string, Set<string>>(kinds.map((kind) => [kind, new Set()]));
  for (const sign of signs) words.get(sign.slice(0, 5))?.add(sign.slice(5));
  return (kind, word) => words.get(kind)!.has(word);
}
