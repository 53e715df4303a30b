import { describe, expect, it } from '@jest/globals';
import type { Item } from '../../../domain/index.js';
import { loadLexicon } from '../../../lexicon/index.js';
import { readEntities } from '../../../pipelines/entities/index.js';
import { sealItem } from '../../../pipelines/sealing/index.js';
import { createSegmenter } from '../../../pipelines/segmentation/index.js';

const lexicon = loadLexicon();
const segmenter = createSegmenter(lexicon);

function outside(text: string) {
  const item: Item = {
    ordinal: 0,
    member: null,
    row: null,
    text,
    pages: [{ number: 1, start: 0 }],
    recognised: false,
    confidence: 1,
    flags: [],
  };
  const facts = { receivedOn: '2023-06-01', channel: null };
  const { informant: _, ...rest } = sealItem(item, readEntities(item, segmenter.words(text), facts, lexicon));
  return { ...rest, json: JSON.stringify(rest) };
}

const body = '云泽县交通局局长范明志2019年5月收受老板20万元。';

describe('ways to reach the writer', () => {
  it.each([
    ['我叫李春梅，原在云泽县恒远路桥有限公司做会计，联系电话13987701234。', ['13987701234']],
    [
      '我叫李春梅，电话13987701234，13887709876，或者0877-6123456。',
      ['13987701234', '13887709876', '6123456'],
    ],
    ['有事打电話\n13887709876找我。', ['13887709876']],
    ['请打电话138877\n09876。', ['09876', '138877']],
    ['我的号码1 3 8 8 7 7 1 2 3 4 5。', ['3 8 8 7', '1 2 3 4 5']],
    ['可打一三八零零一三八零零零。', ['一三八零']],
    ['打１３８８７７０９８７６。', ['８８７７']],
    ['打138.8770.9876或(0877)6123456。', ['8770', '6123456']],
    ['我的微信号lichun_mei75，QQ：82736451，抖音号chunmei99。', ['lichun', '82736451', 'chunmei']],
    ['我的工号A20713。我的工商银行卡号6222021001116245702。', ['A20713', '6222021001116245702']],
    ['我的车云F12345被扣。', ['云F12345']],
    ['我公司电话0877-6123456。', ['6123456']],
    ['邮箱li@example.com，身份证53040219750302004X。', ['li@example', '53040219750302']],
  ])('%s', (words, secrets) => {
    const { json } = outside(`市纪委：\n${words}\n${body}\n2023年4月1日`);
    expect(secrets.filter((secret) => json.includes(secret))).toEqual([]);
    expect(json).toContain('范明志2019年5月收受老板20万元');
  });

  it.each([
    '范明志电话13988880000。',
    '范明志说好处要打到范明志卡号6222021001116245702。',
    '宏达公司电话0877-6123456。',
    '范明志开的车是云F12345。',
  ])('stays where it is another’s: %s', (words) => {
    expect(outside(`市纪委：\n${body}${words}\n2023年4月1日`).text).toContain(words);
  });

  it('stays in the paper of an office', () => {
    const text =
      '关于移送问题线索的函\n云纪函〔2023〕5号\n市纪委：\n现将云泽县交通局局长范明志涉嫌收受20万元的线索移送你委。\n联系人：王小明，电话：0877-6123456\n云泽县巡察办\n2023年4月1日';
    expect(outside(text).text).toContain('0877-6123456');
  });
});
