import { describe, expect, it } from '@jest/globals';
import { petitionClassKeys } from '../../../domain/index.js';
import { loadLexicon } from '../../../lexicon/index.js';
import { decideClass, readTopics } from '../../../pipelines/topics/index.js';
import { accusedOf, sealedOf } from './sealed.js';

const lexicon = loadLexicon();
const read = (text: string, accused: Parameters<typeof sealedOf>[1] = []) =>
  readTopics(sealedOf(text, accused), null, { receivedOn: null, channel: null }, lexicon);

describe('papers that accuse nobody', () => {
  it.each([
    [
      'suggestion',
      '关于设备招标的几点看法\n我不针对任何单位和个人，谈几点看法。第一，围标串标的识别不能只靠肉眼；第二，易地建设费的减免建议一律会签。',
    ],
    ['no-substance', '现在当官的有几个是好人？老虎一起打！你们心里有数。'],
    ['appeal', '来访人不服处分，称2023年被给予严重警告、免职处理，申诉书一份，要求撤销处分，重新认定责任。'],
  ])('are a %s', (petitionClass, text) => {
    expect(read(text).petitionClass).toBe(petitionClass);
  });

  it.each([
    '尊敬的县纪委领导：\n\n此致\n敬礼',
    '各位领导：\n你们好！\n敬祝工作顺利、身体健康\n2021年3月1日',
    'test file',
    'Hello!',
  ])('tell nothing behind their greeting, or are a scrap: %#', (text) => {
    expect(read(text)).toMatchObject({ petitionClass: 'no-substance', mayBeReport: false });
  });

  it('are told from a report of one who holds an office in the field', () => {
    const text =
      '2014年盖房单位交来顶替修地下室的款子208万元，按规矩要解到国库去，人防办主任罗宗岳说先放一放，给车行40万元周转。';
    expect(read(text, [accusedOf('鹿溪县人防办', '主任', '罗宗岳')]).petitionClass).toBe('report');
  });
});

describe('a paper of another class', () => {
  it.each([
    ['may be a report', 1, true],
    ['is surely none', 5, false],
  ])('%s', (_, weight, mayBeReport) => {
    const weights = { bias: 0, weights: { 'out-of-scope/asks': weight, 'report/asks': 0 } };
    expect(decideClass(petitionClassKeys, new Map([['asks', 1]]), weights)).toEqual({
      petitionClass: 'out-of-scope',
      mayBeReport,
    });
  });
});

describe('a paper that an office hands over', () => {
  it.each([
    [
      'judicial',
      '栗阳市公安局\n栗公移〔2022〕13号\n栗阳市监察委员会：\n我局在侦办一起案件中，犯罪嫌疑人供述其先后给付中心副主任现金。',
    ],
    [
      'superior',
      '中共岚江省纪委办公厅\n岚纪办交〔2021〕8号\n桐河市纪委：\n请你市核查以下反映并书面报送结果。',
    ],
  ])('is known by its number: %s', (source, text) => {
    expect(read(text).source).toBe(source);
    expect(read(text).channel).toBe('transfer');
  });
});
