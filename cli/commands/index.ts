export type { Came } from './came.js';
export {
  correct,
  type DecisionsOptions,
  decisions,
  evaluate,
  families,
  informants,
  register,
} from './deciding/index.js';
export { demo } from './demo.js';
export { inspect } from './inspect.js';
export { intake } from './intake.js';
export { exportRecords, list } from './register.js';
export { serve } from './serve.js';
export { doctor, reindex, type SweepOptions, status, sweep } from './upkeep/index.js';
export { watch } from './watch.js';
export { worker } from './worker.js';
