import type { Entities, Topics } from '../../domain/index.js';
import type { Lexicon } from '../../lexicon/index.js';
import { readEntities } from '../../pipelines/entities/index.js';
import { itemOf } from '../../pipelines/items/index.js';
import { sealItem } from '../../pipelines/sealing/index.js';
import { createSegmenter } from '../../pipelines/segmentation/index.js';
import { readTopics } from '../../pipelines/topics/index.js';

/** The language stages over a bare text, without files and register. */
export interface Reader {
  entities(text: string): Entities;
  topics(text: string): Topics;
}

const receipt = { receivedOn: '2019-06-01', channel: null };

export function createReader(lexicon: Lexicon): Reader {
  const segmenter = createSegmenter(lexicon);
  return {
    entities: (text) => readEntities(itemOf(text), segmenter.words(text), receipt, lexicon),
    topics: (text) => {
      const item = itemOf(text);
      const words = segmenter.words(text);
      const sealed = sealItem(item, readEntities(item, words, receipt, lexicon));
      return readTopics(sealed, words, receipt, lexicon);
    },
  };
}
