import { describe, expect, it } from '@jest/globals';
import { createReader } from '../../../../bench/evaluation/index.js';
import { loadLexicon } from '../../../../lexicon/index.js';

const reader = createReader(loadLexicon());

describe('the title of a paper', () => {
  it.each([
    [
      'is the full one below the kind of paper',
      '平河市审计局\n审计移送处理书\n平审移〔2021〕4号\n关于平河县水务局河堤资金管理使用中有关问题的移送处理书\n平河市纪委：\n审计发现，平河县水务局局长江山挪用河堤专项资金42万元。现移送你委。\n2021年5月6日',
      '关于平河县水务局河堤资金管理使用中有关问题的移送处理书',
    ],
    [
      'names the accused where its own names nobody',
      '平河市审计局\n审计移送处理书\n平河市纪委：\n审计发现，平河县水务局局长欧阳春挪用河堤专项资金42万元。现移送你委。\n2021年5月6日',
      expect.stringMatching(/^反映平河县水务局局长欧阳春/),
    ],
    [
      'tells of an appeal what it asks for',
      '申诉书\n申诉人：田野，男，住平河县人民路3号。\n申诉人不服中共平河县纪委2020年3月2日作出的《关于给予田野同志党内警告处分的决定》，现提出申诉。\n申诉请求：撤销平纪〔2020〕9号处分决定，恢复申诉人名誉。\n申诉人：田野\n2020年4月1日',
      expect.stringMatching(/^申诉请求：撤销/),
    ],
  ])('%s', (_, text, title) => {
    expect(reader.topics(text).title).toEqual(title);
  });
});

describe('who comes forward about himself', () => {
  it.each([
    '关于本人有关问题的情况说明\n县纪委：\n我叫欧阳春，现任平河县水务局副局长。现主动向组织说明如下问题：2018年春节，包工头石小满到我家拜年，放下现金2万元，我收下了，一直没有上交。愿意接受组织处理。\n说明人：欧阳春\n2020年3月30日',
    '主动交代材料\n平河县监委：\n本人欧阳春，平河县水务局副局长，主动交代：2019年中秋收受石小满购物卡5000元。\n欧阳春\n2021年2月1日',
  ])('explains it and is not reported: %.8s', (text) => {
    const { title, summary, petitionClass } = reader.topics(text);
    expect(petitionClass).toBe('report');
    expect(title).toMatch(/^平河县水务局副局长欧阳春主动说明/);
    expect(summary).toMatch(/^平河县水务局副局长欧阳春主动说明/);
  });
});

describe('the summary of a paper in which everything is said of its writer', () => {
  it('names the matter', () => {
    const text =
      '求助信\n县委书记：\n我家2016年因为修路拆迁，镇里答应我家2018年给安置房，到现在我家还没有房子住。恳请领导帮我们解决安置房问题。\n居民 石小满';
    expect(reader.topics(text).summary).toBe('涉及修路、安置房等事项。');
  });

  it('does not begin with what answers words that are left out', () => {
    const text =
      '我叫石小满，开了一家面馆。我借给朋友8万元，他一直不还，我起诉到法院，执行局一分钱也没有执行回来。明明他还开着一辆好车！请领导帮帮我。';
    expect(reader.topics(text).summary).toMatch(/^(?!明明).*执行局/);
  });
});
