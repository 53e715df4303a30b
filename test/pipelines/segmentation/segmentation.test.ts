import { describe, expect, it } from '@jest/globals';
import { loadLexicon } from '../../../lexicon/index.js';
import { itemOf } from '../../../pipelines/items/index.js';
import { createSegmenter, segmentationStage } from '../../../pipelines/segmentation/index.js';

const lexicon = loadLexicon();
const segmenter = createSegmenter(lexicon);

const wordsOf = (text: string): string[] => {
  let at = 0;
  return segmenter.words(text).lengths.map((length) => {
    const word = text.slice(at, at + length);
    at += length;
    return word;
  });
};

describe('segmentation', () => {
  it.each([
    '',
    ' ',
    '\t\n \u3000',
    '平河县人防办主任岳志坤违规减免易地建设费96.5万元。',
    'a\u0000b\uD800c𠮷😀e\u0301',
    '\uDC00孤立的代理',
    '一'.repeat(5000),
  ])('words of %j cover the text end to end', (text) => {
    const { lengths, tags } = segmenter.words(text);
    expect(lengths.reduce((sum, length) => sum + length, 0)).toBe(text.length);
    expect(tags).toHaveLength(lengths.length);
    expect(wordsOf(text).join('')).toBe(text);
  });

  it('keeps the words of the office whole', () => {
    expect(wordsOf('减免易地建设费和以缴代建')).toEqual(expect.arrayContaining(['易地建设费', '以缴代建']));
  });

  it.each([
    [
      '岳志坤2018年收了B超机AT&T的钱12.5万',
      '岳志坤/x 2018/m 年收/x 了/ul B超/n 机/n AT&T/nz 的/uj 钱/n 12.5/m 万/m',
    ],
    [
      '云溪市翠屏路😀𠮷野家老板娘，打电话abc123说',
      '云溪市/x 翠/nr 屏路/x 😀/x 𠮷/x 野/n 家/q 老板娘/n ，/x 打电话/l abc123/eng 说/v',
    ],
  ])('cuts %s as jieba does', (text, expected) => {
    const { tags } = segmenter.words(text);
    expect(
      wordsOf(text)
        .map((word, i) => `${word}/${tags[i]}`)
        .join(' '),
    ).toBe(expected);
  });

  it('gives one entry for each item', async () => {
    const items = [itemOf('第一件'), itemOf('第二件举报', { ordinal: 1 })];
    const words = await segmentationStage.run({ items }, { lexicon });
    expect(words.map((w) => w.lengths.reduce((a, b) => a + b, 0))).toEqual([3, 5]);
  });

  it('follows a change of the dictionary', () => {
    const other = {
      ...lexicon,
      words: { words: { n: ['减免易地'] } },
      digests: { ...lexicon.digests, words: 'another' },
    };
    const { lengths } = createSegmenter(other).words('减免易地');
    expect(lengths).toEqual([4]);
    expect(wordsOf('减免易地建设费')).toContain('易地建设费');
  });
});
