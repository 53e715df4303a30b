export { comparableText } from './comparable.js';
export { foldConfusables, nameDifference } from './confusables.js';
export { type FamilyMember, type FamilyRelation, relateFamily } from './family.js';
export { bandCount, fingerprintOf, fingerprintVersion, isFullName, textHashOf } from './fingerprint.js';
export { likeness } from './likeness.js';
export { type MatterDecision, type MatterText, sameMatter } from './matter.js';
export { compare, type Similarity } from './shingles.js';
export { duplicatesStage } from './stage.js';
