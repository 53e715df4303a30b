import { describe, expect, it } from '@jest/globals';
import { createReader } from '../../../bench/evaluation/index.js';
import { loadLexicon } from '../../../lexicon/index.js';
import { layOut } from '../../../pipelines/topics/layout.js';
import { quotesOf } from '../../../pipelines/topics/tags/index.js';
import { tellingPapers, wholePapers } from '../../../samples/passages/index.js';

/** The quotes of one reason, given by its words. */
const quoted = (text: string, words: string): string[] => {
  const reading = layOut(text);
  const start = reading.text.indexOf(words);
  expect(start).toBeGreaterThanOrEqual(0);
  return quotesOf(reading, [{ start, end: start + words.length, weight: 1 }]).map((s) =>
    text.slice(s.start, s.end),
  );
};

describe('quotes of whole clauses', () => {
  it.each([
    ['a word', '他来了，主任收了两万元现金，走了。', '收了', '主任收了两万元现金'],
    [
      'a stretch over several clauses',
      '老街让的地，六万八千平方米，他叫会计不记账。',
      '地，六万八千平方米，他叫',
      '老街让的地，六万八千平方米，他叫会计不记账',
    ],
    ['a number with a comma', '共收3，600元不开票；其余不知。', '600元', '共收3，600元不开票'],
    ['a question', '收了钱？谁知道！', '钱', '收了钱'],
    ['what ends with its mark', '他每月收8000元，不入账，没人管。', '8000元，', '他每月收8000元'],
    ['white space of a scan', '他 收 了 两 万 元，走了。', '两万', '他 收 了 两 万 元'],
    ['an item of a line', '序号：7\n问题：低价出租\n金额：46万元', '出租', '低价出租'],
  ])('%s', (_, text, words, quote) => {
    expect(quoted(text, words)).toEqual([quote]);
  });

  it('never runs over the end of a paragraph', () => {
    expect(quoted('他把门面低价出租。\n租金没有入账，也没有票。', '出租。\n租金没有入账')).toEqual([
      '租金没有入账',
    ]);
  });

  it('takes the side for which there is room', () => {
    const long = `县里的人都晓得${'这件事情'.repeat(12)}他收了钱，后来又退了。`;
    expect(quoted(long, '收了')).toEqual(['收了钱']);
  });

  it('keeps the word alone where there is room for neither', () => {
    const long = '这件事情'.repeat(15);
    expect(quoted(`${long}收了钱${long}。`, '收了钱')).toEqual(['收了钱']);
  });

  const reader = createReader(loadLexicon());
  it.each([...tellingPapers, ...wholePapers].map(({ text }) => [text.slice(0, 30), text]))(
    'quotes topics and offences by clauses: %s',
    (_, text) => {
      const { topics, offences } = reader.topics(text);
      for (const { start, end } of [...topics, ...offences].flatMap((t) => t.evidence)) {
        const quote = text.slice(start, end);
        expect(quote).not.toContain('\n');
        const before = text
          .slice(0, start)
          .split(/[，。；！？：、（）\s]/)
          .at(-1)!;
        const behind = text.slice(end).split(/[，。；！？：、（）\s]/)[0]!;
        // Torn out of its clause only where the whole one is too long to be quoted.
        if (before !== '' || behind !== '') expect((before + quote + behind).length).toBeGreaterThan(44);
      }
    },
  );
});
