import { setImmediate as breathe } from 'node:timers/promises';

/**
 * Milliseconds of work after which the process attends to the rest: the queue hears that it is alive, and a reader in its
 * sandbox gets the next piece of its file, of which one of 20 MB has hundreds.
 */
const breath = 20;

/**
 * Reads one after the other. A list of thousands takes minutes; the process breathes between two of them, which is also
 * when it hears that it is to stop.
 *
 * @throws what the signal was aborted with
 */
export async function readEach<One, Read>(
  all: readonly One[],
  signal: AbortSignal | undefined,
  read: (one: One, place: number) => Read,
): Promise<Read[]> {
  const done: Read[] = [];
  let breathed = performance.now();
  for (const [place, one] of all.entries()) {
    done.push(read(one, place));
    if (performance.now() - breathed < breath) continue;
    await breathe();
    signal?.throwIfAborted();
    breathed = performance.now();
  }
  return done;
}
