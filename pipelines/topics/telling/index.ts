export { speaksOfInformant } from './informant.js';
export { summaryOf } from './summary.js';
export { accusedLabel, ownTitle, titleOf } from './title.js';
