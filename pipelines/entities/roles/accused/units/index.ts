export { chooseUnit, type UnitCandidate, unitCandidates } from './candidates.js';
