import { describe, expect, it } from '@jest/globals';
import { loadLexicon } from '../../../../lexicon/index.js';
import { readEntities } from '../../../../pipelines/entities/index.js';
import { itemOf } from '../../../../pipelines/items/index.js';
import { createSegmenter } from '../../../../pipelines/segmentation/index.js';

const lexicon = loadLexicon();
const segmenter = createSegmenter(lexicon);
const read = (text: string) =>
  readEntities(itemOf(text), segmenter.words(text), { receivedOn: '2023-06-01', channel: null }, lexicon);
const persons = (text: string) => [
  ...new Set(
    read(text)
      .mentions.filter((m) => m.type === 'person')
      .map((m) => m.text),
  ),
];
const accused = (text: string) => read(text).accused.map((a) => a.name);

describe('names and the words around them', () => {
  it.each([
    ['洑口镇镇长殷实2020年卖了房，钱没有入账。', ['殷实']],
    ['李强\n洑口镇中学教务主任，收了家长的红包。', ['李强']],
    ['潘小军现任湾塘市民政局局长。', ['潘小军']],
    ['局长谷雨把工程给了他表弟，谷雨还收了钱。', ['谷雨']],
    ['县住建局质安站站长危石收了五千元。危石没有开票。', ['危石']],
    ['麓台县水务局局长招小兵收了钱。后来又去找招小兵，他不认账。', ['招小兵']],
    ['我去找励志刚，他不认账。麓台县水务局局长励志刚后来把钱退了。', ['励志刚']],
    ['签字验收的两个人，卫凡、樊不凡。', ['卫凡', '樊不凡']],
  ])('%s', (text, wanted) => expect(persons(text)).toEqual(wanted));

  it.each(['张秀', '李林', '王波', '陈静', '赵磊', '周敏', '吴刚', '杨帆', '马超', '高峰'])(
    'a name of two characters before 任: %s',
    (name) => {
      expect(persons(`${name}任麓台县教育局局长期间，收受包工头现金。`)).toEqual([name]);
    },
  );

  it.each([
    '任湾塘市民政局局长期间收受现金。',
    '他指使保管科科长改了账。',
    '问村会计，村会计说真正的账在镇里。',
  ])('nobody is named: %s', (text) => expect(persons(text)).toEqual([]));
});

describe('who is meant', () => {
  it.each([
    [
      'nobody whom a bookkeeper tells of',
      '县纪委：\n白鹭乡渔塘村支书宫有田把鱼塘包给他儿子。村会计说真正的合同没有见过。\n村民',
      ['宫有田'],
    ],
    [
      'one person by two names',
      '县纪委：\n请查县粮食局姓詹的副局长，大家叫他詹局长，詹局长2012年把陈粮卖给酒坊，钱没有入账。\n职工',
      ['詹局长'],
    ],
  ])('%s', (_, text, wanted) => expect(accused(text)).toEqual(wanted));
});
