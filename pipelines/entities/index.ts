import { defineStage } from '../stage.js';
import { readEntities } from './read.js';

export { readEntities } from './read.js';
export { disclaimedSpans } from './roles/index.js';

/** Reads persons, units, sums, times and roles in every item. */
export const entitiesStage = defineStage({
  name: 'entities',
  needs: ['items', 'words', 'receipt'],
  gives: 'entities',
  version: 7,
  lexicon: ['people', 'organisations', 'places'],
  run({ items, words, receipt }, { lexicon }) {
    return items.map((item, i) => {
      const own = words[i];
      if (own === undefined) throw new RangeError('words and items differ in number');
      return readEntities(item, own, receipt, lexicon);
    });
  },
});
