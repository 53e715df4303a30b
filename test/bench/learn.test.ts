import { expect, it } from '@jest/globals';
import { crossValidate, isRight, learn, learnChoices, type Row } from '../../bench/learning/learn.js';
import { weigh } from '../../pipelines/weighing/index.js';

const row = (right: boolean, group: string, ...seen: string[]): Row => ({
  evidence: new Map(seen.map((name) => [name, 1])),
  right,
  group,
});
const rows = ['a', 'b', 'c', 'd'].flatMap((group) => [
  row(true, group, 'acts', 'office'),
  row(true, group, 'acts'),
  row(false, group, 'office'),
  row(false, group, 'witness', 'office'),
  row(false, group),
]);

it('learns what speaks for and what against a candidate', () => {
  const { bias, weights } = learn(rows);
  expect(weights.acts).toBeGreaterThan(1);
  expect(weights.witness).toBeLessThan(0);
  expect(bias).toBeLessThan(0);
});

it('leaves out what is seen too seldom', () => {
  expect(learn([...rows, row(true, 'e', 'once')]).weights.once).toBeUndefined();
});

it('judges every group by the others', () => {
  // One writer labels the other way round: whoever learned of him as well would waver.
  const contrary = rows.filter((r) => r.group === 'a').map((r) => ({ ...r, group: 'z', right: !r.right }));
  const right = new Map<string, number>();
  crossValidate([...rows, ...contrary], learn, (one, weights) => {
    right.set(one.group, (right.get(one.group) ?? 0) + (isRight(one, weights) ? 1 : 0));
  });
  expect(right.get('a')).toBe(5);
  expect(right.get('z')).toBe(0);
});

it('puts the right one of a choice highest', () => {
  const near = new Map([['near', 1]]);
  const far = new Map([['far', 1]]);
  const choices = Array.from({ length: 6 }, (_, i) => ({ candidates: [far, near], right: 1, group: `${i}` }));
  const weights = learnChoices(choices);
  expect(weigh(weights, near)).toBeGreaterThan(weigh(weights, far));
});
