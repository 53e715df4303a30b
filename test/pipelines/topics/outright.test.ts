import { describe, expect, it } from '@jest/globals';
import { createReader } from '../../../bench/evaluation/index.js';
import { loadLexicon } from '../../../lexicon/index.js';

const reader = createReader(loadLexicon());

describe('a paper that reports somebody in office in so many words', () => {
  it.each([
    [
      'its writer’s husband',
      '领导您好：\n我是平河县水务局财务股长高原的妻子，在实验小学教书。我要举报我丈夫高原。他从2015年起和单位的女同事同居，给她付了房子的首付28万元，离婚也不肯，一分抚养费都不给。家里的存折上有九十多万，他的工资哪里有这么多。我实在过不下去了。',
    ],
    [
      'who turns children away',
      '我要举报平河县教育局科员田野，孩子入学学区划片不公，我们小区离学校近，田野说学位满了不给报名。',
    ],
    [
      'who does nothing',
      '我要举报平河县住建局科员田野，我家交房两年漏水，物业公司不管，田野只会踢皮球，从来不解决。',
    ],
  ])('reports %s', (_, text) => {
    expect(reader.topics(text).petitionClass).toBe('report');
  });

  it('goes to a person where its words are those of a matter out of scope', () => {
    const text =
      '举报岚江区社保局乱收费\n区纪委：\n社保局参保股科员石小满多收我家医保费4300元不退，请退到我的卡上。';
    expect(reader.topics(text)).toMatchObject({ petitionClass: 'out-of-scope', mayBeReport: true });
  });

  it.each([
    [
      'a firm',
      '领导您好：\n我要举报平河惠民物业公司经理石小满，物业费涨了一倍，电梯坏了三个月没人修，小区垃圾没人管，请帮我们业主解决。',
    ],
    [
      'nobody',
      '领导您好：\n我不是要举报谁，只想请镇长田野帮忙问一下，我们村的安置房什么时候交房，过渡费三年没发了。',
    ],
  ])('but one that names %s may be out of scope', (_, text) => {
    expect(reader.topics(text).petitionClass).toBe('out-of-scope');
  });
});
