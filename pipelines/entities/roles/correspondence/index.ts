import type { Accused, InformantField } from '../../../../domain/index.js';
import type { Found, Reading } from '../reading.js';
import { readEnglish, readLatinNames } from './english.js';
import { readKin, readOwnKin } from './kin.js';
import { readMailHead } from './mail-head.js';
import { readReturnAddresses } from './return-addresses.js';
import { readChat, readScreenNames } from './screen-names.js';

/**
 * What the ways of sending a letter tell of its writer: the sender's side of an envelope, a mail's head, where an
 * answer should go, the name of an account, who else may be called, the closing of a letter in English. Nothing of an
 * accused.
 */
export function readCorrespondence(
  reading: Reading,
  informant: readonly InformantField[],
  accused: readonly Accused[],
): Found[] {
  const names = accused.flatMap((a) => a.name ?? []);
  const places = [
    ...readEnglish(reading),
    ...readLatinNames(reading),
    ...readReturnAddresses(reading),
    ...readMailHead(reading),
    ...readScreenNames(reading, names),
    ...readChat(reading, names),
    ...readKin(reading, informant, names),
  ].filter(({ span }) => !names.includes(reading.text.slice(span.start, span.end)));
  return [...places, ...readOwnKin(reading, names)];
}
