export type { ClueContent, FiledReceipt, ItemResult, LookupKey, Review, StoredSource } from './contents.js';
export { createFiling, type Filing } from './filing.js';
export { filingLock } from './locks.js';
