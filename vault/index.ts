export { createCipher } from './cipher.js';
export { hasKey, type Keys, openKeys } from './keys.js';
export { holdsOriginals, type Originals, openOriginals } from './originals.js';
