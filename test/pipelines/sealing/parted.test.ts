import { describe, expect, it } from '@jest/globals';
import { readEntities } from '../../../pipelines/entities/index.js';
import { sealingStage } from '../../../pipelines/sealing/index.js';
import { createSegmenter } from '../../../pipelines/segmentation/index.js';
import { extractionOf } from '../extractions.js';
import { lexicon, split } from '../items/papers.js';

const segmenter = createSegmenter(lexicon);

/** A file as it is split, with what is sealed of each of its items. */
async function sealedItems(text: string) {
  const items = await split(extractionOf([{ text }], { format: 'docx' }));
  const known = { receivedOn: '2019-07-01', channel: null };
  const entities = items.map((item) => readEntities(item, segmenter.words(item.text), known, lexicon));
  return sealingStage.run({ items, entities, rulings: [] }, { lexicon });
}

const first =
  '市纪委领导：\n现反映市人防办设备科科长窦振华，2017年3月28日在办公室收受供应商现金3万元，又按供货款提成2.6万元。恳请组织核查。';
const second =
  '市纪委领导：\n现反映市人防办工程科科长金国梁，2019年4月对嘉禾里项目压件四十余天，送了购物卡才办。请予查处。\n一名群众\n2019年6月3日';

describe('two letters of one file', () => {
  it.each([
    ['a name of four', '2018年8月20日\n申屠雨田', ['申屠雨田']],
    ['a name of three', '2018年8月20日\n甘雨田', ['甘雨田']],
    ['a villager', '2018年8月20日\n石桥村三组村民 甘雨田', ['甘雨田']],
    [
      'an address with the name that signs above',
      '举报人：甘雨田\n2018年8月20日\n青麓区东关街77号3栋甘雨田',
      ['甘雨田', '东关街77号'],
    ],
  ])('tell nowhere who wrote the first, where %s stands below its date', async (_, ending, secrets) => {
    const sealed = await sealedItems(`${first}\n${ending}\n${second}`);
    expect(sealed).toHaveLength(2);
    expect(sealed[1]!.text).toBe(second);
    const outside = JSON.stringify(sealed.map(({ informant: _, ...rest }) => rest));
    expect(secrets.filter((secret) => outside.includes(secret))).toEqual([]);
    expect(sealed.map((s) => s.accused.map((a) => a.name))).toEqual([['窦振华'], ['金国梁']]);
  });
});

describe('a letter with a word of the office below its date', () => {
  it.each([
    '县纪委：请派人核查，并将结果报我。李大山 8月22日',
    '市纪委信访室：请阅处。\n李大山\n8月22日',
    '各位领导，你们好！上次寄的信怕没收到，再寄一次。',
  ])('stays one and accuses nobody else: %s', async (word) => {
    const sealed = await sealedItems(`${first}\n甘雨田\n2018年8月20日\n${word}`);
    expect(sealed.map((s) => s.accused.map((a) => a.name))).toEqual([['窦振华']]);
    expect(sealed[0]!.text).not.toContain('甘雨田');
  });
});
