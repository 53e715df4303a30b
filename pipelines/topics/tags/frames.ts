import type { TagRule } from '../../../lexicon/index.js';
import { firstAtOrAfter } from '../first-at.js';
import type { Hit } from '../matcher.js';

/** Where all parts of a frame stand together. */
export interface FrameMatch {
  /** The part that tells the deed: the first of the frame. */
  deed: Hit;
  parts: readonly Hit[];
  start: number;
  end: number;
}

type Frame = TagRule['frames'][number];

/** Deeds looked at in one text: what is told more often is told. */
const deedsTried = 60;

/**
 * Every place where the deed of a frame has all other parts near it, in whatever order.
 *
 * @param parts hits of each part in ascending order of start; the first part is the deed
 * @param apart how many sentences lie between two offsets
 */
export function* matchFrame(
  { within, across }: Frame,
  parts: readonly (readonly Hit[])[],
  excluded: readonly Hit[],
  apart: (a: number, b: number) => number,
): Generator<FrameMatch> {
  if (parts.some((list) => list.length === 0)) return;
  for (const deed of parts[0]!.slice(0, deedsTried)) {
    const chosen: Hit[] = [deed];
    for (const list of parts.slice(1)) {
      const near = nearest(list, deed, within, (hit) => apart(deed[1], hit[1]) <= across);
      if (near === null) break;
      chosen.push(near);
    }
    if (chosen.length < parts.length) continue;
    const start = Math.min(...chosen.map((h) => h[1]));
    const end = Math.max(...chosen.map((h) => h[2]));
    if (excluded.some((hit) => hit[1] >= start - 6 && hit[2] <= end + 6)) continue;
    yield { deed, parts: chosen, start, end };
  }
}

/** The hit with the fewest characters between it and the deed; none that overlaps it. */
function nearest(
  list: readonly Hit[],
  [, start, end]: Hit,
  within: number,
  allowed: (hit: Hit) => boolean,
): Hit | null {
  const low = firstAtOrAfter(list.length, (i) => list[i]![1], start);
  let best: Hit | null = null;
  let least = within + 1;
  for (let i = low; i < list.length && list[i]![1] - end < least; i++) {
    const hit = list[i]!;
    const gap = hit[1] - end;
    if (gap < 0 || !allowed(hit)) continue;
    best = hit;
    least = gap;
    break;
  }
  for (let i = low - 1, seen = 0; i >= 0 && seen < 12; i--, seen++) {
    const hit = list[i]!;
    const gap = start - hit[2];
    if (gap < 0) continue;
    if (gap >= least) break;
    if (!allowed(hit)) continue;
    best = hit;
    least = gap;
    break;
  }
  return best;
}
