import { describe, expect, it } from '@jest/globals';
import { seal } from '../random-writers.js';

const charge =
  '石涧县民防局局长高远2019年5月收受开发商20万元。高远住北街12号，家里八十多万元现金，局里欠一百三十五万八千元。';
const letter = (words: string, closing = '') => `县纪委：\n${words}${charge}\n${closing}\n2019年6月3日`;

const behind = (words: string) => `县纪委：\n${charge}\n${words}\n2019年6月3日`;

/** What of the letter tells who writes, and may be read nowhere; the charge and whom it is against stay. */
function expectSealed(text: string, secrets: readonly string[]): void {
  const { text: sealed, json, accused } = seal(text);
  expect({ sealed, readable: secrets.filter((secret) => json.includes(secret)) }).toEqual({
    sealed,
    readable: [],
  });
  expect(sealed).toContain(charge);
  expect(accused.map(({ name, organisation }) => [name, organisation])).toEqual([['高远', '石涧县民防局']]);
}

describe('a tie to the accused', () => {
  it.each([
    ...[
      '我是高远的前妻，',
      '我是高远的小舅子，',
      '我是局长高远的司机，',
      '本人是高远的前夫，',
      '我是高远前妻。',
    ],
    ...[
      '我是高远的大学同学，',
      '我系高远之妹，',
      '我是高远老婆的表弟，',
      '我是高远家的保姆，',
      '我就是高远的亲弟弟。',
    ],
    ...['俺是高远的堂哥，', '本人系高远的战友，', '我也是高远的老同事，'],
  ])('is sealed, and its other side readable: %s', (words) => {
    const word = /高远(?:家的|的|之)?(.+)[，。]/.exec(words)?.[1] ?? '';
    expectSealed(letter(words), [word]);
    expect(seal(letter(words)).text).toMatch(/(?:是|系|局长)高远/);
  });

  it.each(['高远前妻', '高远的前妻', '高远的表弟', '高远同村人', '高远的老部下', '高远妻弟'])(
    'is sealed where the signature or the form has nothing else: %s',
    (who) => {
      expectSealed(letter('', `举报人：${who}`), [who.slice(2)]);
      const form = `举报信\n举报人：${who}\n被举报人：高远，石涧县民防局局长\n2019年5月高远收受20万元。`;
      const { text, json, accused } = seal(form);
      expect(json).not.toContain(who.slice(2));
      expect(text).toContain('高远收受20万元');
      expect(accused.map((a) => a.name)).toContain('高远');
    },
  );

  it.each([
    ['高远和我是同学。', '同学'],
    ['高远跟我们是邻居，', '邻居'],
    ['他与我是夫妻。', '夫妻'],
    ['高远的亲弟弟就是我。', '亲弟弟'],
    ['局长高远的前妻正是本人，', '前妻'],
    ['我是他的司机。', '司机'],
    ['本人系他的秘书，', '秘书'],
  ])('is sealed however it is turned: %s', (words, tie) => {
    const { text, accused } = seal(behind(words));
    expect(text).not.toContain(tie);
    expect(text).toContain(charge);
    expect(accused.map((a) => a.name)).toEqual(['高远']);
  });

  it.each([
    '高远和老板孙大勇是同学。',
    '孙大勇的亲弟弟就是高远的司机。',
    '他和情妇是同学。',
    '他的司机经手。',
    '和我是同学的都知道。',
  ])('stays readable where it ties others: %s', (words) => {
    expect(seal(behind(words)).text).toContain(words);
  });

  it('is sealed before unit and post, and is part of neither', () => {
    const { json, accused } = seal('县纪委：\n举报我前夫县民防局局长高远收受宏达公司8万元。\n2019年6月3日');
    expect(json).not.toContain('前夫');
    expect(accused).toMatchObject([{ name: '高远', organisation: '县民防局', position: '局长' }]);
  });

  it('names whom the writer is married to behind what he does', () => {
    const { text } = seal(behind('我老公是高远的司机，名叫钱广进，他亲眼看到高远收了现金。'));
    expect(text).not.toMatch(/钱广进|高远的司机/);
  });

  it('is sealed before the name of who writes', () => {
    expectSealed(letter('我是高远的妻子的朋友李春华，'), ['李春华', '妻子的朋友']);
    expectSealed(letter('我是高远的前妻李春华，'), ['李春华', '前妻']);
  });

  it.each([
    ...[
      '高远的妻子，王芳，在其中持股。',
      '举报高远的司机，他收钱。',
      '举报：高远的司机 收钱。',
      '高远的小舅子，承包工程。',
    ],
  ])('stays readable where somebody else is spoken of: %s', (words) => {
    expect(seal(letter(`${charge}\n${words}\n`)).text).toContain(words);
  });

  it('is no reason to read the name of a writer who is related to nobody charged', () => {
    const { text } = seal(letter('我是李春华的丈夫，李春华去年去世。'));
    expect(text).not.toContain('李春华');
  });
});

