import { expect, it } from '@jest/globals';
import { regress } from '../../bench/learning/ridge.js';
import { createRandom } from '../../bench/random.js';

const names = ['fee', 'rent', 'land', 'school', 'noise', 'dust'];
const codes = ['C2', 'E2'];
const { next } = createRandom(7);
const rows = Array.from({ length: 40 }, (_, i) => {
  const evidence = new Map(names.filter(() => next() < 0.5).map((name) => [name, 0.5 + next()]));
  return {
    evidence,
    right: [evidence.has('rent') ? 1 : 0, evidence.has('fee') && !evidence.has('noise') ? 1 : 0],
    group: `writer ${i % 4}`,
  };
});
const scoreOf = (
  evidence: ReadonlyMap<string, number>,
  weights: ReadonlyMap<string, Float64Array>,
  code: number,
) => [...evidence].reduce((sum, [name, value]) => sum + value * (weights.get(name)?.[code] ?? 0), 0);

it('learns what speaks for each code', () => {
  const { weights } = regress({ codes, rows }, 0.1);
  const strongest = (code: number) =>
    [...names].sort((a, b) => weights.get(b)![code]! - weights.get(a)![code]!)[0];
  expect(strongest(0)).toBe('rent');
  expect(strongest(1)).toBe('fee');
  expect(weights.get('noise')![1]).toBeLessThan(0);
});

it('scores a group as weights do that were learned without it', () => {
  const { leftOut } = regress({ codes, rows }, 0.9);
  const others = rows.filter((r) => r.group !== 'writer 2');
  const { weights } = regress({ codes, rows: others }, 0.9);
  for (const [i, row] of rows.entries()) {
    if (row.group !== 'writer 2') continue;
    for (const c of codes.keys()) expect(leftOut[i]![c]).toBeCloseTo(scoreOf(row.evidence, weights, c), 8);
  }
});

it('pulls towards nothing the more, the stronger the ridge', () => {
  const size = (ridge: number) =>
    [...regress({ codes, rows }, ridge).weights.values()].reduce((sum, w) => sum + Math.abs(w[0]!), 0);
  expect(size(100)).toBeLessThan(size(1) / 2);
});
