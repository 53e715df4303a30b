import { describe, expect, it } from '@jest/globals';
import { looksLikeNumber } from '../../../pipelines/ocr/second-reading.js';
import { vote } from '../../../pipelines/ocr/vote.js';

/** A reading that is sure of everything but the characters named. */
const reading = (text: string, unsure: Readonly<Record<string, number>> = {}) => ({
  text,
  sureness: Array.from(text, (character) => unsure[character] ?? 0.99),
});

describe('readings of one line', () => {
  it('give each character of which they are together surest', () => {
    const { text, sureness } = vote(
      reading('锅连生收受8万元', { 锅: 0.8 }),
      reading('贺连生收受3万元', { 3: 0.6 }),
    );
    expect(text).toBe('贺连生收受8万元');
    // Both places stay doubtful: the readings differed there.
    expect(sureness).toEqual([0.7, 0.99, 0.99, 0.99, 0.99, 0.7, 0.99, 0.99]);
  });

  it('outvote one that is surer than each of them', () => {
    const others = [reading('三千元', { 千: 0.8 }), reading('三千元', { 千: 0.75 })];
    expect(vote(reading('三干元', { 干: 0.97 }), ...others).text).toBe('三千元');
  });

  it('drop what only one dreamt up, and keep what only one found and is sure of', () => {
    expect(vote(reading('收受，现金', { '，': 0.85 }), reading('收受现金')).text).toBe('收受现金');
    expect(vote(reading('收受现金', {}), reading('收受，现金', { '，': 0.85 })).text).toBe('收受现金');
    expect(vote(reading('收受现', {}), reading('收受现金')).text).toBe('收受现金');
    expect(vote(reading('收受现金'), reading('')).text).toBe('收受现金');
  });

  it('keep the spaces of the first one, and are as sure as it where they agree', () => {
    const { text, sureness } = vote(
      reading('联系人：周工  电话', { 周: 0.6 }),
      reading('联系人：周工 电话', { 周: 0.8 }),
    );
    expect(text).toBe('联系人：周工  电话');
    expect(sureness).toHaveLength(text.length);
    expect(sureness[4]).toBe(0.8);
  });
});

describe('a cell with a number', () => {
  it.each(['12.6', '|', '工', '1,286.50', '5O', '2019-05', 'l2%'])('is %p', (text) => {
    expect(looksLikeNumber(text)).toBe(true);
  });
  it.each(['工程', '〇〇', '96.5万元', '沈丹', '', '15400000007123'])('is not %p', (text) => {
    expect(looksLikeNumber(text)).toBe(false);
  });
});
