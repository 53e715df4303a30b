export { align } from './align.js';
export { type Comparable, comparableText, toComparable } from './comparable.js';
export { areConfusable, foldConfusables, nameDifference } from './confusables.js';
export {
  bandCount,
  fingerprintOf,
  fingerprintVersion,
  isFullName,
  shortestComparable,
  textHashOf,
  toldParts,
} from './fingerprint.js';
export { likeness } from './likeness.js';
export { createMemo } from './memo.js';
export { compare, type Similarity } from './shingles.js';
