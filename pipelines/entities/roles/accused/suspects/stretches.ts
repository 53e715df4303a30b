import { firstOf, oneOf } from '../../../../one-of.js';
import type { Evidence } from '../../../../weighing/index.js';
import { firstFrom, type PersonMention, type Trie } from '../../../names/index.js';
import type { Reading } from '../../reading.js';
import { see } from './scenes.js';

const endsLine = oneOf('\n');
const endsSentence = oneOf('。！？!?；;\n');
/** Characters behind a name beyond which nothing is told of its bearer any more. */
const farthest = 160;
/** From so many characters on, more that is told of somebody says nothing more. */
const muchTold = 300;

/**
 * All that is told of a person from each of his names to the next person's, beyond the sentence, but within the
 * paragraph: how much of the paper it is, and how many words for misdeeds and gains it has.
 */
export function seeStretches(evidence: Evidence, reading: Reading, mentions: readonly PersonMention[]): void {
  const { text, names, dictionary } = reading;
  const kinds = [
    ['charges', dictionary.charges],
    ['acts', dictionary.acts],
    ['gains', dictionary.gains],
    ['harsh', dictionary.harsh],
  ] as const;
  const counts = kinds.map(() => 0);
  let told = 0;
  for (const { end } of mentions) {
    const next = names.persons[firstFrom(names.persons, end)]?.start ?? text.length;
    const stretch = text.slice(end, firstOf(endsLine, text, end, Math.min(next, end + farthest)));
    told += stretch.length;
    for (const [n, [, words]] of kinds.entries()) counts[n]! += countOf(stretch, words);
    const sentence = stretch.slice(0, firstOf(endsSentence, stretch, 0));
    if (countOf(sentence, dictionary.charges) > 0) see(evidence, 'charged');
  }
  evidence.set('told', told / text.length);
  evidence.set('told much', Math.min(1, told / muchTold));
  for (const [n, [what]] of kinds.entries())
    if (counts[n]! > 0) evidence.set(`${what} told`, Math.min(1, Math.log2(1 + counts[n]!) / 3));
}

function countOf(text: string, words: Trie<true>): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const word = words.at(text, at);
    if (word === null) continue;
    count += 1;
    at = word.end - 1;
  }
  return count;
}
