import { describe, expect, it } from '@jest/globals';
import { loadLexicon } from '../../../lexicon/index.js';
import { readTopics } from '../../../pipelines/topics/index.js';
import { layOut, toSource } from '../../../pipelines/topics/layout.js';
import { buildMatcher } from '../../../pipelines/topics/matcher.js';
import { wholePapers } from '../../../samples/passages/index.js';
import { growth } from '../../support/index.js';
import { accusedOf, sealedOf } from './sealed.js';

describe('matcher', () => {
  it('finds overlapping words and words that end in others', () => {
    const { words, find } = buildMatcher(['防空地下室', '地下室', '地下', '下室验收', '验收']);
    expect(find('防空地下室验收').map(([w, s, e]) => [words[w], s, e])).toEqual([
      ['地下', 2, 4],
      ['防空地下室', 0, 5],
      ['地下室', 2, 5],
      ['下室验收', 3, 7],
      ['验收', 5, 7],
    ]);
  });

  it('finds what a plain search finds', () => {
    const words = ['ab', 'abc', 'bca', 'cab', 'a', 'bb', 'abcab'];
    let seed = 7;
    let text = '';
    for (let i = 0; i < 400; i++) {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      text += 'abc'[seed % 3];
    }
    const plain = words.flatMap((word, w) =>
      [...text].flatMap((_, i) => (text.startsWith(word, i) ? [`${w}:${i}`] : [])),
    );
    const found = buildMatcher(words)
      .find(text)
      .map(([w, s]) => `${w}:${s}`);
    expect(found.sort()).toEqual(plain.sort());
  });
});

describe('layout', () => {
  it('joins lines that only the paper broke, and points back at the original', () => {
    const source = '二〇一八年以后收取的防空地下室易地建\n设 费被 截留。\n一、其他';
    const reading = layOut(source);
    expect(reading.text).toBe('二〇一八年以后收取的防空地下室易地建设费被截留。\n一、其他');
    const at = reading.text.indexOf('易地建设费');
    const span = toSource(reading, { start: at, end: at + 5 });
    expect(source.slice(span.start, span.end)).toBe('易地建\n设 费');
  });

  it('does not part a sum at its comma', () => {
    const reading = layOut('计3,600元，已退');
    expect(reading.clauses.map((c) => reading.text.slice(c.start, c.end))).toEqual(['计3,600元', '已退']);
  });
});

describe('hostile and plain text', () => {
  const lexicon = loadLexicon();
  const receipt = { receivedOn: null, channel: null };
  const unit = [
    '不得',
    '根据',
    '《',
    '□',
    '减免易地建设费',
    '送给10万元',
    '▇▇',
    '2018年1月1日',
    '，',
    '\t',
    '\n',
    '（',
    '1',
  ];
  it.each(unit)('reads %j over and over in time that grows with its length', (part) => {
    const run = (size: number) => {
      const text = part.repeat(Math.ceil(size / part.length));
      const topics = readTopics(sealedOf(text, [accusedOf('局', '主任', '某')]), null, receipt, lexicon);
      expect(topics.topics.length).toBeLessThanOrEqual(22);
    };
    expect(growth(run, 10_000, 50_000)).toBeLessThan(12);
  });

  it('reads the papers again and again alike', () => {
    for (const fixture of wholePapers.slice(0, 5)) {
      const sealed = sealedOf(fixture.text);
      expect(readTopics(sealed, null, receipt, lexicon)).toEqual(readTopics(sealed, null, receipt, lexicon));
    }
  });

  it('asks for whole words where the segmenter gave them', () => {
    const text = '县人防办主任吴某2016年公款旅游3万元，返回扣款单。';
    const lengths = [...text].map(() => 1);
    const whole = readTopics(sealedOf(text), { lengths, tags: [] }, receipt, lexicon);
    expect(whole.topics.map((t) => t.code)).toContain('A4');
  });
});
