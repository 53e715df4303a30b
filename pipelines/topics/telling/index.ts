export { speaksOfInformant } from './informant.js';
export { summaryOf } from './summary.js';
export { isRequest } from './tellable.js';
export { accusedLabel, ownTitle, titleOf } from './title.js';
