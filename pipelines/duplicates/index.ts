export {
  type FamilyMember,
  type FamilyRelation,
  type MatterDecision,
  type MatterText,
  relateFamily,
  sameMatter,
} from './family/index.js';
export { duplicatesStage } from './stage.js';
export { type UnitForm, unitFormOf, unitsAgree } from './units/index.js';
export {
  bandCount,
  comparableText,
  compare,
  fingerprintOf,
  fingerprintVersion,
  foldConfusables,
  isFullName,
  likeness,
  nameDifference,
  type Similarity,
  textHashOf,
  toldParts,
} from './wording/index.js';
