export { reconcile } from './reconcile.js';
export { reindex } from './reindex.js';
export type { Report } from './report.js';
export { superviseWorkers, type WorkerGroup } from './supervisor.js';
export { type DueFile, planSweep, runSweep, type SweepDifference, type SweepPlan } from './sweep.js';
