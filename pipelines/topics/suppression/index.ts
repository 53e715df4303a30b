export { type Cue, findZones, forceOf } from './suppression.js';
