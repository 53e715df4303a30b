import { describe, expect, it } from '@jest/globals';
import { loadLexicon } from '../../../lexicon/index.js';
import { readEntities } from '../../../pipelines/entities/index.js';
import { itemOf } from '../../../pipelines/items/index.js';
import { sealItem } from '../../../pipelines/sealing/index.js';
import { createSegmenter } from '../../../pipelines/segmentation/index.js';

const lexicon = loadLexicon();
const segmenter = createSegmenter(lexicon);
const receipt = { receivedOn: '2018-06-01', channel: null };

function outside(text: string) {
  const entities = readEntities(itemOf(text), segmenter.words(text), receipt, lexicon);
  const { informant: _, ...rest } = sealItem(itemOf(text), entities);
  return { text: rest.text, json: JSON.stringify(rest) };
}

const charge =
  '我反映临川县人防办主任申屠海在2017年收受某房地产公司8万元，违规减免易地建设费120万元。请严肃查处。';
const inEnglish =
  'I report that Shentu Hai, director of the Linchuan Civil Air Defence Office, took 80,000 yuan in 2017. His accountant Wang Qiang saw it.';

describe('a writer in English', () => {
  it.each([
    [
      `Dear Sir,\n${inEnglish}\n\nYours faithfully,\nGan Yutian\n12 Dongguan Street\nTel: 15400000201`,
      ['Yutian', '12 Dongguan', '15400000201'],
    ],
    [
      `My name is Gan Yutian and I live at 77 East Gate Road, Room 402. ${inEnglish}\nPlease call me at +86 154 0000 0201.`,
      ['Yutian', '77 East', 'Room 402', '154 0000 0201'],
    ],
    [`From: Tom Rao <tom.rao@example.com>\n\n${inEnglish}\nA citizen`, ['Tom Rao', 'tom.rao@']],
    [`Name: Rao Qiuyue\nAddress: Flat 3B, Lane 3\n\n${inEnglish}`, ['Qiuyue', 'Lane 3']],
    [`${inEnglish}\nA citizen\nP.S. You can reach me at 77 East Gate Road.`, ['77 East']],
  ])('is sealed: %s', (words, secrets) => {
    const { text, json } = outside(words);
    expect(secrets.filter((secret) => json.includes(secret))).toEqual([]);
    expect(text).toContain('Shentu Hai');
    expect(text).toContain('Wang Qiang');
  });

  it('leaves the accused in the block of the accused', () => {
    const { text } = outside(
      `Accused\nName: Shentu Hai\nAddress: 5 Wenhua Road\n\nComplainant\nName: Gan Yutian\n${inEnglish}`,
    );
    expect(text).toContain('Name: Shentu Hai\nAddress: 5 Wenhua Road');
    expect(text).not.toContain('Yutian');
  });
});

describe('what the way of sending tells of the writer', () => {
  it.each([
    [`寄件人：临川县东关街77号 甘雨田\n收件人：临川县纪委信访室\n${charge}`, ['甘雨田', '东关街77号']],
    [`寄自：临川县东关街77号甘雨田\n${charge}`, ['甘雨田', '东关街77号']],
    [
      `临川县文化路1号\n中共临川县纪律检查委员会信访室 收\n　　　临川县东关街77号3栋402室 甘雨田\n\n${charge}`,
      ['甘雨田', '东关街77号', '402室'],
    ],
    [`${charge}\n一名群众\n另：回复请寄临川县东关街77号饶秋月转。`, ['东关街77号', '饶秋月']],
    [
      `From: "Gan Yutian" <gan@example.com>\nTo: jw@example.org\nCc: gan88@example.com, "饶秋月" <rao@example.com>\nReply-To: home77@example.net\n\n${charge}`,
      ['Yutian', 'gan@', 'gan88', '饶秋月', 'rao@', 'home77'],
    ],
    [`网名：清风细雨\n${charge}`, ['清风细雨']],
    [`我的微信名是风轻云淡。${charge}`, ['风轻云淡']],
    [`俺小名叫狗剩，大名甘雨田。${charge}`, ['狗剩', '甘雨田']],
    [
      `举报人：甘雨田\n被举报人：申屠海\n反映问题：收受8万元\n备注：打不通时联系其爱人饶秋月15400000555`,
      ['甘雨田', '饶秋月', '15400000555'],
    ],
    [
      `举报人\t甘雨田\t电话\t15400000201\n被举报人\t申屠海\t单位\t临川县人防办\n主要问题\t收受8万元\n备注\t配偶饶秋月，电话15400000555`,
      ['甘雨田', '饶秋月', '15400000555'],
    ],
    [
      `临川县人防办：\n现将甘雨田的举报信转去，请依规处理。\n反映申屠海收受8万元。\n临川县纪委信访室\n2018年5月6日`,
      ['甘雨田'],
    ],
  ])('is sealed: %s', (words, secrets) => {
    const { text, json } = outside(words);
    expect(secrets.filter((secret) => json.includes(secret))).toEqual([]);
    expect(text).toContain('申屠海');
  });

  it.each([
    [`申屠海外号“申大头”，网名叫老申。${charge}`, ['申大头', '老申']],
    [`举报人：甘雨田\n申屠海的妻子饶秋月，电话15400000777，替他收钱。${charge}`, ['饶秋月']],
    [`被举报人：申屠海\n配偶：饶秋月\n单位：临川县人防办\n主要问题：收受8万元`, ['饶秋月']],
    [`发件人：gan@example.com\n抄送：临川县纪委 <lcjw@example.com>\n\n${charge}`, ['临川县纪委']],
    ['现将申屠海的问题线索转去，请阅处。\n市纪委', ['申屠海']],
  ])('leaves others readable: %s', (words, shown) => {
    const { text } = outside(words);
    expect(shown.filter((word) => !text.includes(word))).toEqual([]);
  });
});
