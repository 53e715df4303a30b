import { boards, mailbox } from '../../../samples/boards/index.js';
import { type Expected, itemsExpected } from '../../../samples/expected.js';
import { papers } from '../../../samples/letters/index.js';
import { expectedFileOf } from '../../../samples/letters/paper.js';
import { shortPapers } from '../../../samples/short/index.js';
import { papersByWriter as typed } from '../../../samples/typed/index.js';

/** Every labelled paper as text, by its writer; the same text counts once. */
export function papersByWriter(): Map<string, readonly Expected[]> {
  const letters = new Map(
    papers
      .flatMap((paper) => itemsExpected(expectedFileOf(paper)))
      .filter((item) => item.petitionClass !== undefined)
      .map((item) => [item.text, item] as const),
  );
  return new Map([
    ['letters', [...letters.values()]],
    ...Object.entries(typed),
    ['short', shortPapers],
    ['boards', boards],
    ['mailbox', mailbox],
  ]);
}
