import { describe, expect, it } from '@jest/globals';
import { behindLastOf, firstOf, isHan, oneOf } from '../../pipelines/one-of.js';

describe('characters in a table', () => {
  it('are those of the expression of the same spelling, for every unit', () => {
    const is = oneOf('，a-c0-9·\u3400-\u9fff-');
    const pattern = /[，a-c0-9·\u3400-\u9fff-]/;
    for (let unit = 0; unit < 0x10000; unit++) {
      const char = String.fromCharCode(unit);
      if (is(char, 0) !== pattern.test(char)) throw new Error(`U+${unit.toString(16)}`);
    }
  });

  it('stand nowhere outside the text', () => {
    expect([isHan('县', -1), isHan('县', 0), isHan('县', 1)]).toEqual([false, true, false]);
  });

  it('bound a sentence on both sides', () => {
    const ends = oneOf('。\n');
    const text = '甲。乙丙。丁';
    expect(behindLastOf(ends, text, 0, 3)).toBe(2);
    expect(behindLastOf(ends, text, 3, 4)).toBe(3);
    expect(firstOf(ends, text, 3)).toBe(4);
    expect(firstOf(ends, text, 2, 4)).toBe(4);
    expect(firstOf(ends, text, 5, 99)).toBe(6);
  });
});
