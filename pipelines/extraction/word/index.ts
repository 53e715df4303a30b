export { docReader } from './doc.js';
export { docxReader, hasLargePicture } from './docx.js';
export { embeddedMember } from './embedded.js';
export { rtfReader } from './rtf.js';
