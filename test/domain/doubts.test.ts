import { describe, expect, it } from '@jest/globals';
import { doubtsOf, isSumDoubted, type RegisterRecord } from '../../domain/index.js';

type Entity = RegisterRecord['entities'][number];
const entity = (text: string, start: number, doubtful?: Entity['doubtful']): Entity => ({
  ...{ type: 'person', text, value: text, source: 0, page: 1, start, end: start + text.length },
  confidence: 0.8,
  ...(doubtful && { doubtful }),
});

describe('what recognition doubts of a word', () => {
  it('are the characters doubted wherever it stands, adjoining ones together', () => {
    const twice = [
      entity('莫哨林', 10, [{ start: 10, end: 12 }]),
      entity('莫哨林', 30, [{ start: 30, end: 32 }]),
    ];
    expect(doubtsOf('莫哨林', { entities: twice })).toEqual([{ start: 0, end: 2 }]);
    const ends = [
      entity('莫哨林', 5, [
        { start: 5, end: 6 },
        { start: 7, end: 8 },
      ]),
    ];
    expect(doubtsOf('莫哨林', { entities: ends })).toEqual([
      { start: 0, end: 1 },
      { start: 2, end: 3 },
    ]);
  });

  it('is settled by one place where it is sure, and unknown of what stands nowhere', () => {
    const entities = [
      entity('莫哨林', 10, [{ start: 10, end: 12 }]),
      entity('莫哨林', 30, [{ start: 31, end: 32 }]),
    ];
    expect(doubtsOf('莫哨林', { entities })).toEqual([{ start: 1, end: 2 }]);
    expect(doubtsOf('莫哨林', { entities: [...entities, entity('莫哨林', 50)] })).toEqual([]);
    expect(doubtsOf('莫梢林', { entities })).toEqual([]);
    expect(doubtsOf(null, { entities })).toEqual([]);
  });

  it('holds for a sum that is doubted wherever it stands, or made of doubted ones', () => {
    const sum = (value: number, doubtful?: Entity['doubtful']): Entity => ({
      ...entity('3万元', 10, doubtful),
      ...{ type: 'money', value },
    });
    const doubt = [{ start: 10, end: 11 }];
    expect(isSumDoubted(30_000, { entities: [sum(30_000, doubt)] })).toBe(true);
    expect(isSumDoubted(30_000, { entities: [sum(30_000, doubt), sum(30_000)] })).toBe(false);
    expect(isSumDoubted(50_000, { entities: [sum(30_000, doubt), sum(20_000)] })).toBe(true);
    expect(isSumDoubted(50_000, { entities: [sum(30_000), sum(20_000)] })).toBe(false);
    expect(isSumDoubted(null, { entities: [sum(30_000, doubt)] })).toBe(false);
    const said: NonNullable<Parameters<typeof isSumDoubted>[1]['decisions']>[number] = {
      ...{ kind: 'correct', undoneBy: null, fields: ['amount'], named: [], amount: 30_000 },
    };
    expect(isSumDoubted(30_000, { entities: [sum(30_000, doubt)], decisions: [said] })).toBe(false);
    expect(
      isSumDoubted(30_000, { entities: [sum(30_000, doubt)], decisions: [{ ...said, undoneBy: 2 }] }),
    ).toBe(true);
    // What is typed of a paper is right of that paper, and of the clue where its sum is the clue's.
    const typed = { ...said, kind: 'register' } as const;
    const read = { entities: [sum(90_000, doubt)] };
    expect(isSumDoubted(30_000, { ...read, decisions: [typed] })).toBe(false);
    expect(isSumDoubted(90_000, { ...read, decisions: [typed] })).toBe(true);
    expect(isSumDoubted(30_000, { ...read, decisions: [{ ...typed, undoneBy: 2 }] })).toBe(true);
  });

  describe('beside decisions', () => {
    const entities = [entity('莫哨林', 10, [{ start: 10, end: 12 }])];
    type Decision = RegisterRecord['decisions'][number];
    const decision = (said: Partial<Decision>): Decision => ({
      ...{ id: 1, at: '2026-11-20T01:00:00Z', by: '案管甲', kind: 'correct', reason: '核对原件' },
      ...{ from: '530400-XS-2026-0001', to: '530400-XS-2026-0001', sources: [], undoes: null },
      ...{ fields: ['accused'], named: ['莫哨林', '澜川市人防办'], amount: null, undoneBy: null },
      ...said,
    });

    it('is none of whom a person named, until that is undone', () => {
      expect(doubtsOf('莫哨林', { entities, decisions: [decision({})] })).toEqual([]);
      expect(doubtsOf('莫哨林', { entities, decisions: [decision({ undoneBy: 2 })] })).toHaveLength(1);
    });

    it('stays of whom only a later paper accuses, or an earlier correction named', () => {
      const other = decision({ id: 2, named: ['岑文博'] });
      expect(doubtsOf('莫哨林', { entities, decisions: [other] })).toHaveLength(1);
      expect(doubtsOf('莫哨林', { entities, decisions: [decision({}), other] })).toHaveLength(1);
      const amount = decision({ id: 3, fields: ['amount'], named: [] });
      expect(doubtsOf('莫哨林', { entities, decisions: [decision({}), amount] })).toEqual([]);
    });

    it('stays where a person typed of another paper whom it accuses', () => {
      expect(doubtsOf('莫哨林', { entities, decisions: [decision({ kind: 'register' })] })).toHaveLength(1);
    });
  });
});
