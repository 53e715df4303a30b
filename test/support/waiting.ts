import { setTimeout as delay } from 'node:timers/promises';

/**
 * Looks again and again until `look` gives something that is not false, null or undefined, and returns it.
 * What `look` throws counts as "not yet" and is told when the time is over.
 *
 * @param what named in the error, so that a hanging test says what it hangs on.
 */
export async function waitFor<T>(
  what: string,
  look: () => Promise<T> | T,
  milliseconds = 60_000,
): Promise<NonNullable<T>> {
  const deadline = Date.now() + milliseconds;
  let last: unknown = null;
  for (;;) {
    try {
      const found = await look();
      if (found !== undefined && found !== null && found !== false) return found as NonNullable<T>;
      last = null;
    } catch (error) {
      last = error;
    }
    if (Date.now() > deadline)
      throw new Error(`waited ${milliseconds} ms in vain for: ${what}${last ? ` (${last})` : ''}`);
    await delay(25);
  }
}

/** Waits for the promise, and says what was waited for where it takes too long. */
export async function within<T>(what: string, milliseconds: number, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`waited ${milliseconds} ms in vain for: ${what}`)),
      milliseconds,
    );
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
