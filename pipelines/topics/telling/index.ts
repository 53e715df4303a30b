export { speaksOfInformant } from './informant.js';
export { type SummaryFacts, summaryOf } from './summary.js';
export { accusedLabel, ownTitle, titleOf, untitled } from './title.js';
