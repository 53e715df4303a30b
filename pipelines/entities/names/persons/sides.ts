import { oneOf } from '../../../one-of.js';
import type { Witness } from '../../../weighing/index.js';
import { endingAt, startingAt } from '../mention-at.js';
import type { NameContext } from './context.js';
import type { Slot, Telling } from './slots.js';

const isMark = oneOf('，。；、,;（(：:！!？?”’"》）)】\n\t');
/** A name that nothing follows but a mark, or the end of the text. */
export const closesAt = (text: string, at: number): boolean => at >= text.length || isMark(text, at);
/** A name before which nothing but a mark stands. */
export const opensAt = (text: string, at: number): boolean =>
  at === 0 || isMark(text, at - 1) || text.charAt(at - 1) === '“';

/** Characters of one sort are alike: any digit, any Latin letter, any space. */
function charAt(text: string, at: number): string {
  const unit = text.charCodeAt(at);
  if (Number.isNaN(unit)) return 'line';
  if (unit >= 0x30 && unit <= 0x39) return '0';
  if ((unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a)) return 'a';
  if (unit === 0x0a || unit === 0x0d) return 'line';
  if (unit === 0x09) return 'tab';
  if (unit === 0x20 || unit === 0x3000) return 'space';
  return text.charAt(at);
}

/** What stands before a name that begins at `start`. */
export function seeLeft(
  start: number,
  { text, map, dictionary, organisations, places }: NameContext,
  slots: ReadonlyMap<number, Slot>,
  witness: Witness,
): void {
  const slot = slots.get(start);
  if (slot !== undefined) witness.see(slot);
  if (endingAt(organisations, start) !== undefined) witness.see('behind-unit');
  if (endingAt(places, start) !== undefined) witness.see('behind-place');
  if (dictionary.reports.before(text, start) !== null) witness.see('behind-report-verb');
  if (dictionary.receives.before(text, start) !== null) witness.see('behind-receive-mark');
  if (dictionary.courtesies.before(text, start) !== null) witness.see('behind-courtesy');
  witness.seeWord('left=', charAt(text, start - 1));
  const word = map.words[map.indexAt(start - 1)];
  if (start === 0 || word === undefined) return;
  if (word.end !== start) return;
  witness.seeWord('left-tag=', word.tag);
  if (word.end - word.start > 1 && word.end - word.start < 4)
    witness.seeWord('left-word=', text.slice(word.start, word.end));
}

/** What stands behind a name that ends at `end`. */
export function seeRight(
  end: number,
  { text, map, dictionary, posts, organisations }: NameContext,
  tellings: ReadonlyMap<number, Telling>,
  witness: Witness,
): void {
  if (startingAt(posts, end) !== undefined) witness.see('before-title');
  if (startingAt(organisations, end) !== undefined) witness.see('before-unit-name');
  // 贴票的某某，办公室主任; 某某（村会计）.
  const mark = text.charCodeAt(end);
  if ((mark === 0xff0c || mark === 0x2c || mark === 0xff08 || mark === 0x28) && startingAt(posts, end + 1))
    witness.see('before-mark-and-title');
  const telling = tellings.get(end);
  if (telling !== undefined) witness.see(telling);
  if (dictionary.courtesies.at(text, end) !== null) witness.see('before-courtesy');
  if (dictionary.acts.at(text, end) !== null) witness.see('before-act');
  if (dictionary.gives.at(text, end) !== null) witness.see('before-gift');
  witness.seeWord('right=', charAt(text, end));
  const word = map.words[map.indexAt(end)];
  if (end >= text.length || word?.start !== end) return;
  witness.seeWord('right-tag=', word.tag);
  if (word.end - word.start > 1 && word.end - word.start < 4)
    witness.seeWord('right-word=', text.slice(word.start, word.end));
}
