export {
  chooseUnit,
  type NameCandidate,
  nameCandidates,
  type UnitCandidate,
  unitCandidates,
} from './candidates.js';
