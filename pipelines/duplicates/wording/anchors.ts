import { mix } from './shingles.js';

/** Units of one anchor: at 5 % wrong characters three of four stay whole, and few are anybody's phrase. */
const anchorLength = 6;
/** One of so many places of a text is an anchor, whichever text it stands in. */
const sparseness = 40;
/** Anchors of one paper at most: of longer ones the smallest, which are again the same in every text. */
const mostAnchors = 400;
const base = 0x01000193;

/**
 * Keys of some stretches of comparable text, chosen by the stretch alone: where one paper stands within another,
 * or half of it does, both choose the same ones there. A letter of 600 characters has some fifteen.
 */
export function anchorsOf(comparable: string): number[] {
  const chosen = new Set<number>();
  // A rolling hash: each step takes one unit in and one out.
  let power = 1;
  for (let i = 1; i < anchorLength; i++) power = Math.imul(power, base);
  let hash = 0;
  for (let i = 0; i < comparable.length; i++) {
    if (i >= anchorLength) hash = (hash - Math.imul(comparable.charCodeAt(i - anchorLength) + 1, power)) | 0;
    hash = (Math.imul(hash, base) + comparable.charCodeAt(i) + 1) | 0;
    if (i + 1 < anchorLength) continue;
    const mixed = mix(hash ^ 0x3c6ef372);
    if (mixed % sparseness === 0) chosen.add(mixed);
  }
  const anchors = [...chosen];
  const kept = anchors.length <= mostAnchors ? anchors : anchors.sort((a, b) => a - b).slice(0, mostAnchors);
  // What is divisible is not even over all 32 bits.
  return kept.map((anchor) => mix(anchor ^ 0x510e527f));
}
