export { checkLexicon } from '../lexicon/index.js';
export type { SandboxState } from '../pipelines/index.js';
export { clueNoOf } from './clue-numbers.js';
export { type Config, readConfig, settings } from './config.js';
export { dayIn, minuteIn, withLocalDays } from './days.js';
export {
  type AccusedEdit,
  confirmInformant,
  correctClue,
  type Decided,
  type Evaluation,
  evaluateCorrections,
  judgeLink,
  type MaskedField,
  maskedFields,
  mergeClues,
  moveSource,
  type Ruling,
  registerByHand,
  rejectInformant,
  splitClue,
  undoDecision,
} from './decisions/index.js';
export { fileItems, reseal, resultsOf } from './filing/index.js';
export { type InspectedDocument, inspectFile } from './inspect.js';
export {
  type FilePath,
  findFiles,
  type IntakeFacts,
  isLeftOut,
  isRefusal,
  isSameState,
  type LeftOut,
  nameOf,
  printable,
  type Received,
  type Refusal,
  stateOf,
  takeIn,
} from './intake.js';
export type { LeftOutReason } from './left-out.js';
export { topicNames, withNames } from './names.js';
export { makeHome, type Office, openOffice, openReading, type Reading, readLexicon } from './open.js';
export { outlineOf } from './outline.js';
export {
  type DueFile,
  planSweep,
  type Report,
  reconcile,
  reindex,
  runSweep,
  type SweepDifference,
  type SweepPlan,
  superviseWorkers,
  type WorkerGroup,
} from './upkeep/index.js';
