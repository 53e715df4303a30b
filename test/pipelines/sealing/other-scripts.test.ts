import { describe, expect, it } from '@jest/globals';
import { loadLexicon } from '../../../lexicon/index.js';
import { readEntities } from '../../../pipelines/entities/index.js';
import { itemOf } from '../../../pipelines/items/index.js';
import { sealItem } from '../../../pipelines/sealing/index.js';
import { createSegmenter } from '../../../pipelines/segmentation/index.js';

const lexicon = loadLexicon();
const segmenter = createSegmenter(lexicon);
const receipt = { receivedOn: '2023-06-01', channel: null };

function outside(text: string) {
  const item = itemOf(text);
  const entities = readEntities(item, segmenter.words(text), receipt, lexicon);
  const { informant: _, ...rest } = sealItem(item, entities);
  return { ...rest, json: JSON.stringify(rest), entities };
}

const charge = '石涧县民防局局长王德才2019年5月收受老板20万元。';

describe('a name of characters beyond the first 65,536', () => {
  it.each([
    `县纪委：\n我叫王𬭎，举报${charge}`,
    `县纪委：\n${charge}\n举报人：王𬭎\n2023年4月1日`,
    `县纪委：\n${charge}\n李𬭎明 15400000201\n2023年4月1日`,
  ])('is sealed: %s', (text) => {
    const { json, text: shown } = outside(text);
    expect(json).not.toContain('𬭎');
    expect(shown).toHaveLength(text.length);
    expect(shown).toContain('石涧县民防局局长王德才');
  });

  it('is read whole of the accused', () => {
    const { accused, entities, text } = outside(
      '举报信\n石涧县民防局局长王𬭎2019年5月收受老板20万元，王𬭎还收了手表。',
    );
    expect(accused.map((a) => a.name)).toEqual(['王𬭎']);
    const person = entities.mentions.find((m) => m.type === 'person')!;
    expect(text.slice(person.start, person.end)).toBe('王𬭎');
    expect(person.text).toBe('王𬭎');
  });
});

describe('a text of thousands of such characters', () => {
  const rare = (from: number, count: number) =>
    Array.from({ length: count }, (_, n) => String.fromCodePoint(from + n)).join('');
  const block = Array.from({ length: 0x4dbf - 0x3400 + 1 }, (_, n) => String.fromCharCode(0x3400 + n)).join(
    '',
  );

  it.each([
    ['of many', rare(0x20000, 3000)],
    ['beside all those that could stand for them', `${block}${rare(0x20000, 3)}`],
  ])('is read with all its places right: %s', (_, flood) => {
    const written = `${charge}\n${flood}\n举报人：李晓东 15400000201`;
    const { accused, text, entities } = outside(written);
    expect(accused.map((a) => a.name)).toEqual(['王德才']);
    expect(text).toContain(flood);
    expect(text).not.toContain('李晓东');
    for (const m of entities.mentions) expect(written.slice(m.start, m.end)).toBe(m.text);
  });

  it.each([600, 3000, 6000])('leaves none of %d to read in the name that signs', (count) => {
    for (const name of ['李𪛐东', '钱𪛐']) {
      const { json } = outside(`${charge}\n${rare(0x20000, count)}\n举报人：${name}\n2019年6月3日`);
      expect(json).not.toContain(name);
      const above = outside(
        `举报人：${name}\n${charge}\n${rare(0x20000, Math.min(count, 3000))}\n2019年6月3日`,
      );
      expect(above.json).not.toContain(name);
    }
  });
});

describe('a name in Latin letters', () => {
  it.each([
    [`我叫John Smith，是平河外资企业的员工。举报${charge}`, 'Smith'],
    [`投诉人：Li Chunhua\n${charge}`, 'Chunhua'],
    [`县纪委：\n${charge}\nJohn Smith\n2023年4月1日`, 'Smith'],
    [`县纪委：\n${charge}\n此致\n敬礼\nMaria Lopez`, 'Lopez'],
  ])('is sealed of the writer of %s', (text, secret) => {
    const { json } = outside(text);
    expect(json).not.toContain(secret);
    expect(json).toContain('王德才');
  });

  it('leaves the makes and models of what was bought', () => {
    const { text } = outside(
      `县纪委：\n${charge}\n王德才开的是Land Rover，办公室里的是Apple iMac。\n2023年4月1日`,
    );
    expect(text).toContain('Land Rover');
    expect(text).toContain('Apple iMac');
  });
});

describe('the family of the writer', () => {
  it.each([
    '我男人赵铁柱',
    '我姨父赵铁柱',
    '我表姐夫赵铁柱',
    '我嫂嫂赵铁梅',
    '我干女儿赵铁梅',
    '我前夫赵铁柱',
    '我小叔子赵铁柱',
    '我大伯子赵铁柱',
    '我连襟赵铁柱',
    '我表叔赵铁柱',
  ])('is sealed: %s', (words) => {
    const { json } = outside(`县纪委：\n举报${charge}这事${words}在场看见了。\n2023年4月1日`);
    expect(json).not.toContain(words.slice(-3));
  });
});

it.each(['县一中', '县二中', '市医院'])('seals a unit of three characters behind the name: %s', (unit) => {
  const { json } = outside(`县纪委：\n${charge}\n举报人：李晓东（${unit}教师）\n2023年4月1日`);
  expect(json).not.toContain(unit);
});
