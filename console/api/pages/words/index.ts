export { type Words, words } from './words.js';
