export { decideTags, lacksField, leastLikelihood } from './decide.js';
export { evidenceOfRule, telling } from './evidence.js';
export { findPhrases } from './phrases.js';
export { quotesOf } from './quotes.js';
export { type Finding, findByRules } from './rules.js';
export { type PaperWords, type Signs, signsOf } from './signs.js';
