export { createFingerprints, type Fingerprints, type PaperText, replaceSql } from './fingerprints.js';
export { keyBytes, keysOf } from './keys.js';
export { createLookup, type Lookup } from './lookup.js';
export { type Asked, type News, newsSql } from './news.js';
export { createPaperIndex, type Likely, type PaperKeys, strongest } from './paper-index.js';
