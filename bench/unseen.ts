import type { Artefacts } from '../domain/index.js';
import type { Lexicon } from '../lexicon/index.js';
import { readEntities } from '../pipelines/entities/index.js';
import { itemsStage } from '../pipelines/items/index.js';
import { normaliseText } from '../pipelines/normalisation/index.js';
import { sealItem } from '../pipelines/sealing/index.js';
import { createSegmenter } from '../pipelines/segmentation/index.js';
import { readTopics } from '../pipelines/topics/index.js';

/** What is read of a paper from its text on: nothing of files, pages and recognition. */
export type ReadText = Pick<Artefacts, 'normalised' | 'sealed' | 'topics'>;

/** Reads texts as the pipeline would, in this process, each as a typed paper of one page received on the given day. */
export function createTextReader(
  lexicon: Lexicon,
): (written: string, receivedOn: string) => Promise<ReadText> {
  const segmenter = createSegmenter(lexicon);
  return async (written, receivedOn) => {
    const { text } = normaliseText(written, { layout: 'typed' });
    const page = { number: 1, part: 0, start: 0, end: text.length, recognised: false, confidence: 1 };
    const normalised = { text, pages: [{ ...page, tables: [], flags: [] }], offsets: [[]], flags: [] };
    const receipt = { receivedOn, channel: null };
    const items = await itemsStage.run({ normalised }, { lexicon });
    const read = items.map((item) => {
      const words = segmenter.words(item.text);
      const sealed = sealItem(item, readEntities(item, words, receipt, lexicon));
      return { sealed, topics: readTopics(sealed, words, receipt, lexicon) };
    });
    return { normalised, sealed: read.map((r) => r.sealed), topics: read.map((r) => r.topics) };
  };
}
