import type { Mention, Span } from '../../../domain/index.js';

interface Places<M> {
  byStart: Map<number, M>;
  byEnd: Map<number, M>;
}

const known = new WeakMap<readonly Mention[], Places<Mention>>();

/** Put together once for each list: a list of names would else be gone through once for each of its names. */
function placesOf<M extends Mention>(mentions: readonly M[]): Places<M> {
  const found = known.get(mentions);
  if (found) return found as Places<M>;
  const places: Places<M> = { byStart: new Map(), byEnd: new Map() };
  for (const mention of mentions) {
    if (!places.byStart.has(mention.start)) places.byStart.set(mention.start, mention);
    if (!places.byEnd.has(mention.end)) places.byEnd.set(mention.end, mention);
  }
  known.set(mentions, places);
  return places;
}

/** The first of the mentions, which change no more, that starts there. */
export function startingAt<M extends Mention>(mentions: readonly M[], at: number): M | undefined {
  return placesOf(mentions).byStart.get(at);
}

/** The first of the mentions, which change no more, that ends there. */
export function endingAt<M extends Mention>(mentions: readonly M[], at: number): M | undefined {
  return placesOf(mentions).byEnd.get(at);
}

/** Index of the first mention at or behind an offset, of mentions in the order of the text. */
export function firstFrom(mentions: readonly Span[], at: number): number {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (mentions[middle]!.start < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** One of the mentions, which stand in the order of the text without overlaps, reaches into the stretch. */
export function touches(mentions: readonly Span[], start: number, end: number): boolean {
  const next = firstFrom(mentions, start);
  const [before, behind] = [mentions[next - 1], mentions[next]];
  return (before !== undefined && before.end > start) || (behind !== undefined && behind.start < end);
}
