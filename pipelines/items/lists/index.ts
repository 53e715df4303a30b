export { headingsOf } from './columns.js';
export { rowDrafts } from './rows.js';
export type { ListLexicon } from './vocabulary.js';
