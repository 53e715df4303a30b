import type { JobsOptions, WorkerOptions } from 'bullmq';

/**
 * `text`: all due light stages of a document in one job. `ocr`: one job a page, so that a long scan spreads
 * over all workers and keeps what is done.
 */
export const lanes = ['text', 'ocr'] as const;
export type Lane = (typeof lanes)[number];

interface Policy {
  job: JobsOptions;
  worker: Omit<WorkerOptions, 'connection'>;
}

/** Transient faults are tried again after 1, 2 and 4 seconds; the register then records the failure. */
const job: JobsOptions = {
  attempts: 4,
  backoff: { type: 'exponential', delay: 1000 },
  // A finished job that the queue still holds would silently swallow a second one with its id.
  removeOnComplete: true,
  removeOnFail: true,
  stackTraceLimit: 0,
};

/**
 * A worker that dies is noticed when its lock has run out: 30 s, looked for every 5 s. Its job is then dropped
 * and not run again by the queue: the register hands the work out anew under another generation, so that a
 * worker which was only slow cannot commit beside it.
 */
const worker = { lockDuration: 30_000, stalledInterval: 5_000, maxStalledCount: 0 };

export const policies: Record<Lane, Policy> = { text: { job, worker }, ocr: { job, worker } };
