import { describe, expect, it } from '@jest/globals';
import { createReader } from '../../../bench/evaluation/index.js';
import { loadLexicon } from '../../../lexicon/index.js';

const reader = createReader(loadLexicon());

describe('a paper that takes back what another wrote', () => {
  it.each([
    '县纪委：\n前几天有人用我的名字给你们写信，告我们局长易中天，我声明：那封信不是我写的，是有人冒名。易局长是个好领导，我没有任何意见。\n县气象局 令狐聪\n2024年5月5日',
    '县监委：\n听说有人冒用我的名义举报粮站站长高山，我没有写过任何举报材料，签名也不是我的。高站长工作认真。\n粮站职工 常有福',
    '声明\n市纪委：网上那个告我校校长方圆的帖子不是我发的，有人盗用我的身份。方校长为人正派，特此声明。\n教师 林小雨',
  ])('reports nobody, and a person looks: %s', (text) => {
    expect(reader.topics(text)).toMatchObject({ petitionClass: 'no-substance', mayBeReport: true });
  });

  it('reports whom its writer charges himself', () => {
    const text =
      '县纪委：\n上次有人冒用我的名字写信。那封信不是我写的，但我真正要举报的是县气象局局长易中天，2022年5月收受承包商现金8万元。\n令狐聪';
    expect(reader.topics(text).petitionClass).toBe('report');
  });
});

describe('a paper whose writer only wants what he is owed', () => {
  it.each([
    '同志：\n我是个包工头，2018年给县人防指挥所装修，干了活，人防办还欠我尾款7万4。去年找到主任房玄龄，他说钱早就拨给公司了。公司说没收到。请你们帮我要钱。\n包工头 米有才',
    '领导：装修公司老板刘二欠我们工人工资12万不给，去医院找院长马明，院长说跟公司结清了。求你们帮我们讨回工钱。\n工人代表 王强',
  ])('charges nobody, and a person looks: %s', (text) => {
    expect(reader.topics(text)).toMatchObject({ petitionClass: 'out-of-scope', mayBeReport: true });
  });

  it('reports who asked him for money', () => {
    const text =
      '同志：\n人防办欠我尾款7万4。主任房玄龄2019年3月向我索要好处费2万元，我给了，他还是不给我钱。请你们帮我要钱，查处房玄龄。\n包工头 米有才';
    expect(reader.topics(text).petitionClass).toBe('report');
  });

  it.each([
    '粮站站长高远不给我们粮款9万，却把收来的好粮卖给他姐夫，账上记成霉粮。请帮我们要回粮款。',
    '人防办主任高远欠我借款30万，他借去放高利贷、赌博，还常带企业老板去赌。请你们帮我讨回。',
  ])('reports an official who owes it himself: %s', (text) => {
    expect(reader.topics(text).petitionClass).toBe('report');
  });
});

describe('a paper that stands by what another wrote', () => {
  it('is no disavowal', () => {
    const text =
      '网上那份材料不是我写的，但里面说的千真万确。校长高远让老师买他老婆卖的保险，不买就不让评职称。';
    expect(reader.topics(text).petitionClass).toBe('report');
  });
});
