export { createCipher } from './cipher.js';
export { type Keys, openKeys } from './keys.js';
export { type Originals, openOriginals } from './originals.js';
