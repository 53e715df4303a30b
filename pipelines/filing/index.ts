export { accusedIn, accusing, mayBeSame, type RecordAccused } from './accused.js';
export { type AssembledRecord, assembleRecord, type RecordMember } from './assemble.js';
export { applyCorrection, isToldAnew } from './correct.js';
export { decide, type FilingCandidate, type FilingItem } from './decide.js';
export { type LinkKey, linkKeys } from './links.js';
export { typedReading } from './typed.js';
