export { speaksOfInformant } from './informant.js';
export { type SummaryFacts, summaryOf } from './summary.js';
export { accusedLabel, ownTitle, thanksTitle, titleOf, untitled } from './title.js';
