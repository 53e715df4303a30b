export { contentOf, laterAccused, saveDerived } from './deriving.js';
export { fileItems, newClue, receivedOf } from './filing.js';
export { hiddenName } from './masked-names.js';
export { refile, reseal, resultsOf } from './resealing.js';
export { isMasked, maskCorrection, sealCard } from './typed-words.js';
