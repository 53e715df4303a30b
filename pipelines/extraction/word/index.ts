export { docReader } from './doc.js';
export { docxReader } from './docx.js';
export { rtfReader } from './rtf.js';
