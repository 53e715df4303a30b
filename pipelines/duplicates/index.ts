export { comparableText } from './comparable.js';
export { areConfusable, foldConfusables, nameDifference } from './confusables.js';
export { newFactsOf } from './facts.js';
export { copyWindowDays, type FamilyMember, type FamilyRelation, relateFamily } from './family.js';
export {
  bandCount,
  fingerprintOf,
  rowsPerBand,
  shortestComparable,
  signatureLength,
  textHashOf,
} from './fingerprint.js';
export { isFullName, type MatterDecision, type MatterText, sameMatter } from './matter.js';
export { compare, type Similarity } from './shingles.js';
export { duplicatesStage } from './stage.js';
