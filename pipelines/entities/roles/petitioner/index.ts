export { withReach } from './with-reach.js';
