import type { Expected } from '../expected.js';
import { housing } from './housing.js';
import { land } from './land.js';
import { livelihood } from './livelihood.js';
import { messagesOf } from './messages.js';
import { emptyNotes, foreignNotes, reportingNotes } from './notes.js';
import { order } from './order.js';
import { appeals, remarks } from './remarks.js';
import { reports } from './reports.js';
import { suggestions } from './suggestions.js';
import { town } from './town.js';

export { mailbox } from './mailbox/index.js';

/**
 * Invented messages to learn from: many are angry and name officials, few say what an official did wrong. Their labels
 * say nothing of accused, topics and offences.
 */
export const boards: readonly Expected[] = [
  ...[housing, town, livelihood, land, order].flatMap((lines) => messagesOf('out-of-scope', lines)),
  ...messagesOf('suggestion', suggestions),
  ...messagesOf('no-substance', remarks),
  ...messagesOf('report', reports),
  ...messagesOf('appeal', appeals),
  ...messagesOf('out-of-scope', foreignNotes),
  ...messagesOf('report', reportingNotes),
  ...messagesOf('no-substance', emptyNotes),
];
