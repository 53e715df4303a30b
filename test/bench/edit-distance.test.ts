import { describe, expect, it } from '@jest/globals';
import { distance, lettersOnly } from '../../bench/edit-distance.js';

/** The textbook table, without a band. */
function plain(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length]!;
}

describe('edit distance', () => {
  it.each([
    ['', '', 0],
    ['', '人防办', 3],
    ['人防办', '', 3],
    ['贺连生', '锅连生人', 2],
    ['一二三四', '二三四五', 2],
  ])('of %p and %p is %p', (a, b, expected) => {
    expect(distance(a, b)).toBe(expected);
  });

  it('equals the plain table whatever the lengths', () => {
    let state = 5;
    const next = (below: number) => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
    const text = () => Array.from({ length: next(70) }, () => '甲乙丙丁'[next(4)]).join('');
    for (let i = 0; i < 200; i++) {
      const [a, b] = [text(), text()];
      expect(distance(a, b)).toBe(plain(a, b));
    }
  });

  it('can leave punctuation out', () => {
    expect(lettersOnly('标题 ：２０１６年，（一）')).toBe('标题2016年一');
  });
});
