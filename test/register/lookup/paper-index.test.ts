import { describe, expect, it } from '@jest/globals';
import { createRandom } from '../../../bench/random.js';
import { createPaperIndex, strongest } from '../../../register/lookup/index.js';

const random = createRandom(5);
const someKeys = (count = 32) => Array.from({ length: count }, () => random.between(0, 0xffffffff));
const query = (bands: number[], anchors: number[] = [], names: number[] = []) => ({ bands, anchors, names });

describe('the index of papers', () => {
  it('finds every one of many papers by one band, also through its growth, and hardly ever a stranger', () => {
    const index = createPaperIndex(16);
    const keys = Array.from({ length: 20_000 }, () => someKeys());
    for (const [id, own] of keys.entries()) index.add(id, own);
    expect(index.papers).toBe(20_000);
    let strangers = 0;
    for (let id = 0; id < 20_000; id += 7) {
      const found = index.find(query([keys[id]![id % 32]!]), 10).map((l) => l.itemId);
      expect(found).toContain(id);
      strangers += found.length - 1;
    }
    for (let n = 0; n < 1000; n++) strangers += index.find(query(someKeys()), 10).length;
    expect(strangers).toBeLessThan(40);
    expect(index.bytes / index.papers).toBeLessThan(800);
  });

  it('takes two anchors, one is a phrase', () => {
    const index = createPaperIndex();
    const anchors = someKeys(10);
    index.add(7, anchors);
    expect(index.find(query([], anchors.slice(0, 1)), 10)).toEqual([]);
    expect(index.find(query([], anchors.slice(0, 2)), 10)).toEqual([{ itemId: 7, weight: 2 }]);
  });

  it('gives few of a form, and first those that accuse the same person', () => {
    const index = createPaperIndex();
    const form = someKeys();
    for (let id = 1; id <= 5000; id++) index.add(id, [...form, 1_000_000_007 + id * 7919]);
    const found = index.find(query(form, [], [1_000_000_007 + 4321 * 7919]), 48);
    expect(found[0]!.itemId).toBe(4321);
    expect(found.length).toBeLessThan(12);
    expect(index.frequent([...form, 1_000_000_007 + 7919])).toEqual(new Set(form));
  });

  it('puts the rarer first, each paper once', () => {
    const lists = [
      { itemId: 1, weight: 0.5 },
      { itemId: 2, weight: 1 },
      { itemId: 1, weight: 1 },
    ];
    expect(strongest(lists, 5)).toEqual([
      { itemId: 1, weight: 1.5 },
      { itemId: 2, weight: 1 },
    ]);
    expect(strongest(lists, 1)).toHaveLength(1);
  });
});
