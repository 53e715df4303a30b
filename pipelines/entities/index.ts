import { readEach } from '../read-each.js';
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
export { readLongNumbers, readPhones } from './values/index.js';

/** Reads persons, units, sums, times and roles in every item. */
export const entitiesStage = defineStage({
  name: 'entities',
  needs: ['items', 'words', 'receipt'],
  gives: 'entities',
  version: 23,
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
  run: ({ items, words, receipt }, { lexicon, signal }) =>
    readEach(items, signal, (item, i) => {
      const own = words[i];
      if (own === undefined) throw new RangeError('words and items differ in number');
      return withDoubts(readEntities(item, own, receipt, lexicon), item.doubtful);
    }),
});
