import { readEach } from '../read-each.js';
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
  run({ items }, { lexicon, signal }) {
    const segmenter = createSegmenter(lexicon);
    return readEach(items, signal, (item) => segmenter.words(item.text));
  },
});
