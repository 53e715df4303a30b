export { findRuling } from './rules.js';
export { layOutCells } from './strips.js';
export { gatherTables } from './table-page.js';
