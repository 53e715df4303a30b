import type { Mention } from '../../../domain/index.js';
import { readAreas, readDocumentNumbers, readLongNumbers, readPhones, readPlates } from './codes.js';
import { readDates } from './dates.js';
import { readMoney } from './money.js';

export { firstDay, lastDay } from './iso.js';
export { readNumber } from './numerals.js';

/** Everything in the text that is a number of some kind, without overlaps; `anchor` as in readDates. */
export function readValues(text: string, anchor: string | null): Mention[] {
  const taken = new Uint8Array(text.length);
  const found: Mention[] = [];
  const keep = (mentions: readonly Mention[]) => {
    for (const mention of mentions) {
      if (taken.subarray(mention.start, mention.end).includes(1)) continue;
      taken.fill(1, mention.start, mention.end);
      found.push(mention);
    }
  };
  keep(readLongNumbers(text));
  keep(readDocumentNumbers(text));
  keep(readPlates(text));
  keep(readPhones(text));
  keep(readAreas(text));
  keep(readDates(text, anchor));
  keep(readMoney(text));
  return found.sort((a, b) => a.start - b.start);
}
