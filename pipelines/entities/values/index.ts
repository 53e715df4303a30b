import type { Mention } from '../../../domain/index.js';
import { readAreas, readDocumentNumbers, readLongNumbers, readPhones, readPlates } from './codes.js';
import { readDates } from './dates.js';
import { readMoney } from './money.js';

export { firstDay, lastDay } from './iso.js';
export { readNumber } from './numerals.js';

/** Everything in the text that is a number of some kind, without overlaps; `anchor` as in readDates. */
export function readValues(text: string, anchor: string | null): Mention[] {
  const numbers = readLongNumbers(text);
  const codes = [...numbers, ...readDocumentNumbers(text), ...readPlates(text)];
  const phones = free(readPhones(text), codes);
  const areas = free(readAreas(text), [...codes, ...phones]);
  const dates = free(readDates(text, anchor), [...codes, ...phones]);
  const sums = free(readMoney(text), [...codes, ...phones, ...areas, ...dates]);
  return [...codes, ...phones, ...areas, ...dates, ...sums].sort((a, b) => a.start - b.start);
}

/** The mentions that overlap none of those taken already, nor each other. */
function free(mentions: Mention[], taken: readonly Mention[]): Mention[] {
  const kept: Mention[] = [];
  for (const mention of mentions) {
    const clash = (other: Mention) => other.start < mention.end && mention.start < other.end;
    if (!taken.some(clash) && !kept.some(clash)) kept.push(mention);
  }
  return kept;
}
