import { describe, expect, it } from '@jest/globals';
import { createTextReader } from '../../../../bench/evaluation/index.js';
import { loadLexicon } from '../../../../lexicon/index.js';

const read = createTextReader(loadLexicon());

const summaryOf = async (text: string) => (await read(text, '2023-06-01')).topics[0]!.summary;

describe('whose deed a summary tells', () => {
  it.each([
    [
      'what another got, with his name',
      '青溪县纪委：\n青溪县人防办主任伏启明私设小金库，会计段志强经手。2019年年底，段志强从小金库里分得5万元，司机老孟分得1万元。\n一名职工',
      /段志强从小金库里分得5万元/,
      /^反映[^：]{1,30}：(?:2019年年底，)?分得/,
    ],
    [
      'no gift that was not kept',
      '青溪县纪委：\n我反映青溪县人防办工程科科长卢长河。2020年中秋，金桂园的老板邱大海送给卢长河现金3万元，卢长河没有收，当场退了回去。同年11月，他在金桂园的验收表上签字，应建面积少建2100平方米。\n知情人',
      /他在金桂园的验收表上签字/,
      /3万元/,
    ],
    [
      'what the writer saw, not what he heard',
      '领导：\n听说县人防办主任岳正阳收了开发商50万，是真是假我不知道。我知道的是，锦绣城应缴易地建设费310万元，他一个人签字免了，没有开会研究。',
      /他一个人签字免了/,
      /50万/,
    ],
    [
      'what a relative did as his',
      '青溪县纪委：\n青溪县人防办主任常树林的弟弟常树森开的公司包了三处洞子，租金一分未交，没有公开招租。',
      /常树林的弟弟常树森开的公司包了三处洞子/,
      /主任常树林：其?弟弟/,
    ],
    [
      'a threat whole or not at all',
      '青溪县纪委：\n如果谁要建房不送钱，青溪县人防办审批科科长方大同就压着不批。2022年4月老板罗某托人给他送去两条烟、一万元，第二天就批了。',
      /一万元/,
      /：就压着不批/,
    ],
    [
      'nothing of the writer himself',
      '青溪县纪委：\n我办驾校七年。交通局驾培科科长单天宝每年年检都要索要红包，2019年春节前收受每家驾校5000元。',
      /单天宝/,
      /驾校七年/,
    ],
    [
      'no fields of a form',
      '被反映人：孔祥瑞\n单位：青溪县人防办\n职务：综合科科长\n主要问题：2018年以来多次用公款报销个人餐费，合计4.6万元；安排其妻弟在下属协会领工资，从未上班。\n填报人：李某',
      /：2018年以来多次用公款报销个人餐费，合计4.6万元/,
      /职务|单位：|填报人/,
    ],
    [
      'who of several, where a sentence leaves him out',
      '举报：青溪县发改局王局长、李科长。王局长插手招标，把人防指挥所改造工程给了他同学的公司。李科长负责评标，泄露标底，事后分得5万元。',
      /李科长负责评标，泄露标底，事后分得5万元/,
      /；(?:负责|泄露|事后)/,
    ],
    [
      'the matter alone, where no clause is clear',
      '县纪委：\n青溪县人防办副主任汤怀远和质监站站长纪成功到我们工地验收，我们给汤怀远、纪成功各送2万元，他们就不提渗水的事了。',
      /^反映青溪县人防办副主任汤怀远等人[^：]*问题。涉嫌受贿。$/,
      /我们|各送/,
    ],
  ])('is %s', async (_, text, told, untold) => {
    const summary = await summaryOf(text);
    expect(summary).toMatch(told);
    expect(summary).not.toMatch(untold);
  });
});

describe('what a summary begins with', () => {
  it.each([
    [
      'is no word that joins it to what was left out',
      '县纪委：\n青溪县人防办主任伏启明的事。还有，伏启明2019年收受开发商邱大海现金12万元。\n知情人',
      /收受开发商邱大海现金12万元/,
      /还有/,
    ],
    [
      'says a section once that unit and post both name',
      '被反映人：宦海\n单位：青溪县城市管理局执法支队\n职务：执法支队支队长\n主要问题：2019年收受老板现金12万元。',
      /反映青溪县城市管理局执法支队支队长宦海/,
      /执法支队执法支队/,
    ],
  ])('%s', async (_, text, told, untold) => {
    const summary = await summaryOf(text);
    expect(summary).toMatch(told);
    expect(summary).not.toMatch(untold);
  });
});

describe('who comes between a charge and a deed that names nobody', () => {
  const between = (words: string, name = '伏启明') =>
    summaryOf(
      `县纪委：\n举报石涧县人防办主任${name}违规减免人防费。${words}。利用职权收受开发商现金30万元。\n知情人`,
    );

  it.each([
    '前任主任早已退休',
    '办公室主任和司机也不干净',
    '原主任2018年调走',
    '村主任也不干净',
    '副主任也不干净',
    '住建局主任也不干净',
    '住建局也不管',
    '工程科的几个同事都有份',
    '那几个人都有份',
    '大家都有份',
    '伏启明弟弟也有份',
  ])('is not the accused: %s', async (words) => {
    expect(await between(words)).not.toContain('30万元');
  });

  it.each([
    '主任不怕查',
    '人防办主任不怕查',
    '该主任不怕查',
    '伏主任不怕查',
    '伏启明不怕查',
    '伏启明亲自过问',
    '人防办不怕查',
  ])('is the accused: %s', async (words) => {
    expect(await between(words)).toMatch(/反映石涧县人防办主任伏启明：.*收受开发商现金30万元/);
  });

  it.each([
    ['师长春', '老师们都有意见'],
    ['张伟', '张伟民是开发商'],
  ])('is another whose name holds the one of %s', async (name, words) => {
    expect(await between(words, name)).not.toContain('30万元');
  });

  it.each([
    ['张伟', '老张不怕查'],
    ['张伟', '张主任不怕查'],
    ['欧阳明', '欧阳主任不怕查'],
  ])('is %s: %s', async (name, words) => {
    expect(await between(words, name)).toContain('30万元');
  });
});
