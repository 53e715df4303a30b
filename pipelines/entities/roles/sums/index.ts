export { principalSum } from './principal-sum.js';
