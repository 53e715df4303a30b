import { type Offence, offenceKeys } from '../domain/index.js';

/**
 * Topics and offences as a line has them: codes with spaces between, `-` for none.
 *
 * @throws {Error} for an offence that is none, or one named twice.
 */
export function tagsOf(topics: string, offences: string): { topics: string[]; offences: Offence[] } {
  const codes = codesOf(offences);
  const known = offenceKeys.filter((key) => codes.includes(key));
  if (known.length !== codes.length) throw new Error(`no offences: ${offences}`);
  return { topics: codesOf(topics), offences: known };
}

const codesOf = (list: string): string[] => (list === '-' ? [] : list.split(' '));
