import { describe, expect, it } from '@jest/globals';
import { seededRandom } from '../../../../samples/rendering/seeded-random.js';
import { readableIn, seal, writer } from '../random-writers.js';
import { charge, forms } from './forms.js';
import {
  firm,
  inPassing,
  postsInFirm,
  townOffice,
  villageHome,
  writersCallings,
} from './forms-in-passing.js';

describe('writers drawn at random', () => {
  it('write in at least 150 forms', () => expect(forms.length).toBeGreaterThanOrEqual(150));

  it.each(forms.map((form, n) => [form.replaceAll('\n', ' / '), form, n] as const))(
    '%s',
    (_name, form, n) => {
      const random = seededRandom(n + 1);
      const readable: string[] = [];
      for (let i = 0; i < 3; i++) {
        const own = writer(random);
        const used = new Set<string>();
        const text = form.replace(/\{(\w)\}/g, (_, key: string) => {
          used.add(own[key]!);
          return own[key]!;
        });
        const { json } = seal(text);
        readable.push(...readableIn(json, [...used]));
        expect(json).toContain('郝长顺');
      }
      expect(readable).toEqual([]);
    },
  );
});

describe('writers who are told in passing', () => {
  it.each(inPassing.map((form, n) => [form.replaceAll('\n', ' / '), form, n] as const))(
    '%s',
    (_name, form, n) => {
      const random = seededRandom(1000 + n);
      const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
      const readable: string[] = [];
      for (let i = 0; i < 40; i++) {
        const own: Record<string, string> = {
          ...writer(random),
          ...villageHome(pick),
          C: pick(writersCallings),
          G: townOffice(pick),
          F: firm(pick),
          J: pick(postsInFirm),
        };
        const text = form.replace(/\{(\w)\}/g, (_, key: string) => own[key]!);
        const { json } = seal(text);
        const secrets = [...'NVGFTI'].filter((key) => form.includes(`{${key}}`)).map((key) => own[key]!);
        readable.push(...readableIn(json, secrets));
        expect(json).toContain('郝长顺');
      }
      expect(readable).toEqual([]);
    },
  );
});

const letter = (words: string) => `县纪委：\n${charge}\n${words}\n2019年6月3日`;

describe('what tells nobody apart', () => {
  it.each([
    ['我在一家外贸公司做翻译。', '外贸公司'],
    ['我们是几个单位的基层工会干部。', '几个单位'],
    ['我在镇政府帮过忙。', '镇政府'],
    ['都进了会计权小妮的卡，卡号6216261000000006437。', '6216261000000006437'],
    ['他让我从卡6216261000000006437取现。', '6216261000000006437'],
    ['三联收据，号码0008812，没有章。', '0008812'],
    ['有两个人可以证明：档案员蒲小苇，老会计鄢道成', '鄢道成'],
    ['● 每周公车去扫墓', '扫墓'],
  ])('is left readable: %s', (words, shown) => {
    expect(seal(letter(words)).text).toContain(shown);
  });

  it('leaves the heads of a table', () => {
    const { text } = seal(
      '举报人\t时间\t金额\t被举报人\t单位职务\n王大有\t2019年5月\t20万元\t郝长顺\t石涧县民防局局长',
    );
    expect(text).toContain('时间\t金额');
    expect(text).not.toContain('王大有');
  });
});

describe('what tells the writer apart', () => {
  it.each([
    ['会计李晓东', ['会计李', '会计']],
    ['骨科副主任医师李晓东', ['骨科', '李晓东']],
    ['石涧县大洼村六组李晓东', ['六组', '李晓东']],
  ])('is sealed with his name: %s', (words, secrets) => {
    const { text } = seal(letter(words));
    expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
  });

  it.each([
    '派出所所长郝长顺收了我3000元才给我上户口。',
    '青石镇派出所所长郝长顺2019年收受赌场老板2万元，不抓人。',
  ])('is his village where the accused is of another office: %s', (words) => {
    const { json } = seal(`县纪委：\n我是大洼村的李晓东。${words}\n2019年6月3日`);
    expect(json).not.toContain('大洼村');
    expect(json).toContain('郝长顺');
  });

  it('is not the village of the accused head', () => {
    const { text } = seal(
      '县纪委：\n我是大洼村的李晓东，实名举报石涧县青石镇大洼村村主任郝长顺。2019年他把扶贫款8万元装进自己口袋。',
    );
    expect(text).toContain('大洼村村主任郝长顺');
    expect(text).not.toContain('李晓东');
  });

  it('is told from the accused where a form puts its labels in brackets', () => {
    const { accused, text } = seal(
      '12388网络举报\n【举报人】李晓东\n【联系电话】15400000021\n【被举报人】郝长顺\n【单位职务】石涧县民防局局长\n【内容】2019年收受开发商20万元',
    );
    expect(text).not.toContain('李晓东');
    expect(accused.map((a) => [a.name, a.position])).toEqual([['郝长顺', '局长']]);
  });
});
