import { describe, expect, it } from '@jest/globals';
import { createReader } from '../../../bench/evaluation/index.js';
import { loadLexicon } from '../../../lexicon/index.js';

const reader = createReader(loadLexicon());
const classOf = (text: string) => reader.topics(text).petitionClass;

describe('a letter of thanks', () => {
  it.each([
    [
      'to who helped',
      '感谢信\n平河县纪委：\n感谢贵委干部卫长青、石小满多次上门，帮我家要回了被村里扣下的2600元危房补助。他们是群众的贴心人！\n柳湾村村民 盛有粮\n2021年3月4日',
    ],
    [
      'for a complaint that was settled',
      '致谢信\n岚江区纪委监委：\n去年我反映的退耕款问题，在工作人员田野的督促下已经全部解决，钱上周发到了我的卡上。再次表示衷心感谢！\n村民 古长河',
    ],
    [
      'for punishing somebody',
      '感谢信\n市纪委：感谢市纪委查处了平河县粮食局原局长江山受贿案，大快人心！\n几名老职工\n2020年5月1日',
    ],
    [
      'without a title',
      '平河县纪委：\n衷心感谢县纪委帮我们追回了村会计高原冒领的低保金3万元，全村老百姓都很满意。\n群众\n2019年8月1日',
    ],
    [
      'of praise',
      '表扬信\n县纪委监委：\n我要表扬接访室的水清同志，她耐心听我讲了两个小时，当天就帮我联系了民政局。这样的好干部应该提拔。\n居民 于得水',
    ],
  ])('%s accuses nobody', (_, text) => {
    expect(reader.topics(text)).toMatchObject({ petitionClass: 'suggestion', topics: [], offences: [] });
  });

  it('keeps its title', () => {
    const text = '感谢信\n县纪委：感谢你们的干部水清、田野帮我解决了低保问题，他们是好干部！\n居民 于得水';
    expect(reader.topics(text).title).toBe('感谢信');
  });

  it.each([
    [
      'goes on to another',
      '感谢信\n平河县纪委：\n感谢你们查处了水务局局长江山。现举报新任局长马得胜，2021年收受包工头现金五万元，把河堤工程给了他表弟。\n群众',
    ],
    [
      'only thanks for being read',
      '平河县纪委：\n感谢领导百忙之中看我的信。平河县人防办主任严松违规减免易地建设费六十万元，收受开发商现金十万元。\n群众',
    ],
    [
      'praises mockingly',
      '表扬信\n平河县纪委：\n我要表扬平河县人防办主任严松。表扬他不怕辛苦，天天用公车接送老婆打麻将。表扬他心细，滤毒设备只用他小舅子厂里的，一套收回扣八千元，收受现金从来不记账。\n一个群众',
    ],
  ])('that %s is a report', (_, text) => {
    expect(classOf(text)).toBe('report');
  });
});

describe('a letter of thanks in which somebody may be accused', () => {
  it.each([
    '感谢信\n县纪委：\n感谢你们帮助我解决了低保，非常满意。村会计王贵把救灾款据为己有，请关注。感谢。',
    '感谢信\n县纪委：\n感谢你们帮助我解决了低保，非常满意。希望你们能再查一查村主任周大发收了老板5万元的事。',
    '感谢信\n县纪委：\n感谢你们帮助我解决了低保，全家都很满意。村会计王贵贵把扶贫款装进自己腰包。感谢。',
    '感谢信\n县纪委：\n感谢你们帮我解决了低保，村主任周大发拿了老板5万元，非常感谢你们。',
    '表扬信\n县纪委：\n感谢县纪委为民做主，追回了补偿款，老百姓非常满意。会计的手里还有8万元说不清去处。谢谢。',
  ])('is looked at by a person: %.60s', (text) => {
    const { petitionClass, mayBeReport } = reader.topics(text);
    expect(petitionClass === 'report' || mayBeReport).toBe(true);
  });

  it('is not asked about where all is thanks', () => {
    const text =
      '感谢信\n岚江区纪委监委：\n感谢你们帮我要回了被村里扣下的2600元危房补助，全家都很满意。\n村民 古长河';
    expect(reader.topics(text)).toMatchObject({ petitionClass: 'suggestion', mayBeReport: false });
  });
});
