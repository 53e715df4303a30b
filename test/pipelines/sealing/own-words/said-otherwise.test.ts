import { describe, expect, it } from '@jest/globals';
import { seal } from '../random-writers.js';

const charge =
  '石涧县民防局局长高远2019年5月收受开发商20万元。高远住北街12号，家里八十多万元现金，局里欠一百三十五万八千元。';
const letter = (words: string, closing = '') => `县纪委：\n${words}${charge}\n${closing}\n2019年6月3日`;

/** What of the letter tells who writes, and may be read nowhere; the charge stays as it is. */
function expectSealed(text: string, secrets: readonly string[]): void {
  const { text: sealed, json } = seal(text);
  expect({ sealed, readable: secrets.filter((secret) => json.includes(secret)) }).toEqual({
    sealed,
    readable: [],
  });
  expect(sealed).toContain(charge);
}

describe('a signature that tells a home, a trade and a style', () => {
  it.each([
    ['青麓区阳光小区8栋 居民 解大姐 13500000000', ['阳光小区', '解大姐', '13500000000']],
    ['举报人：青麓区阳光小区8栋 居民 解大姐 13500000000', ['阳光小区', '解大姐', '13500000000']],
    ['石涧县东门街6号 退休工人 查师傅 13600000001', ['东门街', '查师傅', '13600000001']],
    ['反映人：石涧县柳林镇河湾村 村民 盛大哥 13800000003', ['河湾村', '盛大哥', '13800000003']],
    ['举报人：石涧县南关街22号 商户 逯阿姨 13700000004', ['南关街', '逯阿姨', '13700000004']],
    ['署名：云泽县西桥镇上坝村 农民 康大姐 13900000005', ['上坝村', '康大姐', '13900000005']],
  ] as const)('is sealed: %s', (closing, secrets) => expectSealed(letter('', closing), secrets));
});

describe('a home without a number in a field for who writes', () => {
  it.each(['李家庄', '张家坪', '王家沟', '红旗街', '红旗路', '染坊', '河湾', '李家庄子'])(
    'is sealed: %s',
    (home) => {
      for (const region of ['石涧县柳林镇', '石涧县'])
        for (const mark of ['，', ' ', '；'])
          expectSealed(letter('', `举报人：李春华${mark}${region}${home}${mark}电话13500000000`), [
            '李春华',
            home,
          ]);
      expectSealed(letter('', `举报人：石涧县柳林镇${home}李春华`), ['李春华', home]);
    },
  );

  it.each(['举报人：李春华，石涧县民防局，电话13500000000', '举报人：石涧县民防局全体职工'])(
    'leaves the unit of the accused: %s',
    (closing) => expect(seal(letter('', closing)).text).toContain('石涧县民防局'),
  );
});

describe('a number in figures of another writing', () => {
  it.each([
    ...[
      '一三五零零零零一二三四',
      '幺三八零零零零一二三四',
      '１３８０００１２３４５',
      '一三五 零零零零 一二三四',
    ],
    ...[
      '一三五-零零零零-一二三四',
      '一三五〇〇〇〇一二三四',
      '壹叁伍零零零零壹贰叁肆',
      '１３８－０００１－２３４５',
    ],
    ...['壹伍玖零零壹捌贰柒叁陆', '幺五九 二二三三 四四五五'],
  ])('is sealed: %s', (number) => {
    expectSealed(letter(`我的手机号是${number}。`), [number]);
    expectSealed(letter('', `联系电话：${number}`), [number]);
    expectSealed(letter('我叫李春华。', `李春华 ${number}`), [number]);
  });
});

describe('an account', () => {
  it.each([
    ['网名：随风 QQ 123456789', ['随风', '123456789']],
    ['微信 abc_1978', ['abc_1978']],
    ['举报人：随风 微信同号 wx_abc99', ['随风', 'wx_abc99']],
    ['昵称：大漠 VX：damo1978', ['大漠', 'damo1978']],
    ['薇信：shanhe-66', ['shanhe-66']],
    ['联系方式：V信 chun_hua77', ['chun_hua77']],
    ['网名 山高水长 扣扣 87654321', ['87654321']],
  ] as const)('is sealed: %s', (closing, secrets) => expectSealed(letter('', closing), secrets));
});

