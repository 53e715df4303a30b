/**
 * What happens to a document, on one page. Each stage says what it needs and what it gives; the order below
 * is only for reading, the order of running is derived.
 *
 *   original ─ extraction ─┬─ ocr ─┬─ normalisation ─ items ─ segmentation ─ entities ─ sealing ◁─ rulings
 *                          └───────┘                                                      │
 *                                              filing ◁─ duplicates ◁─┬─ topics ◁─────────┤
 *                                                                     └───────────────────┘
 *
 * Filing is not a stage: it decides beside everything filed before it, inside the register's transaction.
 */
import { duplicatesStage } from './duplicates/index.js';
import { entitiesStage } from './entities/index.js';
import { createExtractionStage, type FileOpener } from './extraction/index.js';
import { itemsStage } from './items/index.js';
import { normalisationStage } from './normalisation/index.js';
import { createRecognitionStage, type Recogniser } from './ocr/index.js';
import { orderStages } from './run.js';
import { sealingStage } from './sealing/index.js';
import { segmentationStage } from './segmentation/index.js';
import { topicsStage } from './topics/index.js';

export { fingerprintOf, fingerprintVersion } from './duplicates/index.js';
export {
  type FileOpener,
  openSandbox,
  type Sandbox,
  type SandboxState,
} from './extraction/index.js';
export {
  type AssembledRecord,
  applyCorrection,
  assembleRecord,
  decide,
  isToldAnew,
  linkKeys,
  mayBeSame,
  type RecordMember,
  typedReading,
} from './filing/index.js';
export { type Place, placeOf } from './items/index.js';
export {
  type EngineChoice,
  engineChoices,
  openRecogniser,
  type Recogniser,
  recognisePage,
} from './ocr/index.js';
export { readEach } from './read-each.js';
export {
  dueStages,
  type RunInput,
  type RunOutcome,
  type RunResult,
  readingVersion,
  recognitionDigest,
  runDue,
} from './run.js';
export { createCover } from './sealing/cover.js';
export { maskName, maskWords } from './sealing/index.js';
export { retell, topicName } from './topics/index.js';
export { sealWritten } from './written.js';

/** What is made anew when a person says who is the informant, and who is not: nothing has to be read for it. */
export const sealingOnwards = [sealingStage, topicsStage, duplicatesStage] as const;

/** All stages, in an order in which they can run. */
export function createStages(opener: FileOpener, recogniser: Recogniser) {
  return orderStages([
    createExtractionStage(opener),
    createRecognitionStage(opener, recogniser),
    normalisationStage,
    itemsStage,
    segmentationStage,
    entitiesStage,
    ...sealingOnwards,
  ]);
}

export type Stages = ReturnType<typeof createStages>;
export type StageName = Stages[number]['name'];
