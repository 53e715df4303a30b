export { createFingerprints, type Fingerprints, type PaperText, replaceSql } from './fingerprints.js';
export { createLookup, keyBytes, type Lookup, type News, newsSql } from './lookup.js';
export { createPaperIndex, type Likely, type PaperKeys, strongest } from './paper-index.js';
