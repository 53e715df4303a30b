export { contentOf, laterAccused, maskCorrection, saveDerived } from './deriving.js';
export { fileItems, newClue, receivedOf } from './filing.js';
export { hiddenName } from './masked-names.js';
