import type { Entities, Item, Mention, ReceiptFacts, Words } from '../../domain/index.js';
import type { Lexicon } from '../../lexicon/index.js';
import { dictionaryOf, mapWords, readNames } from './names/index.js';
import { readValues } from './values/index.js';

/** What one item says of persons, units, sums and times. Pure: the same inputs give the same answer. */
export function readEntities(item: Item, words: Words, receipt: ReceiptFacts, lexicon: Lexicon): Entities {
  const dictionary = dictionaryOf(lexicon);
  const map = mapWords(words, item.text.length);
  const values = readValues(item.text, receipt.receivedOn);
  const names = readNames(item.text, map, dictionary, values, []);
  const mentions: Mention[] = [
    ...values,
    ...names.persons.map(plain),
    ...names.organisations,
    ...names.positions.map(plain),
    ...names.places,
    ...names.projects,
  ];
  mentions.sort((a, b) => a.start - b.start || a.end - b.end);
  return {
    mentions,
    accused: [],
    informant: [],
    signedOn: null,
    actedFrom: null,
    actedTo: null,
    amount: null,
  };
}

const plain = ({ type, start, end, text, value, confidence }: Mention): Mention => ({
  type,
  start,
  end,
  text,
  value,
  confidence,
});
