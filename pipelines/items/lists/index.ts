export { headingsOf } from './columns.js';
export { rowDrafts } from './rows.js';
export { looksLikeList } from './unknown-list.js';
