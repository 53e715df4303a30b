export { type KnowsWord, type WeightsByCode, weightsByCode } from './by-code.js';
export { type Evidence, likeliest, likelihood, weigh } from './evidence.js';
export { createScale, noteInto, type Scale, type Witness } from './scale.js';
