import { errorCodeOf } from '../../domain/index.js';

import type { Job, Queues } from '../../queues/index.js';
import type { DueWork, Register } from '../../register/index.js';
import type { Report } from './report.js';

interface Work {
  register: Register;
  queues: Queues;
}

/** Seconds after a hand-over before work is looked for in the queue. */
const grace = 10;
/** A look at a few is cheap; only where one is missing are all looked at. */
const sample = 20;
const most = 1000;

/**
 * Compares what the register says is due with what the queue holds, and hands over again what is missing:
 * after a crash between commit and enqueue, a dead worker, an emptied Redis.
 * @returns how many documents were handed over again.
 */
export async function reconcile(office: Work, report: Report): Promise<number> {
  let revived = 0;
  await office.register.upkeep.exclusively(async () => {
    const first = await look(office, sample);
    revived = await revive(office, first.missing, report);
    if (first.missing.length === 0) return;
    revived += await revive(office, (await look(office, most)).missing, report);
  });
  return revived;
}

async function look(office: Work, limit: number): Promise<{ missing: DueWork[] }> {
  const due = await office.register.upkeep.overdue(grace, limit);
  if (due.length === 0) return { missing: [] };
  const missing = await office.queues.findMissing(due.map((work): Job => work));
  const lost = new Set(missing.map((job) => job.documentId));
  await office.register.upkeep.touch(
    [...new Set(due.map((w) => w.documentId))].filter((id) => !lost.has(id)),
  );
  return { missing: due.filter((work) => lost.has(work.documentId)) };
}

async function revive(office: Work, works: readonly DueWork[], report: Report): Promise<number> {
  if (works.length === 0) return 0;
  const { due, givenUp } = await office.register.upkeep.revive(works);
  for (const id of givenUp) report('document.given_up', { document: id });
  await office.queues
    .add(due)
    .catch((error: unknown) => report('enqueue.failed', { code: errorCodeOf(error) }));
  return new Set(due.map((work) => work.documentId)).size;
}
