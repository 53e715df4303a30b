import { seededRandom } from '../samples/rendering/seeded-random.js';

/** What a seeded stream of numbers is asked for: the same seed gives the same answers on every machine. */
export interface Random {
  /** 0 ≤ n < 1 */
  next(): number;
  /** An integer, both ends included. */
  between(low: number, high: number): number;
  pick<T>(list: readonly T[]): T;
  /** `count` different members in random order. */
  sample<T>(list: readonly T[], count: number): T[];
  chance(probability: number): boolean;
}

export function createRandom(seed: number): Random {
  const next = seededRandom(seed);
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    between,
    pick: (list) => list[between(0, list.length - 1)]!,
    sample: (list, count) => {
      const rest = [...list];
      const taken = [];
      while (taken.length < count && rest.length > 0)
        taken.push(rest.splice(between(0, rest.length - 1), 1)[0]!);
      return taken;
    },
    chance: (probability) => next() < probability,
  };
}
