export type { RecordFilter } from './filter.js';
export { createRecords, type RecordLine, type RecordPage, type Records } from './records.js';
