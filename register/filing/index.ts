export type {
  ClueContent,
  FiledReceipt,
  ItemResult,
  KeptCorrection,
  LookupKey,
  Review,
  StoredSource,
  WaitingPaper,
} from './contents.js';
export { createFiling, type Filing } from './filing.js';
export { filingLock } from './locks.js';
