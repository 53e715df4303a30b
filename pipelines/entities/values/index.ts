import type { Mention } from '../../../domain/index.js';
import { readAreas, readDocumentNumbers, readLongNumbers, readPhones, readPlates } from './codes.js';
import { readDates } from './dates.js';
import { readMoney } from './money.js';

export { readLongNumbers, readPhones } from './codes.js';
export { firstDay, lastDay } from './iso.js';
export { readNumber } from './numerals.js';

/**
 * Everything in the text that is a number of some kind, without overlaps, for each `anchor` as in readDates: a letter
 * is read from the day of its receipt first, then from the day that it is found to be signed on.
 */
export function readValues(text: string): (anchor: string | null) => Mention[] {
  const codes = [readLongNumbers, readDocumentNumbers, readPlates, readPhones, readAreas].map((read) =>
    read(text),
  );
  const money = readMoney(text);
  return (anchor) => {
    const taken = new Uint8Array(text.length);
    const found: Mention[] = [];
    for (const mention of [...codes, readDates(text, anchor), money].flat()) {
      if (taken.subarray(mention.start, mention.end).includes(1)) continue;
      taken.fill(1, mention.start, mention.end);
      found.push(mention);
    }
    return found.sort((a, b) => a.start - b.start);
  };
}
