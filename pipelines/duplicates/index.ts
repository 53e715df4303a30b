export { comparableText } from './comparable.js';
export { foldConfusables, nameDifference } from './confusables.js';
export { relateFamily } from './family.js';
export { bandCount, fingerprintOf, fingerprintVersion, isFullName, textHashOf } from './fingerprint.js';
export { likeness } from './likeness.js';
export { type MatterDecision, type MatterText, sameMatter } from './matter.js';
export type { FamilyMember, FamilyRelation } from './member.js';
export { compare, type Similarity } from './shingles.js';
export { duplicatesStage } from './stage.js';
