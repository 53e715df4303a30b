import { describe, expect, it } from '@jest/globals';
import type { Recognition } from '../../../domain/index.js';
import { normalisationStage, normaliseText, sourceOffset } from '../../../pipelines/normalisation/index.js';
import { extractionOf } from '../extractions.js';

const context = { lexicon: {} as never };

/** A small seeded generator, so that a failure can be repeated. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const pieces = [
  '玉溪市人防办',
  '舉報',
  '乾隆',
  '２０１６年',
  '㎡',
  '①',
  ' ',
  '　',
  '\n',
  '\r\n',
  '\t',
  '\u200B',
  '\uFEFF',
  '，',
  '。',
  '：',
  '(chá)',
  '（市、区）',
  'register ',
  '3.5',
  '⻓',
  'e\u0301',
  '𠮷',
  '½',
  '：\n',
  '一、',
  'ﬁ',
  '\u0007',
  '豈',
  '…',
  '裏面',
  '5]万元',
];

function randomText(next: () => number): string {
  return Array.from({ length: 60 }, () => pieces[Math.floor(next() * pieces.length)]).join('');
}

const extraction = (texts: string[]) => extractionOf(texts.map((text) => ({ text })));

describe('offsets', () => {
  it('lead every stretch back to the source that makes the same text again', async () => {
    const next = random(7);
    for (let round = 0; round < 40; round++) {
      const texts = [randomText(next), randomText(next)];
      const normalised = await normalisationStage.run(
        { extraction: extraction(texts), recognition: [] },
        context,
      );
      let before = { page: 1, start: 0, end: 0 };
      for (let at = 0; at < normalised.text.length; at++) {
        const stretch = sourceOffset(normalised, at);
        const source = texts[stretch.page - 1]!.slice(stretch.start, stretch.end);
        const character = normalised.text[at]!;
        // Ascending and inside the page; pieces of one character may share a stretch.
        if (stretch.page === before.page) expect(stretch.start).toBeGreaterThanOrEqual(before.start);
        expect(stretch.end).toBeLessThanOrEqual(texts[stretch.page - 1]!.length);
        before = stretch;
        if (source.length === 1 && /[\p{L}\p{N}]/u.test(character) && !/[\uD800-\uDFFF]/u.test(source)) {
          const alone = normaliseText(source, { layout: 'paragraphs' }).text;
          // 乾 depends on its neighbours.
          if (source !== '乾') expect(alone).toContain(character);
        }
      }
    }
  });

  it('cover every letter and figure of the source exactly once', () => {
    const next = random(11);
    for (let round = 0; round < 40; round++) {
      const source = randomText(next);
      const { text, offsets } = normaliseText(source);
      const covered = new Uint8Array(source.length);
      let end = 0;
      for (const [at, start, length] of offsets) {
        expect(start).toBeGreaterThanOrEqual(end);
        expect(at).toBeLessThanOrEqual(text.length);
        covered.fill(1, start, start + length);
        end = start + length;
      }
      const lost = [...source.replace(/\(chá\)/g, '\0\0\0\0\0')].join('');
      for (let i = 0; i < source.length; i++) {
        if (/[\p{Script=Han}\d]/u.test(lost[i]!)) expect(covered[i]).toBe(1);
      }
    }
  });

  it('cross dropped and grown pieces exactly', async () => {
    const source = '面积1,286㎡，徹查(chèchá)2016年\n3月';
    const normalised = await normalisationStage.run(
      { extraction: extraction([source]), recognition: [] },
      context,
    );
    expect(normalised.text).toBe('面积1,286m²，彻查2016年3月');
    const back = (quote: string) => {
      const at = normalised.text.indexOf(quote);
      return source.slice(
        sourceOffset(normalised, at).start,
        sourceOffset(normalised, at + quote.length - 1).end,
      );
    };
    expect(back('m²')).toBe('㎡');
    expect(back('²')).toBe('㎡');
    expect(back('彻查')).toBe('徹查');
    expect(back('查2016')).toBe('查(chèchá)2016');
    expect(back('2016年3月')).toBe('2016年\n3月');
    expect(() => sourceOffset(normalised, normalised.text.length)).toThrow(RangeError);
  });
});

describe('the normalisation stage', () => {
  const recognition: Recognition = {
    page: 2,
    width: 100,
    height: 100,
    text: '第 二 页',
    confidence: 0.6,
    lines: [{ start: 0, end: 5, confidence: 0.6, box: [0, 0, 90, 20] }],
    tables: [],
    flags: ['low_confidence'],
  };

  it('joins pages by one line feed, takes recognised text, gathers flags', async () => {
    const pages = [
      { text: '第一页' },
      { recognise: true, flags: ['garbled_text_layer' as const] },
      { flags: ['blank_page' as const] },
      { text: '第四页' },
    ];
    const normalised = await normalisationStage.run(
      { extraction: extractionOf(pages, { flags: ['wrong_extension'] }), recognition: [recognition] },
      context,
    );
    expect(normalised.text).toBe('第一页\n第二页\n第四页');
    const facts = normalised.pages.map(({ number, start, end, recognised, confidence, flags }) => [
      number,
      start,
      end,
      recognised,
      confidence,
      flags,
    ]);
    expect(facts).toEqual([
      [1, 0, 3, false, 1, []],
      [2, 4, 7, true, 0.6, ['garbled_text_layer', 'low_confidence']],
      [3, 7, 7, false, 1, ['blank_page']],
      [4, 8, 11, false, 1, []],
    ]);
    expect([...normalised.flags].sort()).toEqual([
      'blank_page',
      'garbled_text_layer',
      'low_confidence',
      'wrong_extension',
    ]);
    expect(sourceOffset(normalised, 5)).toEqual({ page: 2, start: 2, end: 3 });
    expect(sourceOffset(normalised, 10)).toEqual({ page: 4, start: 2, end: 3 });
  });

  it('gives the empty text for a document without any', async () => {
    const pages = [{ recognise: true }, { recognise: true }];
    const normalised = await normalisationStage.run(
      { extraction: extractionOf(pages), recognition: [] },
      context,
    );
    expect(normalised.text).toBe('');
    expect(normalised.flags).toEqual(['unreadable_page']);
  });

  it.each([
    ['text shifted by a byte', '采取座談?dòng)懻摰确绞剑婷拧⑸钔趶夭椋邢虬l力', true],
    ['UTF-8 read as Latin-1', 'çŽ‰æº\u00AAå¸‚äººé˜²åŠžåŽŸä¸»ä»»', true],
    ['replacement characters', '人防\uFFFD\uFFFD办', true],
    [
      'an ordinary letter',
      '我是青溪县城关镇的一名退休职工，现实名反映县人防办原主任贺连生的有关问题。',
      false,
    ],
    ['rare names in a list', '被反映人：龚骞、赟鑫、覃昱、邝璟、佘翀、亓玮，均为该单位职工', false],
  ])('flags damaged text: %s', async (_, text, damaged) => {
    const normalised = await normalisationStage.run(
      { extraction: extraction([text]), recognition: [] },
      context,
    );
    expect(normalised.flags.includes('damaged_text')).toBe(damaged);
    expect(normalised.text).not.toContain('讨论等方式');
  });
});
