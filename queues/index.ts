import type { Queue, Worker } from 'bullmq';
import { errorCodeOf, QidiError } from '../domain/index.js';
import { openEngine, patience, type QueueLocation } from './bullmq.js';
import { type Lane, lanes, policies } from './lanes.js';

export type { QueueLocation } from './bullmq.js';
export { type Lane, lanes } from './lanes.js';

/** One job: opaque numbers only, so that the queue holds no word of a letter. */
export interface Job {
  lane: Lane;
  documentId: number;
  /** The document's generation at the time of enqueueing; work of an older one is fenced off. */
  generation: number;
  /** On the ocr lane: the page to recognise. */
  page?: number;
}

export interface LaneCounts {
  waiting: number;
  active: number;
  delayed: number;
}

export interface Queues {
  /** Adds jobs; one that is known already is left as it is. @throws QidiError `queue.unavailable` */
  add(jobs: readonly Job[]): Promise<void>;
  /** Those of the jobs that the queue does not know (any more). @throws QidiError `queue.unavailable` */
  findMissing(jobs: readonly Job[]): Promise<Job[]>;
  counts(): Promise<Record<Lane, LaneCounts>>;
  /**
   * Runs the lane's jobs until closed. `lastAttempt` tells the handler that a failure will not be retried by
   * the queue; what it throws reaches the queue as a bare error code.
   */
  work(
    lane: Lane,
    concurrency: number,
    handle: (job: Job, attempt: { last: boolean }) => Promise<void>,
    onTrouble: (error: Error) => void,
  ): { close(): Promise<void> };
  close(): Promise<void>;
}

/** Most pages take seconds; one at which the engine hangs may take minutes: it is not waited for, but handed out again. */
const patienceWithJobs = 30_000;

/** The same job of the same generation always has the same id. */
function jobIdOf(job: Job): string {
  const subject = job.page === undefined ? `${job.documentId}` : `${job.documentId}.${job.page}`;
  return `${subject}-${job.lane}-${job.generation}`;
}

export function openQueues(location: QueueLocation): Queues {
  const engine = openEngine(location);
  const queues = new Map<Lane, Queue>();
  const closing = new AbortController();
  const queueOf = async (lane: Lane) => {
    // One that is opened now would be closed by nobody.
    closing.signal.throwIfAborted();
    let queue = queues.get(lane);
    if (!queue) {
      queue = engine.openQueue(`qidi-${lane}`);
      // Every call reports its own failure; between calls there is nobody to tell.
      queue.on('error', () => undefined);
      queues.set(lane, queue);
    }
    // BullMQ itself waits for ever for a server that was never there.
    await within(patience, queue.waitUntilReady(), closing.signal);
    return queue;
  };
  const byLane = (jobs: readonly Job[]) =>
    lanes
      .map((lane) => [lane, jobs.filter((job) => job.lane === lane)] as const)
      .filter(([, list]) => list.length);

  return {
    async add(jobs) {
      await available(async () => {
        for (const [lane, list] of byLane(jobs))
          await (await queueOf(lane)).addBulk(
            list.map((job) => ({
              name: lane,
              data: job,
              opts: { ...policies[lane].job, jobId: jobIdOf(job) },
            })),
          );
      });
    },
    findMissing: (jobs) =>
      available(async () => {
        const missing: Job[] = [];
        for (const job of jobs) {
          const state = await (await queueOf(job.lane)).getJobState(jobIdOf(job));
          if (state === 'unknown' || state === 'failed' || state === 'completed') missing.push(job);
        }
        return missing;
      }),
    counts: () =>
      available(async () => {
        const counted = {} as Record<Lane, LaneCounts>;
        for (const lane of lanes) {
          const c = await (await queueOf(lane)).getJobCounts('waiting', 'active', 'delayed', 'prioritized');
          counted[lane] = {
            waiting: (c.waiting ?? 0) + (c.prioritized ?? 0),
            active: c.active ?? 0,
            delayed: c.delayed ?? 0,
          };
        }
        return counted;
      }),
    work(lane, concurrency, handle, onTrouble) {
      const worker: Worker = engine.openWorker(
        `qidi-${lane}`,
        async (job) => {
          const attempts = job.opts.attempts ?? 1;
          try {
            await handle(job.data as Job, { last: job.attemptsMade + 1 >= attempts });
          } catch (error) {
            // The queue keeps what a job throws: an error's own message could quote a letter.
            throw new Error(errorCodeOf(error));
          }
        },
        { ...policies[lane].worker, concurrency },
      );
      worker.on('error', onTrouble);
      // A job in hand is finished; a queue that is gone would be waited for without end.
      return { close: () => within(patienceWithJobs, worker.close()) };
    },
    async close() {
      // Who still waits for a server that is away would keep the process.
      closing.abort();
      await Promise.all(
        [...queues.values()].map((queue) => within(patience / 4, queue.close()).catch(() => undefined)),
      );
      await engine.close();
    },
  };
}

async function available<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw new QidiError('queue.unavailable', {}, { cause: error });
  }
}

async function within<T>(milliseconds: number, promise: Promise<T>, signal?: AbortSignal): Promise<T> {
  signal?.throwIfAborted();
  let timer: NodeJS.Timeout | undefined;
  let stop = () => {};
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer')), milliseconds);
    stop = () => reject(new Error('closed'));
    signal?.addEventListener('abort', stop, { once: true });
  });
  return Promise.race([promise, late]).finally(() => {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
  });
}
