import { setTimeout as delay } from 'node:timers/promises';
import { type ErrorCode, errorCatalogue, QidiError } from '../../domain/index.js';
import type { Office } from '../../office/index.js';
import type { Lane, LaneCounts } from '../../queues/index.js';
import type { RegisterCounts } from '../../register/index.js';

/** What is where. `lanes` is null where the queue cannot be reached: the register still knows what is due. */
export interface Status {
  register: RegisterCounts;
  lanes: Record<Lane, LaneCounts> | null;
}

/** A queue that does not answer in this time counts as away: the page must still come. */
const patienceMs = 3000;

export async function readStatus(office: Office): Promise<Status> {
  const [register, lanes] = await Promise.all([office.register.upkeep.counts(), readLanes(office)]);
  return { register, lanes };
}

async function readLanes(office: Office): Promise<Status['lanes']> {
  const given = new AbortController();
  try {
    return await Promise.race([
      office.queues.counts(),
      delay(patienceMs, null, { signal: given.signal, ref: false }),
    ]);
  } catch (error) {
    if (error instanceof QidiError) return null;
    throw error;
  } finally {
    given.abort();
  }
}

/** The register may hold codes of a newer version: those are told as unexpected errors. */
export function knownCode(code: string): ErrorCode {
  return Object.hasOwn(errorCatalogue, code) ? (code as ErrorCode) : 'worker.unexpected';
}
