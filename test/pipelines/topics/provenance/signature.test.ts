import { describe, expect, it } from '@jest/globals';
import { createReader } from '../../../../bench/evaluation/index.js';
import { loadLexicon } from '../../../../lexicon/index.js';

const reader = createReader(loadLexicon());
const body = '县医保局副局长屈雅琴2022年收受药房经理购物卡1.8万元，泄露检查时间。';

describe('the signature of a paper', () => {
  it.each([
    ['a formula before it', `县监委：\n${body}谨此奉达，伏望明察。\n肃此，敬颂\n公祺\n愚民 褚维周 顿首`],
    ['a formula of another kind', `县监委：\n${body}\n顺颂\n时祺\n褚维周`],
    ['a family behind it', `县监委：\n我是兴隆村村民濮阳春。${body}\n濮阳春 全家\n2024年1月5日`],
    ['a trade before it', `县监委：\n我是个包工头。${body}\n包工头 米有才 13300009999`],
  ])('is of one, with %s', (_, text) => {
    expect(reader.topics(text).signature).toBe('named');
  });

  it.each([
    ['one of them a word', `县监委：\n${body}\n举报人：高峰、米有才、褚维周`],
    ['on lines of their own', `县监委：\n${body}\n举报人：\n米有才 13300009999\n褚维周 13300008888`],
  ])('is of several, %s', (_, text) => {
    expect(reader.topics(text).signature).toBe('joint');
  });
});

describe('a form for letters and visits', () => {
  const form = (fields: string) =>
    `编号：信字第2024-0611号\n来信来访登记表\n${fields}\n被反映人 | 冉启明，平河县农业农村局局长\n摘要 | 反映冉启明2022年虚开发票32.45万元，用于发放职工福利`;

  it('is a letter’s by its fields', () => {
    expect(reader.topics(form('来信人 | 匿名\n收信日期 | 2024年6月3日')).channel).toBe('letter');
  });

  it('is a visit’s by its fields', () => {
    expect(reader.topics(form('来访人 | 匿名\n来访时间 | 2024年6月3日')).channel).toBe('visit');
  });
});
