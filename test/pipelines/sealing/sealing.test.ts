import { describe, expect, it } from '@jest/globals';
import type { Entities, InformantField } from '../../../domain/index.js';
import { loadLexicon } from '../../../lexicon/index.js';
import { readEntities } from '../../../pipelines/entities/index.js';
import { itemOf } from '../../../pipelines/items/index.js';
import { maskName, sealingStage } from '../../../pipelines/sealing/index.js';
import { createSegmenter } from '../../../pipelines/segmentation/index.js';
import { letters } from '../entities/letters/index.js';

const lexicon = loadLexicon();
const segmenter = createSegmenter(lexicon);
const seal = async (text: string, entities: Entities) => {
  const [sealed] = await sealingStage.run(
    { items: [itemOf(text)], entities: [entities], rulings: [] },
    { lexicon },
  );
  if (sealed === undefined) throw new Error('nothing sealed');
  return sealed;
};
const empty: Entities = {
  mentions: [],
  accused: [],
  informant: [],
  signedOn: null,
  actedFrom: null,
  actedTo: null,
  amount: null,
};

/** A small seeded generator: the same letters in every run. */
function randomOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state % below;
  };
}

const squeezed = (text: string) => text.replace(/[\s\-—–_.·•()（）]/gu, '').toLowerCase();

