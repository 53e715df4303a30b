export { type Charged, hasRival, isKnown } from './charged-units.js';
export { withReach } from './with-reach.js';
