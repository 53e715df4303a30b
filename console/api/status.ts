import { setTimeout as delay } from 'node:timers/promises';
import { type ErrorCode, errorCatalogue, QidiError } from '../../domain/index.js';
import { type Office, outlineOf } from '../../office/index.js';
import type { Lane, LaneCounts } from '../../queues/index.js';
import type { RegisterCounts, Trouble } from '../../register/index.js';

/** What is where. `lanes` is null where the queue cannot be reached: the register still knows what is due. */
export interface Status {
  register: RegisterCounts;
  lanes: Record<Lane, LaneCounts> | null;
  /** What waits for a person, latest first; of names only what tells nobody who wrote. */
  troubles: readonly Trouble[];
}

/** A queue that does not answer in this time counts as away: the page must still come. */
const patienceMs = 3000;
/** More than these are a list for the register, not for a page. */
export const mostTroubles = 200;

export async function readStatus(office: Office): Promise<Status> {
  const [register, lanes, found] = await Promise.all([
    office.register.upkeep.counts(),
    readLanes(office),
    office.register.receipts.troubles(mostTroubles),
  ]);
  const troubles = found.map((t) => ({
    ...t,
    name: outlineOf(t.name),
    member: t.member === null ? null : outlineOf(t.member),
  }));
  return { register, lanes, troubles };
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
