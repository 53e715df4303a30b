export { docReader } from './doc.js';
