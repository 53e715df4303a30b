export type { SandboxState } from '../pipelines/index.js';
export { clueNoOf } from './clue-numbers.js';
export { type Config, readConfig, settings } from './config.js';
export { isDay, minuteIn, withLocalDays } from './days.js';
export {
  type AccusedEdit,
  correctClue,
  type Decided,
  judgeLink,
  mergeClues,
  moveSource,
  type Ruling,
  splitClue,
  undoDecision,
} from './decisions.js';
export { type Evaluation, evaluateCorrections } from './evaluate.js';
export { fileItems } from './filing.js';
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
export { makeHome, type Office, openOffice, openReading, type Reading, readLexicon } from './open.js';
export { outlineOf } from './outline.js';
export { reconcile } from './reconcile.js';
export { registerByHand } from './registering.js';
export { reindex } from './reindex.js';
export type { Report } from './report.js';
export { superviseWorkers, type WorkerGroup } from './supervisor.js';
export { planSweep, runSweep, type SweepDifference, type SweepPlan } from './sweep.js';
