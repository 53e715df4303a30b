export { type PreparedPage, preparePage } from './prepare.js';
export { mostInked, type Turns, turnPage } from './turn.js';
