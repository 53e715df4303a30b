import { fingerprintOf, fingerprintVersion } from '../../pipelines/index.js';
import type { Register } from '../../register/index.js';

/** Papers that one transaction keeps from being filed anew. */
const chunk = 500;

/**
 * Makes the fingerprints of the register's papers anew from their stored texts, while others work: all of them,
 * or only those that an earlier version made. May be stopped and started again at any time.
 * @returns how many were made.
 */
export async function reindex(
  { fingerprints }: Pick<Register, 'fingerprints'>,
  options: { outdatedOnly: boolean; stop: AbortSignal },
): Promise<number> {
  const version = options.outdatedOnly ? fingerprintVersion : null;
  let made = 0;
  for (let last = 0; !options.stop.aborted; ) {
    const step = await fingerprints.rebuild(last, chunk, version, fingerprintOf);
    if (step === null) break;
    made += step.made;
    last = step.last;
  }
  return made;
}
