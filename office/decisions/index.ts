export {
  correctClue,
  type Decided,
  judgeLink,
  mergeClues,
  moveSource,
  type Ruling,
  splitClue,
  undoDecision,
} from './decisions.js';
export type { AccusedEdit } from './edits.js';
export { type Evaluation, evaluateCorrections } from './evaluate.js';
export { confirmInformant, type MaskedField, maskedFields, rejectInformant } from './informants.js';
export { registerByHand } from './registering.js';
