import { describe, expect, it } from '@jest/globals';
import { loadLexicon } from '../../../lexicon/index.js';
import { readEntities } from '../../../pipelines/entities/index.js';
import { readValues } from '../../../pipelines/entities/values/index.js';
import { itemOf } from '../../../pipelines/items/index.js';
import { processorTime } from '../../support/index.js';

const size = 100_000;
const hostile = [
  '1',
  '1,',
  '一',
  '一二',
  '2015年',
  '2015-',
  '(',
  '王',
  '王某',
  '县',
  '市纪委',
  '公司',
  '：',
  '举报人：',
  '\t',
  '\n',
  '2015.1.',
  '我是',
  '附件\n',
  '“翠',
  'a@',
  '住',
  '0877-',
  '（2019）滨民',
  '〔2019〕纪',
  '编号：纪',
  '收了三千',
  '本人原先',
  '本人现在',
  '先后',
  '提供线索的群众现在的住处：',
  '来访人：张三、李四（手印）',
  '平河县青山镇柳湾村五组 ',
  '我是会计，高山',
];

describe('hostile text', () => {
  const lexicon = loadLexicon();

  it.each(hostile)('values of 100 KB of %j take time in proportion', (seed) => {
    const long = seed.repeat(size / seed.length);
    const short = long.slice(0, size / 4);
    readValues(short)('2019-01-01');
    const quarter = processorTime(() => readValues(short)('2019-01-01'));
    const whole = processorTime(() => readValues(long)('2019-01-01'));
    expect(whole).toBeLessThan(Math.max(400, quarter * 10));
  });

  it.each([
    '张三、李四、',
    '张三局长、',
    '石坝村张三、',
    '9',
    '和霁州市石坝镇',
    '收锦华苑5万，',
    '霁州市移民局',
    '到三岔河边，',
  ])('the names in 40,000 characters of %j are found in time in proportion', (seed) => {
    const read = (length: number) => {
      const text = seed.repeat(length / seed.length);
      const words = { lengths: [...text].map(() => 1), tags: [...text].map(() => 'x') };
      return processorTime(() =>
        readEntities(itemOf(text), words, { receivedOn: null, channel: null }, lexicon),
      );
    };
    read(5_000);
    expect(read(40_000)).toBeLessThan(Math.max(1000, read(10_000) * 8));
  });

  it.each(hostile)('a letter of 8,000 characters of %j is read', (seed) => {
    const text = seed.repeat(8000 / seed.length);
    const lengths = [...text].map((char) => char.length);
    const words = { lengths, tags: lengths.map(() => 'x') };
    const item = itemOf(text);
    const spent = processorTime(() =>
      readEntities(item, words, { receivedOn: null, channel: null }, lexicon),
    );
    expect(spent).toBeLessThan(8000);
  });

  it.each(['原先', '先后', '现在', '现 在', '2015年后', ' '])(
    '本人 and a clause full of %j is read in time',
    (adverb) => {
      const text = `本人${adverb.repeat(180)}。`.repeat(20);
      const words = { lengths: [...text].map(() => 1), tags: [...text].map(() => 'x') };
      const spent = processorTime(() =>
        readEntities(itemOf(text), words, { receivedOn: null, channel: null }, lexicon),
      );
      expect(spent).toBeLessThan(2000);
    },
  );

  it('a firm behind thousands of names of its region is found', () => {
    const text = `${'霁州'.repeat(8000)}临汐商贸城开发有限公司`;
    const words = { lengths: [...text].map(() => 1), tags: [...text].map(() => 'x') };
    const read = readEntities(itemOf(text), words, { receivedOn: null, channel: null }, lexicon);
    expect(JSON.stringify(read)).toContain('临汐商贸城开发有限公司');
  });
});
