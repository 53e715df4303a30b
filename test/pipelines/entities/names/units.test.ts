import { describe, expect, it } from '@jest/globals';
import { loadLexicon } from '../../../../lexicon/index.js';
import { readEntities } from '../../../../pipelines/entities/index.js';
import { itemOf } from '../../../../pipelines/items/index.js';
import { createSegmenter } from '../../../../pipelines/segmentation/index.js';

const lexicon = loadLexicon();
const segmenter = createSegmenter(lexicon);
const read = (text: string) =>
  readEntities(itemOf(text), segmenter.words(text), { receivedOn: '2023-06-01', channel: null }, lexicon);
const named = (text: string, type: string) =>
  read(text)
    .mentions.filter((m) => m.type === type)
    .map((m) => m.text);

describe('where the name of a unit begins', () => {
  it.each([
    ['拉萨河口市纪委监委：\n请查处工程质量问题。', '拉萨河口市纪委监委'],
    ['办属沐阳市人防工程维护站三年内先后有站长、会计、出纳三人受处分。', '沐阳市人防工程维护站'],
    ['举报台江湾市建设工程质量检测中心有限公司出具虚假报告。', '台江湾市建设工程质量检测中心有限公司'],
    ['旅行社是谷城市春秋假日旅行社，团费8万元。', '谷城市春秋假日旅行社'],
    ['2020年县发改局副局长刘伟民收受红包。', '县发改局'],
    ['举报A市人防办主任李国平收受红包。', 'A市人防办'],
    ['B县住建局副局长王志强也知道。', 'B县住建局'],
    ['我室对群众反映县人防办副主任水清有关问题进行了核实。', '县人防办'],
    ['对匿名举报市住建局副局长江山一事进行了核查。', '市住建局'],
    ['来信人控告平河县水务局局长马得胜。', '平河县水务局'],
  ])('%s', (text, unit) => {
    expect(named(text, 'organisation')).toEqual([unit]);
  });

  it('reads a room that handles the matter without its office', () => {
    expect(named('办理方式：自办\n承办部门：纪检监察一室\n是否重复：否', 'organisation')).toEqual([
      '纪检监察一室',
    ]);
  });
});

describe('a letter in the place of a name', () => {
  it.each([
    ['李国平家住A市，常去外地。', ['A市']],
    ['他在××县收受贿赂3万元。', ['××县']],
  ])('%s', (text, places) => {
    expect(named(text, 'place')).toEqual(places);
  });

  it('is no place where it is a part of an estate', () => {
    expect(named('锦绣东方B区没有建地下室。', 'place')).toEqual([]);
  });
});

describe('a post that somebody holds', () => {
  it.each([
    ['会计刘芳可以作证。', ['会计']],
    ['县人防办主任王建国收了钱，出纳是他外甥女。', ['主任', '出纳']],
  ])('%s', (text, posts) => {
    expect(named(text, 'position')).toEqual(posts);
  });

  it('is none where it is a kind of people', () => {
    expect(named('请市长您为民做主，民警也管不了。', 'position')).toEqual([]);
  });
});

it('keeps the unit of an accused who is of the writer’s own', () => {
  const { accused } = read(
    '我是凌河县统计局的职工赵小军，本局副局长钱建国收受礼金两万元，请查处。\n赵小军\n2022年3月1日',
  );
  expect(accused).toMatchObject([{ name: '钱建国', organisation: '凌河县统计局', position: '副局长' }]);
});
