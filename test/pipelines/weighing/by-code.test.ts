import { describe, expect, it } from '@jest/globals';
import { weightsByCode } from '../../../pipelines/weighing/index.js';

describe('weights of several codes in one file', () => {
  const learnt = {
    bias: -2,
    weights: { telling: 1.5, 'C2/bias': -3, 'C2/word:租金': 0.9, 'E1/word:租金': -0.4, 'E1/bias': -1 },
  };

  it('are found by what is seen', () => {
    const { general, codes, bySign, learned } = weightsByCode(learnt);
    expect(general).toEqual({ bias: -2, weights: { telling: 1.5 } });
    expect([...learned]).toEqual([
      ['C2', -3],
      ['E1', -1],
    ]);
    const { places, weights } = bySign.get('word:租金')!;
    expect([...places].map((place, i) => [codes[place], weights[i]])).toEqual([
      ['C2', 0.9],
      ['E1', -0.4],
    ]);
    expect([...bySign.keys()]).toEqual(['word:租金']);
  });

  it('are sorted once', () => {
    expect(weightsByCode(learnt)).toBe(weightsByCode(learnt));
  });
});
