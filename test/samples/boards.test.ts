import { describe, expect, it } from '@jest/globals';
import { mailbox, boards as ofBoards } from '../../samples/boards/index.js';

const boards = [...ofBoards, ...mailbox];

describe('the messages of boards', () => {
  it('are read without their marks, each mention standing in its message', () => {
    expect(boards.filter(({ text }) => /[{}]/.test(text))).toEqual([]);
    for (const { text, entities } of boards)
      expect(entities.filter((mention) => !text.includes(mention.text))).toEqual([]);
  });

  it('give the mentions with their types', () => {
    const report = boards.find(({ text }) => text.startsWith('举报我们坪上村支书'));
    expect(report?.petitionClass).toBe('report');
    expect(report?.entities.map(({ type, text }) => [type, text])).toEqual([
      ['organisation', '坪上村'],
      ['position', '支书'],
      ['person', '卢有根'],
      ['position', '会计'],
    ]);
  });
});
