import { describe, expect, it } from '@jest/globals';
import { seededRandom } from '../../../samples/rendering/seeded-random.js';
import { fill, readableIn, seal, writer } from './random-writers.js';

const charge = '石涧县民防局局长郝长顺2019年5月收受开发商20万元。';
const letter = (words: string, before = '') => `县纪委：\n${before}${charge}\n${words}\n2019年6月3日`;

/** What can be read of the form's writers, eight of them drawn at random. */
function readableOf(form: string): string[] {
  const random = seededRandom(form.length);
  return Array.from({ length: 8 }, () => writer(random)).flatMap((own) => {
    const secrets = [...form.matchAll(/\{(\w)\}/g)].map(([, key = '']) => own[key]!);
    return readableIn(seal(fill(form, own)).json, secrets);
  });
}

describe('the unit of who writes', () => {
  const units = [
    ...['县建设局', '建设银行', '县建设银行', '市公交公司', '县医院', '县中学', '开发区医院', '县外贸公司'],
    ...['本县设计院', '县运输公司', '镇中心小学'],
  ];
  it.each(units)('is sealed though everyday words make its name: %s', (unit) => {
    for (const words of [`我叫{N}，在${unit}上班。`, `我是${unit}的职工{N}。`])
      expect(readableIn(seal(fill(letter('', words), writer(seededRandom(7)))).json, [unit])).toEqual([]);
  });

  it.each(['县运输公司', '建设银行', '县医院'])('is sealed in the field of a form: %s', (unit) => {
    const { json } = seal(
      fill(`来访登记表\n来访人：{N}\n工作单位：${unit}\n反映内容：${charge}`, writer(seededRandom(8))),
    );
    expect(json).not.toContain(unit);
  });
});

describe('a signature', () => {
  it.each([...'上于泣跪拜书电敬呈'])('is sealed in the letter too where %s follows it', (word) => {
    const form = `县纪委：\n${charge}郝长顺找{N}要钱。{N}不给。\n{N}${word}`;
    expect(readableOf(form)).toEqual([]);
  });

  it.each([
    ...['–{N}', '––{N}', '• {N}', '● {N}', '▪{N} {T}', '■ {N}（{T}）'],
    ...[
      '经销商代表：{N}',
      '供应商代表：{N}',
      '知情人签名：{N}',
      '组长：{N}\n组员：{M}',
      '编辑：{N}',
      '经办：{N}',
    ],
  ])('is sealed: %s', (words) => {
    expect(readableOf(`县纪委：\n${charge}\n请查处。\n${words}`)).toEqual([]);
  });

  it('is sealed in the letter too where a home follows the name', () => {
    expect(readableOf(`举报人：{N}住3栋\n举报内容：${charge}郝长顺找{N}要钱。`)).toEqual([]);
  });
});

describe('an answer of who is asked politely', () => {
  it.each([
    ...['你好大姐，请问你叫什么名字？', '你这位老大哥姓名？', '大姐，您叫什么名字？', '老师傅，您贵姓？'],
    ...['您这位大爷怎么称呼？', '同志，请问您尊姓大名？'],
  ])('is sealed: %s', (question) => {
    expect(readableOf(`谈话笔录\n问：${question}\n答：{N}。\n问：反映什么？\n答：${charge}`)).toEqual([]);
  });
});

describe('the unit of a writer known by name', () => {
  it('is sealed beside another office that is charged too', () => {
    const words = '我叫{N}，在石涧县水泥厂烧窑。厂长郝长顺收受老板20万元，县工信局也不管。';
    const { json } = seal(fill(`县纪委：\n${words}\n2019年6月3日`, writer(seededRandom(9))));
    expect(json).not.toContain('水泥厂');
  });
});
