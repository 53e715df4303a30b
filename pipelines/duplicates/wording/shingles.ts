import { comparableText } from './comparable.js';

/** Units in one shingle. Five lose everything at 3 % recognition errors; two meet in any two letters. */
const shingleLength = 3;

/** Spreads a 32-bit value over all its bits (the finaliser of MurmurHash3, public domain). */
export function mix(h: number): number {
  h ^= h >>> 16;
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/**
 * The distinct 3-grams of comparable text as 32-bit hashes. In a letter of 1,500 characters two different
 * 3-grams meet in one hash with a chance below one in a thousand.
 */
export function shinglesOf(comparable: string): Set<number> {
  const shingles = new Set<number>();
  for (let i = 0; i + shingleLength <= comparable.length; i++) {
    const a = comparable.charCodeAt(i);
    const b = comparable.charCodeAt(i + 1);
    const c = comparable.charCodeAt(i + 2);
    shingles.add(mix(Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca77) ^ Math.imul(c, 0xc2b2ae3d)));
  }
  return shingles;
}

export interface Similarity {
  /** Shared shingles over all shingles, 0..1. */
  jaccard: number;
  /** Share of the smaller text's shingles that the larger one has too, 0..1. */
  containment: number;
}

/** Similarity of two sets of shingles; 0 and 0 where either is empty. */
function compareShingles(a: ReadonlySet<number>, b: ReadonlySet<number>): Similarity {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  if (small.size === 0) return { jaccard: 0, containment: 0 };
  let shared = 0;
  for (const shingle of small) if (large.has(shingle)) shared++;
  return { jaccard: shared / (a.size + b.size - shared), containment: shared / small.size };
}

/**
 * The exact check behind the fingerprints: Jaccard similarity of the 3-grams of two texts, and the
 * containment of the smaller one in the larger one (a letter within its cover note has containment 1).
 * Errors of recognition at rate p in one of them leave a containment of about (1 − p)³.
 */
export function compare(a: string, b: string): Similarity {
  return compareShingles(shinglesOf(comparableText(a)), shinglesOf(comparableText(b)));
}
