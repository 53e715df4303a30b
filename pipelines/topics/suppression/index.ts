export { clausesUnder, hearsayClauses } from './hearsay.js';
export { type Cue, findZones, forceOf } from './suppression.js';
