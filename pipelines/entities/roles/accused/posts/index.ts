export { choosePost, type PostCandidate, postCandidates } from './candidates.js';
export { type PostRun, postRuns } from './runs.js';
