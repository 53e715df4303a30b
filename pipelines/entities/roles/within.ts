import type { Span } from '../../../domain/index.js';

/**
 * The stretches that reach from one's beginning or before to its end or behind: asked of thousands of names, it looks at
 * none that ends long before.
 */
export function reachingOver<Stretch extends Span>(
  stretches: readonly Stretch[],
): (span: Span) => Generator<Stretch> {
  const sorted = [...stretches].sort((a, b) => a.start - b.start);
  /** How far any of the stretches up to each reaches. */
  const reach: number[] = [];
  for (const { end } of sorted) reach.push(Math.max(end, reach.at(-1) ?? 0));
  return function* ({ start, end }) {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle]!.start <= start) low = middle + 1;
      else high = middle;
    }
    for (let n = low - 1; n >= 0 && reach[n]! >= end; n--) if (sorted[n]!.end >= end) yield sorted[n]!;
  };
}