describe("the family's name alone", () => {
  it.each([
    ['我复姓皇甫，是县里的工人。', ['皇甫']],
    ['我自称复姓皇甫。', ['皇甫']],
    ['免贵姓查，县里人。', ['姓查']],
    ['来电人自称复姓欧阳，', ['欧阳']],
    ['来访人免贵姓牛，', ['姓牛']],
    ['我姓强，你们叫我强先生就行。', ['姓强', '强先生']],
    ['本人复姓司徒，', ['司徒']],
    ['来信人姓逄，', ['姓逄']],
    ['俺免贵姓谷，喊我谷大姐就行。', ['姓谷', '谷大姐']],
  ] as const)('is sealed: %s', (words, secrets) => expectSealed(letter(words), secrets));

  it('is left to others of that name', () => {
    expect(seal(letter('本人姓解，是工人。解局长和解女士的公司来往密切。')).text).toContain(
      '解局长和解女士的公司',
    );
  });
});

describe('a home told by what lies beside it', () => {
  it.each([
    ['我就住张福生家对门，', ['张福生']],
    ['我家隔壁就是老供销社，', ['老供销社']],
    ['我家对门是王二嫂家，', ['王二嫂']],
    ['我家紧挨着张福生家，', ['张福生']],
    ['我就住在村委会后头第三家，', ['村委会后头']],
    ['我住孙寡妇家隔壁，', ['孙寡妇']],
    ['俺家左边是供电所老宿舍，', ['供电所老宿舍']],
    ['我们家楼下住的是赵麻子，', ['赵麻子']],
    ['本人就住在粮站背后第二排，', ['粮站背后']],
  ] as const)('is sealed: %s', (words, secrets) => expectSealed(letter(words), secrets));
});

describe('a part of the name', () => {
  it.each([
    ['我叫李春华。我哥说春华啊，你别告了。', ['春华']],
    ['我是李春华，人家都喊我小华。', ['小华']],
    ['我叫李春华。高远对我说：“春华，你别告了。”', ['春华']],
    ['我叫李春华。我妈说：“华儿，算了。”', ['华儿']],
    ['我叫张建设。我爱人劝我：“建设啊，算了吧。”', ['“建设啊']],
    ['我叫陈国栋，邻居都叫我老陈。', ['老陈']],
    ['我叫欧阳秀兰。老伴喊道：“秀兰，别写了！”', ['秀兰']],
  ] as const)('is sealed: %s', (words, secrets) => expectSealed(letter(words), secrets));

  it('is left where it is a word', () => {
    expect(seal(letter('我叫张建设。开发商的建设项目没有结建。')).text).toContain('开发商的建设项目没有结建');
  });
});

describe('a home behind who reports', () => {
  it.each([
    ['群众李四（住北街15号）反映：', ['李四', '北街15号']],
    ['村民王五（家住河湾村三组）反映，', ['王五', '河湾村三组']],
    ['居民赵阿姨（阳光小区8栋）来电反映，', ['赵阿姨', '阳光小区8栋']],
    ['接群众孙大明（住址：东门街6号）反映，', ['孙大明', '东门街6号']],
    ['业主周小红(住3栋2单元)投诉：', ['周小红', '3栋2单元']],
    ['群众吴满仓（现住柳荫巷9号）举报：', ['吴满仓', '柳荫巷9号']],
    ['市民何秀英（女，住南关街22号）来信反映：', ['何秀英', '南关街22号']],
    ['农民尤二喜（上坝村5组）来访称，', ['尤二喜', '上坝村5组']],
  ] as const)('is sealed: %s', (words, secrets) => expectSealed(letter(words), secrets));

  it.each([
    '群众李四（住北街15号），反映李四的房子被占。',
    '群众李四（住北街15号）反映：李四的房子被占。',
    '据反映，群众李四（住北街15号）来电称，房子被占。',
    '举报人李四（住北街15号）反映：关于李四房子的问题。',
  ])('is sealed, though the same words may charge somebody: %s', (words) =>
    expectSealed(letter(words), ['李四']),
  );

  it.each([
    '被反映人：王五，石涧县柳林镇柳林村村主任\n2019年5月收受开发商20万元。商户王五（东门街6号）反映不实。',
    '被反映人：王五，石涧县柳林镇柳林村村主任\n2019年5月收受开发商20万元。商户王五（东门街6号）说他不怕。',
    '我要举报柳林村村主任王五。村民王五（柳林村3组）称没有拿钱，其实2019年5月收受20万元。',
    '关于柳林村村主任王五有关问题的举报\n村民王五（柳林村3组）反映不实，其实2019年5月收受20万元。',
  ])('is left with whom the paper charges: %s', (words) => {
    const { text, accused } = seal(`举报信\n${words}\n2019年6月3日`);
    expect(text).not.toContain('▇');
    expect(accused).toMatchObject([{ name: '王五', position: '村主任' }]);
  });

  it('is left with who only speaks', () => {
    expect(seal(letter('', '商户王五（东门街6号）说他见过。')).text).toContain(
      '商户王五（东门街6号）说他见过',
    );
  });
});
