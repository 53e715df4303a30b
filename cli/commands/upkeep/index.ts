export { doctor } from './doctor.js';
export { reindex } from './reindex.js';
export { status } from './status.js';
export { type SweepOptions, sweep } from './sweep.js';
