import { leastSureness, type Recognition, type Span } from '../../domain/index.js';

/** The stretches of a recognised page's text whose characters recognition is not sure of. */
export function findDoubt({ lines }: Pick<Recognition, 'lines'>): Span[] {
  const found: Span[] = [];
  for (const { start, sureness = [] } of lines) {
    for (const [i, sure] of sureness.entries()) {
      if (sure >= leastSureness) continue;
      const last = found.at(-1);
      if (last?.end === start + i) last.end++;
      else found.push({ start: start + i, end: start + i + 1 });
    }
  }
  return found;
}
