export { toDocx, toPdf, toTxt } from './files.js';
export { type GeneratedLetter, generateLetters, longKinds, repeatKinds } from './generate.js';
export { addNoise } from './noise.js';
export * as words from './words.js';
