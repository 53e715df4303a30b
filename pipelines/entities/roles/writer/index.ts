export { besideNames } from './brackets.js';
export { ownClauses } from './clauses.js';
export { answered } from './dialogue.js';
export { ownNames } from './introductions.js';
export { canBeName } from './name-at.js';
export { noted } from './notes.js';
export { ownShops } from './shops.js';
export { ownUnits, unitsAgain } from './units.js';
