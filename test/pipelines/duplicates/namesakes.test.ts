import { describe, expect, it } from '@jest/globals';
import { createTextReader } from '../../../bench/evaluation/index.js';
import { loadLexicon } from '../../../lexicon/index.js';
import { type MatterText, sameMatter, unitFormOf } from '../../../pipelines/duplicates/index.js';

const lexicon = loadLexicon();
const form = unitFormOf(lexicon);
const read = createTextReader(lexicon);

interface Told {
  /** Whom, with his post: 市水利局局长韩天明. */
  who: string;
  name?: string;
  deed?: string;
  /** Further paragraphs. */
  more?: string;
  signed?: string;
}

/** A letter after the pattern that passes from hand to hand: only whom it is about and one deed are its own. */
const letterOf = ({ who, name = '韩天明', deed, more, signed = '2018年5月3日' }: Told) =>
  [
    '尊敬的澜川市纪委监委领导：',
    `我们是一群普通群众，现向你们反映${who}的有关问题，请组织调查核实。`,
    `一、${name}利用职务便利，在工程发包中不讲规矩，一人说了算，${deed ?? '把单位的活交给自己的亲戚去做，从中收受好处'}。`,
    `二、${name}生活作风不正，经常出入高档会所，公车私用，群众意见很大，影响很坏。`,
    `三、${name}对职工打击报复，谁提意见就给谁穿小鞋，大家敢怒不敢言。`,
    ...(more ? [more] : []),
    '以上情况句句属实，恳请上级领导派人来查，还群众一个公道。',
    '知情群众',
    signed,
  ].join('\n');

async function paperOf(told: Told): Promise<MatterText> {
  const { sealed } = await read(letterOf(told), '2018-06-01');
  expect(sealed).toHaveLength(1);
  return { text: sealed[0]!.text, recognised: false, sealed: sealed[0]! };
}

async function decisionsOn(a: Told, b: Told) {
  const [one, other] = [await paperOf(a), await paperOf(b)];
  return [sameMatter(one, other, form), sameMatter(other, one, form)];
}

describe('two papers of one pattern that accuse one name', () => {
  it.each<[string, Told, Told]>([
    ['two bureaus of a city', { who: '市交通运输局局长韩天明' }, { who: '市水利局局长韩天明' }],
    [
      'two bureaus, each with its works',
      { who: '市交通运输局局长韩天明', deed: '把农村公路养护交给自己的亲戚去做' },
      { who: '市水利局局长韩天明', deed: '把河道清淤交给自己的亲戚去做' },
    ],
    ['one bureau of two counties', { who: '石涧县教育局局长韩天明' }, { who: '望川县教育局局长韩天明' }],
    [
      'a bureau of the city and one of a county',
      { who: '市林业局局长韩天明' },
      { who: '石涧县林业局局长韩天明' },
    ],
    ['two towns', { who: '石涧县青山镇镇长韩天明' }, { who: '石涧县白水镇镇长韩天明' }],
    ['two villages', { who: '青山镇大塘村村支书韩天明' }, { who: '青山镇新桥村村支书韩天明' }],
    [
      'villages of one name in two towns',
      { who: '青山镇大塘村村主任韩天明' },
      { who: '白水镇大塘村村主任韩天明' },
    ],
    ['two schools', { who: '澜川市第一中学校长韩天明' }, { who: '澜川市第三中学校长韩天明' }],
    ['two hospitals', { who: '石涧县人民医院院长韩天明' }, { who: '石涧县中医院院长韩天明' }],
    ['two firms', { who: '澜川市城投公司董事长韩天明' }, { who: '澜川市水务公司董事长韩天明' }],
    [
      'two bureaus, the other of which is named as somebody else’s',
      { who: '市财政局局长韩天明' },
      { who: '市民政局局长韩天明', more: '四、市财政局多次提醒，账目仍不公开。' },
    ],
    [
      'a re-report years later of which only the name is the same',
      { who: '市审计局局长韩天明', signed: '2014年5月3日' },
      { who: '市商务局局长韩天明', signed: '2018年9月8日' },
    ],
  ])('keeps %s apart', async (_, a, b) => {
    for (const decision of await decisionsOn(a, b))
      expect(decision).toMatchObject({ same: false, reasons: ['other-accused'] });
  });

  it.each<[string, Told, Told]>([
    [
      'with the city before the bureau',
      { who: '市交通运输局局长韩天明' },
      { who: '澜川市交通运输局局长韩天明' },
    ],
    ['with the bureau in short', { who: '市交通运输局局长韩天明' }, { who: '市交通局局长韩天明' }],
    ['with the committee in short', { who: '市发改委主任韩天明' }, { who: '市发展和改革委员会主任韩天明' }],
    ['under its former name', { who: '石涧县国土局局长韩天明' }, { who: '石涧县自然资源局局长韩天明' }],
    ['with a part of the bureau', { who: '市水利局局长韩天明' }, { who: '市水利局水政科科长韩天明' }],
    ['with the county added', { who: '青山镇镇长韩天明' }, { who: '石涧县青山镇镇长韩天明' }],
    ['with the town added', { who: '大塘村村支书韩天明' }, { who: '青山镇大塘村村支书韩天明' }],
    [
      'as head of the party and of the government',
      { who: '青山镇党委书记韩天明' },
      { who: '青山镇政府镇长韩天明' },
    ],
    ['without a unit', { who: '市交通运输局局长韩天明' }, { who: '韩天明' }],
    [
      'whose former unit one of them knows',
      { who: '市交通运输局局长韩天明' },
      { who: '原市交通运输局局长、现市水利局局长韩天明' },
    ],
    [
      'whose former unit a later sentence tells',
      { who: '市交通运输局局长韩天明' },
      { who: '市水利局局长韩天明', more: '四、韩天明在市交通运输局工作期间就有人反映他，一直没有下文。' },
    ],
    [
      'in another post with the same giver',
      { who: '市交通运输局局长韩天明', deed: '在公路养护中收受老板龚少华的现金', signed: '2014年5月3日' },
      { who: '市水利局局长韩天明', deed: '在公路养护中收受老板龚少华的现金', signed: '2018年5月3日' },
    ],
    [
      'in another post with the same sums and days',
      { who: '市交通运输局局长韩天明', deed: '2013年6月收受包工头现金8万元', signed: '2014年5月3日' },
      { who: '市水利局局长韩天明', deed: '2013年6月收受包工头现金8万元', signed: '2018年5月3日' },
    ],
  ])('joins them %s', async (_, a, b) => {
    for (const decision of await decisionsOn(a, b)) expect(decision).toMatchObject({ same: true });
  });
});
