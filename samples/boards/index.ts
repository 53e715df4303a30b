import type { PetitionClass } from '../../domain/index.js';
import type { Expected } from '../expected.js';
import { markedMentions, plainText } from '../letters/paper.js';
import { housing } from './housing.js';
import { land } from './land.js';
import { livelihood } from './livelihood.js';
import {
  builders,
  cellars,
  firms,
  gowns,
  nothings,
  offices,
  pleas,
  proposals,
  rhetoric,
  streets,
  villages,
} from './mailbox/index.js';
import { emptyNotes, foreignNotes, reportingNotes } from './notes.js';
import { order } from './order.js';
import { appeals, remarks } from './remarks.js';
import { reports } from './reports.js';
import { suggestions } from './suggestions.js';
import { town } from './town.js';

/** A message as citizens leave it on a public message board or with a hotline. */
export interface BoardMessage {
  text: string;
  petitionClass: PetitionClass;
  /** Persons, organisations, positions, places and projects; money, dates and numbers are not marked. */
  mentions: Expected['entities'];
}

/** Invented messages to learn from: many are angry and name officials, few say what an official did wrong. */
export const boards: readonly BoardMessage[] = [
  ...[housing, town, livelihood, land, order].flatMap((lines) => messagesOf('out-of-scope', lines)),
  ...messagesOf('suggestion', suggestions),
  ...messagesOf('no-substance', remarks),
  ...messagesOf('report', reports),
  ...messagesOf('appeal', appeals),
  ...messagesOf('out-of-scope', foreignNotes),
  ...messagesOf('report', reportingNotes),
  ...messagesOf('no-substance', emptyNotes),
  ...[cellars, builders, firms, streets, rhetoric].flatMap((lines) => messagesOf('out-of-scope', lines)),
  ...[villages, offices, gowns].flatMap((lines) => messagesOf('report', lines)),
  ...messagesOf('suggestion', proposals),
  ...messagesOf('appeal', pleas),
  ...messagesOf('no-substance', nothings),
];

/** In a line each mention is marked where it first stands, as in `samples/letters`. */
function messagesOf(petitionClass: PetitionClass, lines: string): BoardMessage[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => line.replaceAll(' / ', '\n'))
    .map((marked) => ({
      text: plainText(marked),
      petitionClass,
      mentions: markedMentions(marked),
    }));
}
