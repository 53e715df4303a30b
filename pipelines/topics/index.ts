import { readEach } from '../read-each.js';
import { defineStage } from '../stage.js';
import { readTopics } from './read.js';

export { lookThrough } from './paper.js';
export { classByScores, classEvidence, decideClass } from './petition-class/index.js';
export { readTopics, retell, topicName } from './read.js';
export { evidenceOfRule, lacksField, leastLikelihood, signsOf } from './tags/index.js';
export { accusedLabel } from './telling/index.js';

/** Tags each sealed item with topics, suspected offences, class, source, channel and signature. */
export const topicsStage = defineStage({
  name: 'topics',
  needs: ['items', 'words', 'sealed', 'receipt'],
  gives: 'topics',
  version: 18,
  lexicon: ['topics', 'petition', 'weights/topics', 'weights/classes'],
  run: ({ items, words, sealed, receipt }, { lexicon, signal }) =>
    readEach(items, signal, (item, i) =>
      readTopics(sealed[i]!, words[i] ?? null, receipt, lexicon, {
        isRow: item.row !== null,
        isBlank: item.flags.includes('blank_form'),
      }),
    ),
});