describe('sealing', () => {
  it('masks declared spans and every other occurrence, at the same length', async () => {
    const text = '我叫张建军，电话138-0013-8000。张建军说：打13800138000。\n张 建军';
    const informant: InformantField[] = [
      { kind: 'name', value: '张建军', spans: [{ start: 2, end: 5 }] },
      { kind: 'phone', value: '13800138000', spans: [] },
    ];
    const sealed = await seal(text, { ...empty, informant });
    expect(sealed.text).toBe('我叫▇▇▇，电话▇▇▇▇▇▇▇▇▇▇▇▇▇。▇▇▇说：打▇▇▇▇▇▇▇▇▇▇▇。\n▇▇▇▇');
  });

  it("masks the informant's unit only where it is declared", async () => {
    const text = '举报人单位：平河县人防办。现举报平河县人防办主任岳志坤。';
    const informant: InformantField[] = [
      { kind: 'organisation', value: '平河县人防办', spans: [{ start: 6, end: 12 }] },
    ];
    const sealed = await seal(text, { ...empty, informant });
    expect(sealed.text).toBe('举报人单位：▇▇▇▇▇▇。现举报平河县人防办主任岳志坤。');
  });

  it('drops mentions and accused that a mask touches', async () => {
    const text = '张建军举报岳志坤';
    const sealed = await seal(text, {
      ...empty,
      informant: [{ kind: 'name', value: '张建军', spans: [{ start: 0, end: 3 }] }],
      mentions: [
        { type: 'person', start: 0, end: 3, text: '张建军', value: '张建军', confidence: 1 },
        { type: 'person', start: 5, end: 8, text: '岳志坤', value: '岳志坤', confidence: 1 },
      ],
      accused: [
        { name: '张建军', organisation: null, position: null, evidence: [{ start: 0, end: 3 }] },
        { name: '岳志坤', organisation: null, position: null, evidence: [{ start: 5, end: 8 }] },
      ],
    });
    expect(sealed.mentions.map((m) => m.text)).toEqual(['岳志坤']);
    expect(sealed.accused.map((a) => a.name)).toEqual(['岳志坤']);
  });

  it('lets no masked value survive in 400 generated letters', async () => {
    const random = randomOf(7);
    const pick = <T>(list: readonly T[]): T => list[random(list.length)] as T;
    const names = ['张建军', '李桂英', '欧阳小云', '田老四', '马强', '和丽'];
    const phones = ['13800138000', '139 0013 9001', '0877-1234567'];
    const fillers = [
      '在',
      '，',
      '。',
      '说',
      '找到',
      '\n',
      '\t',
      ' ',
      '主任岳志坤',
      '收受20万元',
      '的',
      '电话',
    ];
    for (let n = 0; n < 400; n++) {
      const name = pick(names);
      const phone = pick(phones);
      let text = '';
      for (let i = 0; i < 40; i++) {
        text +=
          random(5) === 0
            ? pick([name, phone, name.split('').join(' '), phone.replace(/\D/g, '')])
            : pick(fillers);
      }
      text += `\n举报人：${name}\n电话：${phone}\n2019年3月4日`;
      const found = readEntities(
        itemOf(text),
        segmenter.words(text),
        { receivedOn: null, channel: null },
        lexicon,
      );
      const informant: InformantField[] = [
        ...found.informant,
        { kind: 'name', value: name, spans: [] },
        { kind: 'phone', value: phone, spans: [] },
      ];
      const sealed = await seal(text, { ...found, informant });
      expect(sealed.text).toHaveLength(text.length);
      const visible = [
        sealed.text,
        ...sealed.mentions.flatMap((m) => [m.text, String(m.value)]),
        ...sealed.accused.flatMap((a) => [a.name ?? '', a.organisation ?? '', a.position ?? '']),
      ];
      for (const secret of [name, phone]) {
        for (const shown of visible) expect(squeezed(shown)).not.toContain(squeezed(secret));
      }
    }
  });

  it.each(letters.map((letter) => [letter.name, letter] as const))(
    'hides who wrote: %s',
    async (_name, letter) => {
      const found = readEntities(
        itemOf(letter.text),
        segmenter.words(letter.text),
        { receivedOn: null, channel: null },
        lexicon,
      );
      const sealed = await seal(letter.text, found);
      for (const field of found.informant) {
        if (field.kind !== 'organisation') expect(sealed.text).not.toContain(field.value);
        for (const span of field.spans) expect(sealed.text.slice(span.start, span.end)).toMatch(/^[▇\n\t]+$/);
      }
      expect(sealed.accused.map((a) => a.name)).toEqual(letter.accused.map(([name]) => name));
    },
  );

  it('masks the informant in a file name', () => {
    const informant: InformantField[] = [
      { kind: 'name', value: '张建军', spans: [] },
      { kind: 'phone', value: '13800138000', spans: [] },
    ];
    expect(maskName('2017-04-18-张建军举报信(13800138000).docx', informant, lexicon)).toBe(
      '2017-04-18-▇▇▇举报信(▇▇▇▇▇▇▇▇▇▇▇).docx',
    );
    expect(maskName('举报信.docx', informant, lexicon)).toBe('举报信.docx');
  });

  it.each([
    ['张三来信.pdf', '▇▇来信.pdf'],
    ['举报人王某.docx', '举报人▇▇.docx'],
    ['2019-03-02 欧阳海云实名举报.docx', '2019-03-02 ▇▇▇▇实名举报.docx'],
    ['扎西顿珠反映材料.jpg', '▇▇▇▇反映材料.jpg'],
    ['来信人-李四（大河镇）.pdf', '来信人-▇▇（大河镇）.pdf'],
    ['材料/李某等3人联名举报信.zip', '材料/▇▇等3人联名举报信.zip'],
    ['王二妹的来信.txt', '▇▇▇的来信.txt'],
    ['群众来信3.docx', '群众来信3.docx'],
    ['关于范明志问题的举报信.docx', '关于范明志问题的举报信.docx'],
    ['举报范明志.docx', '举报范明志.docx'],
    ['被举报人范明志.docx', '被举报人范明志.docx'],
    ['王家村来信.docx', '王家村来信.docx'],
    ['高新区来访登记表.xlsx', '高新区来访登记表.xlsx'],
    ['匿名举报.docx', '匿名举报.docx'],
    ['市委巡察组来信来访台账.xlsx', '市委巡察组来信来访台账.xlsx'],
  ])('masks by its form who writes: %s', (name, masked) => {
    expect(maskName(name, [], lexicon)).toBe(masked);
  });

  it('masks who sent the mail that an item is attached to', async () => {
    const text = '反映窦振华收受现金三万元，我是费良玉，邮箱fly@lanchuan.example。';
    const context = '发件人：费良玉 <fly@lanchuan.example>\n收件人：xfs@lanchuan.example\n见附件';
    const nobody = {
      mentions: [],
      accused: [],
      informant: [],
      signedOn: null,
      actedFrom: null,
      actedTo: null,
      amount: null,
    };
    const [sealed] = await sealingStage.run(
      { items: [itemOf(text, { context })], entities: [nobody], rulings: [] },
      { lexicon },
    );
    expect(sealed!.text).toBe('反映窦振华收受现金三万元，我是▇▇▇，邮箱▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇。');
    expect(sealed!.context).not.toContain('费良玉');
    expect(sealed!.informant.map((f) => f.kind)).toEqual(['name', 'email']);
  });

  it('masks in a cover whom only the letter declares', async () => {
    const nobody = {
      mentions: [],
      accused: [],
      signedOn: null,
      actedFrom: null,
      actedTo: null,
      amount: null,
    };
    const items = [
      itemOf('现将费良玉的来信转去', { cover: true }),
      itemOf('举报人：费良玉', { ordinal: 1, coveredBy: 0, context: '现将费良玉的来信转去' }),
    ];
    const informant = [{ kind: 'name' as const, value: '费良玉', spans: [{ start: 4, end: 7 }] }];
    const sealed = await sealingStage.run(
      {
        items,
        entities: [
          { ...nobody, informant: [] },
          { ...nobody, informant },
        ],
        rulings: [],
      },
      { lexicon },
    );
    expect(sealed.map((s) => [s.text, s.context, s.informant.length])).toEqual([
      ['现将▇▇▇的来信转去', '', 0],
      ['举报人：▇▇▇', '现将▇▇▇的来信转去', 1],
    ]);
  });

  it.each(['来访', '来电', '来信'])('leaves the way in which a row came in to be read: %s', async (way) => {
    const text = `序号：2\n被反映人姓名：钱一鸣\n反映的主要问题：收受礼金\n举报人：朱老四\n联系方式：13987654321\n信访形式：${way}`;
    const found = readEntities(
      itemOf(text, { row: 3 }),
      segmenter.words(text),
      { receivedOn: null, channel: null },
      lexicon,
    );
    expect((await seal(text, found)).text).toMatch(
      new RegExp(`举报人：▇▇▇\\n联系方式：▇{11}\\n信访形式：${way}$`),
    );
  });
});
