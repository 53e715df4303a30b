export { ownNames } from './introductions.js';
export { beginsWithSurname, canBeName, nameAt } from './name-at.js';
export { noted } from './notes.js';
export { ownUnits, unitsAgain } from './units.js';
