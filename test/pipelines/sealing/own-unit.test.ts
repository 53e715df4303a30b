import { describe, expect, it } from '@jest/globals';
import { loadLexicon } from '../../../lexicon/index.js';
import { readEntities } from '../../../pipelines/entities/index.js';
import { itemOf } from '../../../pipelines/items/index.js';
import { sealItem } from '../../../pipelines/sealing/index.js';
import { createSegmenter } from '../../../pipelines/segmentation/index.js';
import { seededRandom } from '../../../samples/rendering/seeded-random.js';

const lexicon = loadLexicon();
const segmenter = createSegmenter(lexicon);
const receipt = { receivedOn: '2023-06-01', channel: null };

function outside(text: string) {
  const item = itemOf(text);
  const entities = readEntities(item, segmenter.words(text), receipt, lexicon);
  const { informant: _, ...rest } = sealItem(item, entities);
  return { ...rest, json: JSON.stringify(rest) };
}

const charge = '石涧县民防局局长王德才2019年5月收受老板20万元。';

describe("a writer of the accused's own unit", () => {
  it.each([
    '对我作出的处分决定有异议，请上级纪委复查。',
    '希望组织复查。',
    '请予复核我的处分。',
    '恳求组织复查。',
    '请组织进行复核。',
    '对处分决定有异议，希望上级纪委复查。',
    '请求为我平反。',
    '希望组织重新审查。',
  ])('is sealed with his unit where he contests a decision: %s', (words) => {
    const { text } = outside(`县纪委：\n${words}我叫李晓东，是石涧县民防局职工。${charge}`);
    expect(text).not.toContain('石涧县民防局职工');
    expect(text).toContain('石涧县民防局局长王德才');
  });

  it.each([
    [`举报石涧县人民医院院长王德才2019年收受20万元。\n石涧县人民医院放射科 李晓东\n2023年4月1日`, '放射科'],
    [`石涧县人民医院院长王德才2019年收受20万元。\n举报人：石涧县人民医院放射科李晓东`, '放射科'],
    [`石涧县人民医院院长王德才2019年收受20万元。我叫李晓东，在石涧县人民医院放射科工作。`, '放射科'],
    ['举报青石镇竹园村主任王德才2019年收受20万元。\n青石镇竹园村东李晓东\n2023年4月1日', '竹园村东'],
    ['举报青石镇竹园村主任王德才2019年收受20万元。\n青石镇竹园村王家湾李晓东\n2023年4月1日', '王家湾'],
    [`举报信\n${charge}\n石涧县民防局家属楼四单元李晓东\n2023年4月1日`, '四单元'],
    [`举报信\n${charge}\n石涧县民防局家属楼四单元李晓东\n2023年4月1日`, '家属楼'],
  ])('never shows what is narrower than the unit: %s', (words, secret) => {
    const { json } = outside(words);
    expect(json).not.toContain(secret);
    expect(json).toContain('王德才');
  });

  it('leaves readable what names the accused, where a post and a name follow', () => {
    const { text } = outside(
      '举报信\n枣林县民防局局长王德才2019年收受20万元。\n枣林县民防局驾驶员　丰收年\n2023年4月1日',
    );
    expect(text).toContain('\n▇▇▇▇▇▇▇▇▇　▇▇▇\n');
  });

  it.each([
    '举报人：李晓东，石涧县民防局职工。\n举报石涧县民防局局长王德才：2019年5月收受老板20万元。',
    '来访人：李晓东，58岁，石涧县民防局退休干部\n反映我们单位局长王德才。2019年5月王德才收受老板20万元。',
    '县纪委：\n我是李晓东，石涧县民防局的四级调研员。局长王德才2019年5月收受老板20万元，副局长陈素芬把公款3万元存进自己的账户。',
  ])('shows what the accused are of, though a field or the name stands beside it: %s', (words) => {
    const { json, accused } = outside(words);
    expect(json).not.toContain('李晓东');
    expect(accused.map((a) => a.organisation)).toContain('石涧县民防局');
    expect(new Set(accused.map((a) => a.organisation)).size).toBe(1);
  });

  it.each([
    '来电人：李晓东，男，石涧县民防局原局长\n来电人称，2022年11月因工程未招标被免职并受记大过处分，工程是前任局长王德才2019年定的。多次说“冤枉”，不知能不能申请复审。',
    '县纪委：\n我是李晓东，石涧县民防局的。2015年县纪委给我撤销党内职务，钱是局长王德才2013年叫我报的。',
  ])('is sealed with his unit where somebody else tells that he contests one: %s', (words) => {
    const { json } = outside(words);
    expect(json).not.toContain('李晓东');
    expect(json).not.toContain('石涧县民防局');
  });

  it('does not spare himself by being read as accused', () => {
    const { json } = outside(
      '县纪委：\n我是石涧县水泥厂职工李晓东，石涧县民政局局长王德才2019年收受老板20万元。\n李晓东 13987701234',
    );
    expect(json).not.toContain('水泥厂');
    expect(json).not.toContain('李晓东');
  });
});

