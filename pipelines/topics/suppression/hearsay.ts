import { hearsay } from '../../entities/index.js';
import type { Reading } from '../layout.js';

/** What others report is hearsay as well, but where a paper begins by it: there it says what the paper is. */
const reported = /有人反映/;
const beginning = 24;
/** What the writer himself saw ends what he only heard. */
const firstHand = /亲[眼自耳]|当场|我们?(?:都?看|见)/;

/** For each clause 1 where the words of it or of one before it in its sentence are such, up to what the writer saw. */
export function clausesUnder(
  { text, clauses, sentenceOf }: Reading,
  isSuch: (words: string, start: number) => boolean,
): Uint8Array {
  const found = new Uint8Array(clauses.length);
  for (const [i, { start, end }] of clauses.entries()) {
    const words = text.slice(start, end);
    const goesOn = i > 0 && found[i - 1] === 1 && sentenceOf[i - 1] === sentenceOf[i];
    if ((goesOn && !firstHand.test(words)) || isSuch(words, start)) found[i] = 1;
  }
  return found;
}

/** Clauses that tell what the writer only heard. */
export const hearsayClauses = (reading: Reading): Uint8Array =>
  clausesUnder(
    reading,
    (words, start) => hearsay.test(words) || (start >= beginning && reported.test(words)),
  );
