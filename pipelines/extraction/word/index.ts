export { docReader } from './doc/index.js';
export { docxReader, hasLargePicture } from './docx.js';
export { embeddedMember } from './embedded.js';
export { rtfReader } from './rtf/index.js';
