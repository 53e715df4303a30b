export { headingsOf } from './columns.js';
export { rowDrafts, withUnknownTables } from './rows.js';
export type { ListLexicon } from './vocabulary.js';
