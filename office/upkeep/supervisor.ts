import { type ChildProcess, fork } from 'node:child_process';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { exitCodes, QidiError } from '../../domain/index.js';
import type { Config } from '../config.js';

export interface WorkerGroup {
  /** Process ids of the workers that run now. */
  pids(): number[];
  /** Resolves when the workers cannot be kept running: `worker.outdated` or `worker.cannot_start`. */
  readonly failed: Promise<QidiError>;
  /** Lets every worker finish what it has in hand, then ends it. */
  close(): Promise<void>;
}

/** A worker that ends this often in a row will not get better by being started again. */
const mostRestarts = 5;
/** Who has worked for so long, in ms, did not end because he cannot work. */
const healthy = 30_000;
/** Pauses before a worker is started again, in ms: a database that is away comes back. */
const firstPause = 250;
const longestPause = 8_000;
/** A worker himself gives up after half a minute what he has in hand; after this he is ended hard, it is handed out again. */
const patience = 45_000;

/**
 * Keeps worker processes running: `program` is called with `worker --supervised`. A worker that dies is started
 * again; what it had in hand is handed out again by the register. The workers end with this process, however
 * it ends: their channel to it closes.
 */
export async function superviseWorkers(program: string, count: number, config: Config): Promise<WorkerGroup> {
  const log = await open(join(config.home, 'logs', 'workers.log'), 'a', 0o600);
  const running = new Set<ChildProcess>();
  let closing = false;
  let giveUp: (error: QidiError) => void = () => undefined;
  const failed = new Promise<QidiError>((resolve) => {
    giveUp = resolve;
  });

  /** @param deaths how often this place's worker ended in a row without having worked for a while. */
  const start = (deaths: number) => {
    if (closing) return;
    const since = Date.now();
    const child = fork(program, ['worker', '--supervised'], {
      stdio: ['ignore', log.fd, log.fd, 'ipc'],
      // Fewer allocation arenas: glibc keeps one a thread otherwise, and an OCR worker has many (40 MB less).
      env: { MALLOC_ARENA_MAX: '2', ...process.env, QIDI_HOME: config.home },
    });
    running.add(child);
    child.once('exit', (code) => {
      running.delete(child);
      if (closing) return;
      // A newer version works: what this process would start again is no newer.
      if (code === exitCodes.outdated) {
        giveUp(new QidiError('worker.outdated'));
        return;
      }
      const inARow = Date.now() - since > healthy ? 0 : deaths + 1;
      if (inARow > mostRestarts)
        giveUp(new QidiError('worker.cannot_start', { reason: `exit ${code ?? 'by signal'}` }));
      else setTimeout(start, Math.min(longestPause, firstPause * 2 ** inARow), inARow).unref();
    });
  };
  for (let i = 0; i < count; i += 1) start(0);
  return {
    pids: () => [...running].flatMap((child) => child.pid ?? []),
    failed,
    async close() {
      closing = true;
      await Promise.all([...running].map(endChild));
      await log.close();
    },
  };
}

async function endChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), patience);
    child.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
    child.kill('SIGTERM');
  });
}
