import { describe, expect, it } from '@jest/globals';
import { loadLexicon } from '../../../lexicon/index.js';
import { disclaimedSpans, readEntities } from '../../../pipelines/entities/index.js';
import { itemOf } from '../../../pipelines/items/index.js';
import { createSegmenter } from '../../../pipelines/segmentation/index.js';
import { processorTime } from '../../support/index.js';

const lexicon = loadLexicon();
const segmenter = createSegmenter(lexicon);

const read = (text: string) => {
  const pages = [{ number: 1, start: 0 }];
  const item = itemOf(text, { pages });
  const { accused, amount } = readEntities(
    item,
    segmenter.words(text),
    { receivedOn: '2023-06-01', channel: null },
    lexicon,
  );
  return { names: accused.map((a) => a.name), organisations: accused.map((a) => a.organisation), amount };
};

describe('whom the writer says he does not accuse', () => {
  it.each([
    [
      '举报信\n市纪委：\n我不是要举报区住建局局长张建国，有人诬告张建国受贿30万元，那是假的，我要反映的是钱卫东收了12万元。',
      '钱卫东',
      120_000,
    ],
    [
      '市纪委：我要反映区住建局质监站站长钱卫东。2020年3月他收了施工方老板12万元好处费。外面有人说局长张建国也收了30万元，这不属实。',
      '钱卫东',
      120_000,
    ],
    [
      '市纪委领导：本信并非反映县水务局局长马国强，而是反映副局长雷小军。雷小军2019年5月收受包工头现金8万元。',
      '雷小军',
      80_000,
    ],
    [
      '我没有举报镇长何志远，有人造谣说何志远贪污40万元，纯属捏造。真正贪污的是镇财政所出纳唐小梅，2021年她虚报冒领救灾款6万元。',
      '唐小梅',
      60_000,
    ],
  ])('%s', (text, name, amount) => {
    const found = read(text);
    expect(found.names).toEqual([name]);
    expect(found.amount).toBe(amount);
  });

  it('keeps the unit that a disclaimed clause names first', () => {
    const text = '本信并非反映县水务局局长马国强，而是反映副局长雷小军。雷小军2019年5月收受包工头现金8万元。';
    expect(read(text).organisations).toEqual(['县水务局']);
  });

  it.each([
    '我举报县水务局局长吴立平受贿20万元，去年市纪委答复不属实，我不服。',
    '县水务局局长吴立平是不是要反映？他收受现金20万元，不得不举报。',
    '我们以前没有举报县水务局局长吴立平，他收受现金20万元。',
    '县水务局局长吴立平打击报复、诬告他人，收受现金20万元。',
    '县水务局局长吴立平收受现金20万元，我保证不是诬告，绝无诬陷。',
    '县水务局局长吴立平虚报工程量，冒领20万元，那些发票都是假的。',
    '有人说县水务局局长吴立平清廉，那是假的，他收受现金20万元。',
  ])('takes nothing back where nothing is taken back: %s', (text) => {
    expect(disclaimedSpans(text)).toEqual([]);
    expect(read(text).names).toEqual(['吴立平']);
  });

  it.each(['不是要举报', '诬告', '有人说，那是假的，', '那是假的', '没有反映', '，'])(
    'reads 100 KB of %j in time',
    (seed) => {
      const text = seed.repeat(100_000 / seed.length);
      expect(processorTime(() => disclaimedSpans(text))).toBeLessThan(1000);
    },
  );
});
