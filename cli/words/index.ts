export {
  addCorrectionOptions,
  addRegisterOptions,
  type CorrectionOptions,
  fieldsOf,
  type Paper,
  paperId,
  type RegisterOptions,
  type RulingOptions,
  typedCardOf,
  wrongCorrection,
  wrongRegistration,
} from './card.js';
export { type Confirmed, type InformantOptions, readInformant } from './informant.js';
export { readSummary, type SummaryOptions } from './summary-file.js';
export { sumInWords } from './sums.js';
export { termOption, topicCode } from './terms.js';
export {
  day,
  helpTitle,
  language,
  say,
  saying,
  sourceId,
  sourceIds,
  wholeNumber,
  wholeNumbers,
  whyWrong,
  wrongRange,
} from './usage.js';
export { editsOf } from './written-accused.js';
