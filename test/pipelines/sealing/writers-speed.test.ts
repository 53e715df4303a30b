import { describe, expect, it } from '@jest/globals';
import { loadLexicon } from '../../../lexicon/index.js';
import { readEntities } from '../../../pipelines/entities/index.js';
import { itemOf } from '../../../pipelines/items/index.js';
import { createSegmenter } from '../../../pipelines/segmentation/index.js';

const lexicon = loadLexicon();
const segmenter = createSegmenter(lexicon);

/** Milliseconds that a text of this many characters may take: the work grows with the length alone. */
const allowed = 6000;

describe('texts written to stop the reader', () => {
  it.each([
    ['我是', ''],
    ['我在', ''],
    ['我叫', '，'],
    ['本人', '，男，'],
    ['来访群众高', '、'],
    ['据高峰', ''],
    ['我，', ''],
    ['我家在住', '的'],
    ['（', '：'],
    ['签名：高 ', '、'],
    ['高 峰 ', '\n'],
    ['5栋', '号'],
  ])('%s %s', (one, two) => {
    const text = `县纪委：\n举报局长范明志。\n${(one + two).repeat(Math.floor(15_000 / (one + two).length))}`;
    const words = segmenter.words(text);
    const started = performance.now();
    const entities = readEntities(itemOf(text), words, { receivedOn: null, channel: null }, lexicon);
    expect(performance.now() - started).toBeLessThan(allowed);
    expect(Array.isArray(entities.informant)).toBe(true);
  });
});
