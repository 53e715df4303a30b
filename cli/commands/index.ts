export { addCorrectionOptions, correct, evaluate, wrongCorrection } from './correct.js';
export { type DecisionsOptions, decisions } from './decisions.js';
export { demo } from './demo.js';
export { doctor } from './doctor.js';
export * as families from './families.js';
export { inspect } from './inspect.js';
export { intake } from './intake.js';
export { exportRecords, list } from './register.js';
export {
  addRegisterOptions,
  paperId,
  type RegisterOptions,
  register,
  wrongRegistration,
} from './register-by-hand.js';
export { reindex } from './reindex.js';
export { serve } from './serve.js';
export { status } from './status.js';
export { type SweepOptions, sweep } from './sweep.js';
export { watch } from './watch.js';
export { worker } from './worker.js';
