export { chooseUnit, type Holder, unitCandidates } from './candidates.js';
export { type UnitsOfPaper, unitsOf } from './paper.js';
