import { createHash } from 'node:crypto';
import type { Fingerprint } from '../../domain/index.js';
import { comparableText } from './comparable.js';
import { mix, shinglesOf } from './shingles.js';

/** Bins of the signature; 32 bands of 4 find 99 of 100 pairs at a Jaccard similarity of 0.6. */
export const signatureLength = 128;
export const bandCount = 32;
const rowsPerBand = signatureLength / bandCount;
/** Fewer comparable characters than this make no signature: two short notes are alike by chance. */
export const shortestComparable = 20;

const empty = 0xffffffff;

/**
 * One-permutation MinHash: a shingle's first hash chooses the bin, its second one competes there.
 * An empty bin borrows from a full one that only its own number and the try decide ("optimal
 * densification", Shrivastava 2017), so that two texts borrow alike.
 */
export function signatureOf(shingles: ReadonlySet<number>): Uint32Array {
  const bins = new Uint32Array(signatureLength).fill(empty);
  const filled = new Uint8Array(signatureLength);
  for (const shingle of shingles) {
    const bin = shingle >>> 25;
    const value = mix(shingle ^ 0x5bd1e995);
    if (filled[bin] === 0 || value < bins[bin]!) {
      bins[bin] = value;
      filled[bin] = 1;
    }
  }
  for (let bin = 0; bin < signatureLength; bin++) {
    if (filled[bin] === 1) continue;
    for (let attempt = 1; ; attempt++) {
      const lender = mix(Math.imul(bin + 1, 0x9e3779b1) ^ Math.imul(attempt, 0x27d4eb2f)) >>> 25;
      if (filled[lender] !== 1) continue;
      bins[bin] = bins[lender]!;
      break;
    }
  }
  return bins;
}

/** One key a band: 64 bits over the band's number and its four rows, signed to fit a PostgreSQL bigint. */
function bandsOf(signature: Uint32Array): string[] {
  const bands: string[] = [];
  for (let band = 0; band < bandCount; band++) {
    let high = mix(band + 0x1000193);
    let low = mix(band + 0x811c9dc5);
    for (let row = 0; row < rowsPerBand; row++) {
      const value = signature[band * rowsPerBand + row]!;
      high = mix(Math.imul(high, 31) ^ value);
      low = mix(Math.imul(low, 37) ^ Math.imul(value, 0x9e3779b1));
    }
    bands.push(BigInt.asIntN(64, (BigInt(high) << 32n) | BigInt(low)).toString());
  }
  return bands;
}

/** SHA-256 (hex) of a text's letters and digits: equal for the same words in another layout. */
export function textHashOf(text: string): string {
  return hashComparable(comparableText(text));
}

function hashComparable(comparable: string): string {
  return createHash('sha256').update(comparable, 'utf8').digest('hex');
}

/** What a later paper is found by: hash, MinHash signature and band keys of one sealed text. */
export function fingerprintOf(text: string): Fingerprint {
  const comparable = comparableText(text);
  const textHash = hashComparable(comparable);
  const shingles = shinglesOf(comparable);
  if (comparable.length < shortestComparable) {
    return { textHash, signature: [], bands: [], size: shingles.size };
  }
  const signature = signatureOf(shingles);
  return { textHash, signature: Array.from(signature), bands: bandsOf(signature), size: shingles.size };
}
