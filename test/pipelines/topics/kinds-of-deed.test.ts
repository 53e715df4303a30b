import { describe, expect, it } from '@jest/globals';
import { createReader } from '../../../bench/evaluation/index.js';
import { loadLexicon } from '../../../lexicon/index.js';

const reader = createReader(loadLexicon());

describe('what a letter tells in words of its own', () => {
  it.each([
    [
      'G2',
      '县纪委：\n新河镇粮站站长柏长青，2022年夏粮收购时把一百二十吨去年的陈麦当作新麦入库，套取差价和补贴共计26.8万元。',
    ],
    [
      'G2',
      '省委巡视组：\n局长糜建中以“轮换亏损”名义，将4200吨陈稻谷以低价卖给私营企业，后又以新粮价格购回入库，造成国家损失630余万元。',
    ],
    ['A4', '县纪委：\n反映新桥乡乡长赫连勃购买超标公车并长期带回家使用，花了239800元。'],
  ])('is %s: %s', (code, text) => {
    expect(reader.topics(text).topics.map((t) => t.code)).toContain(code);
  });

  it.each([
    [
      'misappropriation',
      '县纪委：\n高家镇财政所所长高山2021年将专项资金40万元以“借款”名义转给私人老板，至今未还。',
    ],
    ['embezzlement', '被反映人：何大勇\n单位职务：柳湾村党支部书记\n反映问题：截留危房改造补助2万元'],
  ])('is suspected of %s: %s', (code, text) => {
    expect(reader.topics(text).offences.map((o) => o.code)).toContain(code);
  });
});
