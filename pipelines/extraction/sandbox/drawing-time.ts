import { createHash } from 'node:crypto';

/** How long drawing the pages of a file may still take, over all its pages: one request a page would have no end. */
export interface DrawingTime {
  /** Milliseconds; 0 and less where it is over. */
  left(file: Uint8Array, pages: number): number;
  spend(file: Uint8Array, milliseconds: number): void;
}

/** Files whose time is remembered; the pages of one come close together. */
const MOST_FILES = 1_000;

/**
 * Keeps account by content for as long as this process lives: each worker that draws a file's pages has its own.
 *
 * @param once milliseconds that any file may take.
 * @param perPage what each of its pages adds.
 */
export function keepDrawingTime(once: number, perPage: number): DrawingTime {
  const spent = new Map<string, number>();
  // The bytes of a scan stay the same object from page to page: they are hashed once.
  const keys = new WeakMap<Uint8Array, string>();
  const keyOf = (file: Uint8Array) => {
    const key = keys.get(file) ?? createHash('sha256').update(file).digest('hex');
    keys.set(file, key);
    return key;
  };
  return {
    left: (file, pages) => once + pages * perPage - (spent.get(keyOf(file)) ?? 0),
    spend(file, milliseconds) {
      const key = keyOf(file);
      const before = spent.get(key) ?? 0;
      // The last one used stands last.
      spent.delete(key);
      spent.set(key, before + milliseconds);
      for (const oldest of spent.keys()) {
        if (spent.size <= MOST_FILES) break;
        spent.delete(oldest);
      }
    },
  };
}