it.each([
  [
    'a signature that could be a mountain',
    `县纪委：\n${charge}\n我是炉前工，说的话是真的。\n呼铁山\n15498010837\n2023年4月1日`,
    '呼铁山',
  ],
  ['a unit in whose name stands 通', `我是云泽县交通局质检科会计郑建军，实名举报${charge}`, '郑建军'],
])('seals the name of %s', (_, text, name) => {
  expect(outside(text).json).not.toContain(name);
});

const units = [
  ['石涧县民防局', '局长'],
  ['平河县水务局', '副局长'],
  ['云泽县交通局', '局长'],
  ['临江区住建局', '局长'],
  ['石涧县人民医院', '院长'],
] as const;
const sections = ['财务股', '工程科', '办公室', '质检科', '人事股', '档案室', '后勤科'];
const posts = ['出纳', '会计', '科员', '驾驶员', '档案员', '技术员', '工程师', '统计员', '炊事员'];
const surnames = [...'李赵孙周吴郑冯陈褚卫蒋沈韩杨'];
const given = ['晓东', '春梅', '建军', '丽娟', '海波', '文静', '国栋', '玉兰', '志强', '明'];

type Letter = { own: string; place: string; charge: string };
/** `own`: the writer's name, `place`: his unit, section and post. */
const frames: ((letter: Letter) => string)[] = [
  (l) => `我是${l.place}${l.own}，实名举报${l.charge}`,
  (l) => `县纪委：\n举报${l.charge}\n${l.place}${l.own}\n2023年4月1日`,
  (l) => `县纪委：\n${l.charge}\n${l.place} ${l.own}\n2023年4月1日`,
  (l) => `我叫${l.own}，是${l.place}，实名举报${l.charge}`,
  (l) => `${l.own}（${l.place}）举报${l.charge}`,
  (l) => `举报人：${l.own}，${l.place}\n${l.charge}`,
  (l) => `县纪委：\n${l.charge}\n举报人：${l.place}${l.own}\n2023年4月1日`,
  (l) => `本人${l.own}，男，45岁，${l.place}。现举报${l.charge}`,
  (l) => `本人系${l.place}${l.own}，现实名反映${l.charge}`,
  (l) => `县纪委：\n现反映如下问题。\n${l.charge}\n${l.own}，${l.place}，电话15400000201`,
];

describe('two hundred named writers of the unit of the accused', () => {
  it.each(frames.map((frame, n) => [n, frame] as const))('frame %i', (n, frame) => {
    const random = seededRandom(n + 1);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
    const readable: string[] = [];
    for (let i = 0; i < 20; i++) {
      const [unit, head] = pick(units);
      const [section, post] = [pick(sections), pick(posts)];
      const own = pick(surnames) + pick(given);
      const text = frame({
        own,
        place: unit + section + post,
        charge: `${unit}${head}王德才2019年5月收受老板20万元。`,
      });
      const { json } = outside(text);
      if (json.includes(section) || json.includes(post) || json.includes(own)) readable.push(text);
      expect(json).toContain(`${unit}${head}王德才`);
    }
    expect(readable).toEqual([]);
  });
});
