import type { PetitionClass } from '../../domain/index.js';
import type { Expected } from '../expected.js';
import { expectedOf } from '../letters/paper.js';
import { outOfScope } from '../typed/paper.js';
import { housing } from './housing.js';
import { land } from './land.js';
import { livelihood } from './livelihood.js';
import {
  asides,
  builders,
  cellars,
  clamour,
  counters,
  firms,
  gowns,
  handovers,
  ledgers,
  murmurs,
  neighbours,
  nothings,
  notions,
  offices,
  pleas,
  proposals,
  reviews,
  rhetoric,
  streets,
  villages,
  wages,
} from './mailbox/index.js';
import { emptyNotes, foreignNotes, reportingNotes } from './notes.js';
import { order } from './order.js';
import { appeals, remarks } from './remarks.js';
import { reports } from './reports.js';
import { suggestions } from './suggestions.js';
import { town } from './town.js';

/** Invented messages to learn from: many are angry and name officials, few say what an official did wrong. */
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

/** Longer ones, as letters to a mayor's mailbox are, of another writer. */
export const mailbox: readonly Expected[] = [
  ...[cellars, builders, firms, streets, rhetoric].flatMap((lines) => messagesOf('out-of-scope', lines)),
  ...[counters, wages, neighbours, clamour].flatMap((lines) => messagesOf('out-of-scope', lines)),
  ...[villages, offices, gowns, asides, handovers, ledgers].flatMap((lines) => messagesOf('report', lines)),
  ...[proposals, notions].flatMap((lines) => messagesOf('suggestion', lines)),
  ...[pleas, reviews].flatMap((lines) => messagesOf('appeal', lines)),
  ...[nothings, murmurs].flatMap((lines) => messagesOf('no-substance', lines)),
];

/** In a line each person, organisation, position, place and project is marked where it first stands, nothing else. */
function messagesOf(petitionClass: PetitionClass, lines: string): Expected[] {
  return lines
    .trim()
    .split('\n')
    .map((line, n) =>
      expectedOf({
        ...outOfScope,
        petitionClass,
        channel: 'online',
        file: `2019-06-01-${petitionClass}-${n + 1}.txt`,
        format: 'txt-utf8',
        family: `${petitionClass}-${n + 1}`,
        relation: 'first',
        body: `\n${line.replaceAll(' / ', '\n')}`,
      }),
    );
}
