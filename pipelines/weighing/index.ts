export { type Evidence, likelihood, weigh } from './evidence.js';
export { createScale, noteInto, type Scale, type Witness } from './scale.js';
