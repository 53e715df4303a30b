import { describe, expect, it } from '@jest/globals';
import { loadLexicon } from '../../../lexicon/index.js';
import { readEntities } from '../../../pipelines/entities/index.js';
import { itemOf } from '../../../pipelines/items/index.js';
import { createSegmenter } from '../../../pipelines/segmentation/index.js';

const lexicon = loadLexicon();
const segmenter = createSegmenter(lexicon);

const periodOf = (text: string) => {
  const { actedFrom, actedTo } = readEntities(
    itemOf(text),
    segmenter.words(text),
    { receivedOn: null, channel: null },
    lexicon,
  );
  return [actedFrom, actedTo];
};

describe('the days of the deed', () => {
  it.each([
    [
      'an English month from which it goes on',
      'Dear Sir, the principal, Mr. Lou Zhengyi (楼正义), asked every foreign teacher to pay back 15% of the salary since September 2022.',
      ['2022-09-01', null],
    ],
    [
      'an English month',
      'In March 2021, director 高山 of the county hospital took RMB 20,000 from a supplier.',
      ['2021-03-01', '2021-03-31'],
    ],
    [
      'years in a row',
      '王庄镇中心小学副校长王建军收食堂承包人好处，2021 2022 2023 每年三万元。',
      ['2021-01-01', '2023-12-31'],
    ],
    ['a year until now', '支书鲍二喜2019年到现在领了得有六七万元低保。', ['2019-01-01', null]],
    [
      'a month put right',
      '县住建局副局长高登科收受老板石磊15万元，时间是2022年10月而不是11月。特此更正。',
      ['2022-10-01', '2022-10-31'],
    ],
    [
      'a month from which and one to which he took it',
      '举报县水务公司抄表班班长纪晓岚，每月收茶水费1500元，从2022年3月收到2024年8月，共4.5万元。',
      ['2022-03-01', '2024-08-31'],
    ],
    [
      'a year below a line that tells of other days',
      '现将线索交办你们，请于30日内办结：\n1．2019年小麦收购期间，总经理那成功授意下属打白条收粮，克扣售粮款76万元；\n2．2020年，那成功将仓房出租，租金18万元未入账。',
      ['2019-01-01', '2020-12-31'],
    ],
    [
      'what is reported behind who reports',
      '我叫宫长顺，是县中医医院的职工，实名举报后勤科科长庄稼在2021年至2023年期间，把医院废旧设备私自卖给废品站，得款约11.3万元。',
      ['2021-01-01', '2023-12-31'],
    ],
  ])('are read from %s', (_, text, period) => {
    expect(periodOf(text)).toEqual(period);
  });

  it('are none of the writer’s own', () => {
    expect(periodOf('我叫宫长顺，2016年从县中医医院退休，实名举报后勤科科长庄稼收受回扣十万元。')).toEqual([
      null,
      null,
    ]);
  });
});
