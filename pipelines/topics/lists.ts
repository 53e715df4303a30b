import type { Span } from '../../domain/index.js';
import type { Compiled } from './compile.js';
import type { Hit } from './matcher.js';

/** Hits of the petition section's lists in one item, by list. */
export interface ListHits {
  /** The lists that anything was found of. */
  names(): Iterable<string>;
  /** The first hit, before `limit` if given. */
  first(list: string, limit?: number): Span | null;
  all(list: string): readonly (Span & { word: number })[];
  /** Different words of the list that keep their force, with half for those in doubt. */
  weigh(list: string): number;
}

/** Sorts the hits of all lists once, so that each question about them is a look-up. */
export function gatherLists(compiled: Compiled, hits: readonly Hit[], force: Float32Array): ListHits {
  const lists = new Map<string, (Span & { word: number })[]>();
  for (const [word, start, end] of hits)
    for (const name of compiled.uses[word]!.lists) {
      let list = lists.get(name);
      if (!list) {
        list = [];
        lists.set(name, list);
      }
      list.push({ word, start, end });
    }
  const all = (list: string) => lists.get(list) ?? [];
  return {
    names: () => lists.keys(),
    all,
    first(list, limit = Number.POSITIVE_INFINITY) {
      const found = all(list)[0];
      return found && found.start < limit ? found : null;
    },
    weigh(list) {
      const best = new Map<number, number>();
      for (const { word, start } of all(list)) best.set(word, Math.max(best.get(word) ?? 0, force[start]!));
      return [...best.values()].reduce((sum, f) => sum + f, 0);
    },
  };
}
