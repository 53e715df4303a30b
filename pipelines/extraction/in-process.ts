/**
 * The readers themselves. Only what runs inside the sandbox, tests and benches import this: it loads every
 * reader, and opens files in the very process that calls it.
 */
import type { FileOpener } from './opener.js';
import { readFile, renderPage } from './read-file.js';

export { type DetectedFormat, detectFormat } from './detection/index.js';
export { formatReaders, readerOf } from './formats.js';

/** Opens files in this very process. */
export function openHere(): FileOpener {
  return { read: (bytes, extension) => readFile(bytes, extension), renderPage, close: async () => undefined };
}
