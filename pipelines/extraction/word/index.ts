export { docxReader } from './docx.js';