describe('a tie to somebody of the writer’s family who is not accused', () => {
  it.each([
    ['我是原县粮库会计李春华的儿子。', ['李春华', '粮库']],
    ['我是原县粮库会计李春华的儿子。我母亲李春华是县粮库会计。', ['李春华', '粮库']],
    ['我是李春华的儿子。县粮库会计李春华发现账目不对，', ['李春华']],
    ['我是李春华的儿子，反映李春华被局长高远打伤的问题。', ['李春华']],
    ['我是李春华的儿子，反映李春华的房子被高远强拆。', ['李春华']],
    ['我是李春华的儿子，李春华多次找高远，他不理。', ['李春华']],
  ] as const)('is sealed with whom it is to: %s', (words, secrets) => expectSealed(letter(words), secrets));

  it('is sealed in a form that names the accused', () => {
    const form =
      '来访登记表\n来访人：民防局原副局长孙立新的儿子\n被反映人：高远，石涧县民防局局长\n2019年5月高远收受开发商20万元。';
    const { json, accused } = seal(form);
    expect(json).not.toContain('孙立新');
    expect(accused.map((a) => a.name)).toEqual(['高远']);
  });
});

describe('whom a tie is to', () => {
  it.each([
    '我是高远的前妻。石涧县民防局局长高远2019年5月收受开发商20万元，副局长王强2018年收受开发商10万元。',
    '我是石涧县民防局局长高远的司机。高远2019年5月收受开发商20万元。',
    '我是石涧县民防局局长高远的司机。他2019年5月收受开发商20万元。',
  ])('stays among the accused with his unit: %s', (words) => {
    expect(seal(`县纪委：\n${words}\n2019年6月3日`).accused[0]).toMatchObject({
      name: '高远',
      organisation: '石涧县民防局',
      position: '局长',
    });
  });
});

describe('a tie told otherwise', () => {
  it.each([
    ['我是高远局长的司机，', ['司机']],
    ['我是高局长的司机，', ['司机']],
    ['我是石涧县民防局局长高远的前妻，', ['前妻']],
    ['本人李梅，系高远前妻。', ['李梅', '前妻']],
    ['本人李梅，女，35岁，系高远的前妻。', ['李梅', '前妻']],
    ['我叫李梅，是高远的前妻。', ['李梅', '前妻']],
    ['我，高远的前妻，有话要说。', ['前妻']],
    ['高远是我前夫。', ['前夫']],
    ['高远就是我的表哥，', ['表哥']],
    ['高远（我前夫）的事我知道。', ['前夫']],
    ['高远，我的前夫，', ['前夫']],
    ['我前夫高远当了局长。', ['前夫']],
    ['我们是高远的邻居，', ['邻居']],
    ['我老公是高远的司机，', ['司机']],
    ['本人李梅，系县粮库会计李春华之女。', ['李梅', '之女', '李春华', '粮库']],
  ] as const)('is sealed: %s', (words, secrets) => expectSealed(letter(words), secrets));

  it.each([
    ['他是我的前夫。', '前夫'],
    ['我是他前妻。', '前妻'],
  ])('is sealed behind the charge: %s', (words, secret) =>
    expectSealed(`县纪委：\n${charge}${words}\n2019年6月3日`, [secret]),
  );

  it('is sealed to a name of many characters, and he is accused', () => {
    const { json, accused } = seal(
      '县纪委：\n我是阿不都·买买提的前妻。石涧县民防局局长阿不都·买买提2019年5月收受开发商20万元。',
    );
    expect(json).not.toContain('前妻');
    expect(accused).toMatchObject([{ name: '阿不都·买买提', organisation: '石涧县民防局' }]);
  });

  it.each([
    '我实名举报我前夫王建军。王建军是石涧县民防局局长，2019年5月收受20万元，副局长李国强收受10万元。',
    '被反映人：王建军、李国强\n我前夫王建军是石涧县民防局局长，2019年5月收受20万元，副局长李国强收受10万元。',
  ])('is sealed, and whom the paper names as accused stays: %s', (words) => {
    const { json, accused } = seal(`举报信\n${words}`);
    expect(json).not.toContain('前夫');
    expect(accused.map((a) => a.name)).toContain('王建军');
  });

  it.each([
    '我是王建军的前妻，现举报王建军。王建军2019年5月收受开发商20万元。',
    '我是王建军的前妻，向纪委举报王建军，他2019年5月收受开发商20万元，副局长李国强也收过。',
  ])('is sealed to whom the writer reports, whose post is not told: %s', (words) => {
    const { json, accused } = seal(`县纪委：\n${words}\n2019年6月3日`);
    expect(json).not.toContain('前妻');
    expect(accused.map((a) => a.name)).toContain('王建军');
  });

  it.each([
    '我多次看到，高远的司机，收开发商的钱。',
    '我是民防局会计，局长高远的表弟王强收钱。',
    '我举报高远，他的司机，替他收钱。',
    '李四是高远的司机。',
    '高远是我们局长。',
  ])('stays readable where somebody else is near to him: %s', (words) => {
    expect(seal(letter(words)).text).toMatch(/司机|表弟|我们局长/);
  });
});

describe('a home beside that of the accused', () => {
  it('is sealed, and the accused is not', () => {
    expectSealed(letter('我家隔壁就是高远家。'), ['隔壁']);
    expectSealed(letter('俺家对门住的就是高远，'), ['对门']);
  });

  it('is sealed beside his unit, which stays his', () => {
    const { json, accused } = seal('县纪委：\n我家前边是县粮库，粮库主任高远2019年5月收受粮商20万元。');
    expect(json).not.toContain('前边');
    expect(accused).toMatchObject([{ name: '高远', organisation: '县粮库' }]);
  });
});
