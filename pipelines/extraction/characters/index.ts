export { isCommonHan, isCommonHanAt } from './common-characters.js';
export { decodeShort, decodeText } from './encoding.js';
export { repairMojibake } from './mojibake.js';
