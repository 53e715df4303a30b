import type { Expected } from '../../expected.js';
import { messagesOf, reportsOf } from '../messages.js';
import { appeals, suggestions, withoutSubstance } from './other-classes/index.js';
import { outOfScope } from './out-of-scope/index.js';
import { reports } from './reports/index.js';

/** Longer messages, as letters to a mayor's mailbox are, of another writer; the reports have all their labels. */
export const mailbox: readonly Expected[] = [
  ...outOfScope.flatMap((lines) => messagesOf('out-of-scope', lines)),
  ...reports.flatMap(reportsOf),
  ...suggestions.flatMap((lines) => messagesOf('suggestion', lines)),
  ...appeals.flatMap((lines) => messagesOf('appeal', lines)),
  ...withoutSubstance.flatMap((lines) => messagesOf('no-substance', lines)),
];
