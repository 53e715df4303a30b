import type { Entities, Item, ReceiptFacts, Words } from '../../domain/index.js';
import type { Lexicon } from '../../lexicon/index.js';
import { defineStage } from '../stage.js';

/** Reads persons, units, sums, times and roles in every item. */
export const entitiesStage = defineStage({
  name: 'entities',
  needs: ['items', 'words', 'receipt'],
  gives: 'entities',
  version: 1,
  lexicon: ['people', 'organisations', 'places'],
  run({ items, words, receipt }, { lexicon }) {
    return items.map((item, i) =>
      readEntities(item, words[i] ?? { lengths: [item.text.length], tags: ['x'] }, receipt, lexicon),
    );
  },
});

/** What one item says of persons, units, sums and times. Pure: the same inputs give the same answer. */
export function readEntities(
  _item: Item,
  _words: Words,
  _receipt: ReceiptFacts,
  _lexicon: Lexicon,
): Entities {
  return {
    mentions: [],
    accused: [],
    informant: [],
    signedOn: null,
    actedFrom: null,
    actedTo: null,
    amount: null,
  };
}
