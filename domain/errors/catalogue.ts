import { decisionErrors } from './decision-errors.js';
import { filingErrors } from './filing-errors.js';
import { readingErrors } from './reading-errors.js';
import { runningErrors } from './running-errors.js';
import { storageErrors } from './storage-errors.js';

type Entry = {
  readonly zh: readonly [what: string, remedy: string];
  readonly en: readonly [what: string, remedy: string];
};

/** Every error code of the product with what happened and what to do. Codes are stable: never rename one. */
export const errorCatalogue = {
  ...readingErrors,
  ...filingErrors,
  ...decisionErrors,
  ...storageErrors,
  ...runningErrors,
} as const satisfies Record<string, Entry>;

export type ErrorCode = keyof typeof errorCatalogue;
