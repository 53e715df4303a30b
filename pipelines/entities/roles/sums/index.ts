export { principalSum } from './principal-sum.js';
export { hearsay } from './taken.js';
