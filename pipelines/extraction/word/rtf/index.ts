export { rtfReader } from './rtf.js';
