export { type Closing, readClosing } from './closing.js';
export { aloneHomes } from './signed-homes.js';
export { readSignedLines } from './signed-lines.js';
