import { describe, expect, it } from '@jest/globals';
import { createReader } from '../../../bench/evaluation/index.js';
import { loadLexicon } from '../../../lexicon/index.js';

const reader = createReader(loadLexicon());

describe('money that somebody in office keeps', () => {
  it.each([
    '尊敬的纪检领导：\n孩子在市职教中心读书，实习被安排到电子厂，每月工资4200元，学校抽走1200元，一共抽走100.8万元。负责的是招生就业处处长和校长。希望纪委查处。\n学生家长',
    '来信\n我们村的会计叫刁德一，他管账管了十五年，水塘承包费、门面房租金，一年少说八万，从来不上墙公布。去年村民去镇上问，镇经管站说账在他家丢了。请上级来查账。',
    '反映信\n××镇的镇长把征我家3.6亩地的钱扣了，我也不知道他叫什么名字。2023年高铁征地，给我们组只算3万，差的钱说是“工作经费”。一共差了将近90万。',
    '我是柳林组的，修水库占地，乡长把我们组的青苗补偿费截下来18万，说留着修路，路到现在也没修。',
  ])('is never passed over: %s', (text) => {
    const { petitionClass, mayBeReport } = reader.topics(text);
    expect(petitionClass === 'report' || mayBeReport).toBe(true);
  });

  it.each([
    '我是退休教师，县长，我的取暖费没有到账，不知道去哪里领，请县长帮助。',
    '我申请低保，乡长说材料没有公示所以没批。请给我办低保。',
    '物业把我们的停车费扣下了，业委会主任不公布账目，社区主任高远也不管。请解决噪音问题。',
  ])('is no report by itself: %s', (text) => {
    expect(reader.topics(text).petitionClass).toBe('out-of-scope');
  });

  it.each([
    '领导您好：\n物业公司的项目经理把我们业主的停车费扣下不公示，电梯坏了也不修，物业费从1.9元涨到2.8元。请帮我们解决。',
    '市纪委：\n征地补偿款已经如数打到各家的折子上，村干部没有截留。我们只是嫌补偿标准低，一亩三万二，邻县四万。请给我们涨一点。',
  ])('is not where nobody in public office keeps any: %s', (text) => {
    expect(reader.topics(text)).toMatchObject({ petitionClass: 'out-of-scope', mayBeReport: false });
  });
});
