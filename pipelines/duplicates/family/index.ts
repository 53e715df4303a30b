export { relateFamily } from './family.js';
export { type MatterDecision, type MatterText, sameMatter } from './matter.js';
export type { FamilyMember, FamilyRelation } from './member.js';
