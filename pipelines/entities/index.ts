import { setImmediate as breathe } from 'node:timers/promises';
import type { Entities } from '../../domain/index.js';
import { defineStage } from '../stage.js';
import { withDoubts } from './doubts.js';
import { readEntities } from './read.js';

export type { PostOfSomebody } from './held-posts.js';
export {
  chooseSites,
  type PostStart,
  type SiteCandidate,
  type SiteWeights,
  type UnitStart,
} from './names/index.js';
export { readEntities, readItem } from './read.js';
export { chooseSuspects, disclaimedSpans, hearsay, suspectsOf, unitSuspectsOf } from './roles/index.js';

/** Reads persons, units, sums, times and roles in every item. */
export const entitiesStage = defineStage({
  name: 'entities',
  needs: ['items', 'words', 'receipt'],
  gives: 'entities',
  version: 18,
  lexicon: [
    'people',
    'organisations',
    'places',
    'sites',
    'topics',
    'weights/names',
    'weights/organisations',
    'weights/posts',
    'weights/held-posts',
    'weights/places',
    'weights/projects',
    'weights/firms',
    'weights/accused',
    'weights/units',
  ],
  async run({ items, words, receipt }, { lexicon, signal }) {
    const read: Entities[] = [];
    for (const [i, item] of items.entries()) {
      const own = words[i];
      if (own === undefined) throw new RangeError('words and items differ in number');
      read.push(withDoubts(readEntities(item, own, receipt, lexicon), item.doubtful));
      // A list of thousands takes seconds: the process tells the queue meanwhile that it is alive.
      if (i % 100 !== 99) continue;
      await breathe();
      signal?.throwIfAborted();
    }
    return read;
  },
});
