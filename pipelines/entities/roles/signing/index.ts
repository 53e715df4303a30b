export { type Closing, readClosing } from './closing.js';
export { readSignedLines } from './signed-lines.js';
