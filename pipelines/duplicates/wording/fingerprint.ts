import { createHash } from 'node:crypto';
import type { Accused, Fingerprint } from '../../../domain/index.js';
import { anchorsOf } from './anchors.js';
import { comparableText } from './comparable.js';
import { foldConfusables } from './confusables.js';
import { mix, shinglesOf } from './shingles.js';

/** Bins of the signature; 32 bands of 4 find 99 of 100 pairs at a Jaccard similarity of 0.6. */
const signatureLength = 128;
export const bandCount = 32;
const rowsPerBand = signatureLength / bandCount;
/** Fewer comparable characters than this make no signature: two short notes are alike by chance. */
export const shortestComparable = 20;

/** Accused of one paper that it is found by; a list of more is no form letter. */
const mostNames = 4;
/** Of what fingerprints are made; they are made anew where they were made otherwise. */
export const fingerprintVersion = 1;

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

/** One key a band: 32 bits over the band's number and its four rows. */
function bandsOf(signature: Uint32Array): number[] {
  const bands: number[] = [];
  for (let band = 0; band < bandCount; band++) {
    let key = mix(band + 0x1000193);
    for (let row = 0; row < rowsPerBand; row++) {
      key = mix(Math.imul(key, 31) ^ signature[band * rowsPerBand + row]!);
    }
    bands.push(key);
  }
  return bands;
}

/** Keys of the full names of the accused, one for all usual misspellings of a name. */
function namesOf(accused: readonly Pick<Accused, 'name'>[]): number[] {
  const keys = new Set<number>();
  for (const { name } of accused) {
    if (name === null || !isFullName(name)) continue;
    let key = 0x6a09e667;
    for (const unit of foldConfusables(name)) key = mix(Math.imul(key, 31) ^ unit.charCodeAt(0));
    keys.add(key);
  }
  return [...keys].slice(0, mostNames);
}

/** What is told of a name before, between and behind its hidden parts: 王 and 国 of 王*国; 甲 in 王某甲 only numbers him. */
export const toldParts = (name: string): string[] => name.split(/[某×xX*＊▇△○]+[甲乙丙丁]?/);

/** 某 and bare titles name nobody. */
export function isFullName(name: string): boolean {
  return name.length >= 2 && toldParts(name).length === 1;
}

/** SHA-256 (hex) of a text's letters and digits: equal for the same words in another layout. */
export function textHashOf(text: string): string {
  return hashComparable(comparableText(text));
}

function hashComparable(comparable: string): string {
  return createHash('sha256').update(comparable, 'utf8').digest('hex');
}

/**
 * What a later paper is found by: the hash of the text, band keys of its MinHash signature, anchors that it shares
 * with a paper which encloses or quotes it, and whom it accuses.
 *
 * @param paper a sealed text, with whom it accuses where that is known
 */
export function fingerprintOf(
  paper: string | { text: string; accused: readonly Pick<Accused, 'name'>[] },
): Fingerprint {
  const { text, accused } = typeof paper === 'string' ? { text: paper, accused: [] } : paper;
  const comparable = comparableText(text);
  const shingles = shinglesOf(comparable);
  const known = { textHash: hashComparable(comparable), size: shingles.size, version: fingerprintVersion };
  if (comparable.length < shortestComparable) return { ...known, bands: [], anchors: [], names: [] };
  const bands = bandsOf(signatureOf(shingles));
  return { ...known, bands, anchors: anchorsOf(comparable), names: namesOf(accused) };
}
