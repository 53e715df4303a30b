import { setImmediate as breathe } from 'node:timers/promises';
import type { Words } from '../../domain/index.js';
import { defineStage } from '../stage.js';
import { createSegmenter } from './segmenter.js';

export { createSegmenter, type Segmenter } from './segmenter.js';

/** Cuts every item into words with part-of-speech hints, by the office's own dictionaries. */
export const segmentationStage = defineStage({
  name: 'segmentation',
  needs: ['items'],
  gives: 'words',
  version: 1,
  lexicon: ['words', 'organisations', 'places'],
  async run({ items }, { lexicon, signal }) {
    const segmenter = createSegmenter(lexicon);
    const cut: Words[] = [];
    for (const [i, item] of items.entries()) {
      cut.push(segmenter.words(item.text));
      // A list of thousands takes seconds: the process tells the queue meanwhile that it is alive.
      if (i % 100 !== 99) continue;
      await breathe();
      signal?.throwIfAborted();
    }
    return cut;
  },
});
