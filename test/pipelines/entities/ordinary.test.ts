import { describe, expect, it } from '@jest/globals';
import { loadLexicon } from '../../../lexicon/index.js';
import { readEntities } from '../../../pipelines/entities/index.js';
import { itemOf } from '../../../pipelines/items/index.js';
import { createSegmenter } from '../../../pipelines/segmentation/index.js';

const lexicon = loadLexicon();
const segmenter = createSegmenter(lexicon);
const read = (text: string) =>
  readEntities(itemOf(text), segmenter.words(text), { receivedOn: '2023-06-01', channel: null }, lexicon);
const personsOf = (text: string) =>
  read(text)
    .mentions.filter((m) => m.type === 'person')
    .map((m) => m.text);

const names = ['张秀', '王辉', '赵敏', '周斌', '张秀英', '李建国', '王晓东', '赵永贵', '周文斌'];

describe('a name at the usual places of a letter', () => {
  it.each([
    '某任清江县住建局局长期间，收受开发商好处。',
    '某担任清江县财政局局长期间，大吃大喝。',
    '2016年，某时任县人防办主任，违规减免费用。',
    '某利用职务便利，为他人谋取利益。',
    '某的妻子在县医院上班。',
    '我要举报某贪污公款。',
    '某通过虚开发票套取公款。',
    '某将公款存入个人账户。',
    '某于2018年3月收受红包。',
    '某与开发商勾结。',
    '局里的某把公车开回家。',
    '县国土局局长某收受贿赂。',
  ])('%s', (sentence) => {
    for (const name of names) expect(personsOf(sentence.replace('某', name))).toEqual([name]);
  });
});

describe('who is accused in an ordinary letter', () => {
  it.each([
    [
      '县纪委监委：\n张秀任清江县住建局局长期间，利用职务便利，多次收受开发商王建国送的现金，共计30万元，为其减免易地建设费。该局人防股股长李伟经手审批，也收了王建国2万元。\n该局会计刘芳可以作证。\n知情群众',
      ['张秀', '李伟'],
    ],
    [
      '反映县医院院长孙丽、药剂科主任周斌、设备科科长吴晓东收受回扣的问题\n孙丽自2015年任院长以来，指使周斌向药商收取回扣。药商代表黄涛每月送钱到周斌办公室。吴晓东在采购CT机时收受供货商谢辉现金8万元。护士长徐静拒绝在单子上签字，被调到后勤。',
      ['孙丽', '周斌', '吴晓东'],
    ],
    [
      '尊敬的县纪委领导：\n现举报县国土局副局长马强以权谋私。2019年马强把河滩地的采砂权给了老板高峰，高峰给了他15万元。砂场工人郑涛知道这件事。原局长林国栋曾经反对，没有用。',
      ['马强'],
    ],
  ])('%s', (text, accused) => {
    expect(read(text).accused.map((a) => a.name)).toEqual(accused);
  });
});

describe('names of peoples without the usual surnames', () => {
  it.each([
    ['村支书吉克五牛报死羊理赔。', '吉克五牛'],
    ['办这两个案子的都是副主任白额尔敦。', '白额尔敦'],
  ])('%s', (text, name) => {
    expect(personsOf(text)).toEqual([name]);
  });
});

describe('a post that is written as another post and its assistant', () => {
  it.each([
    ['举报区人民法院法官助理韩立群：2022年4月，韩立群向当事人索要现金8000元。', '法官助理'],
    ['反映县人民检察院检察官助理邱大海：2023年1月，邱大海收受嫌疑人家属现金2万元。', '检察官助理'],
  ])('%s', (text, post) => {
    expect(read(text).accused.map((a) => a.position)).toEqual([post]);
  });
});
