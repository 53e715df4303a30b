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

  it('tell of a report in the mailbox who is accused of what, of other classes nobody', () => {
    const report = mailbox.find(({ text }) => text.startsWith('反映水库管理所承包乱象'));
    expect(report).toMatchObject({
      petitionClass: 'report',
      accused: [{ name: '贡长林', organisation: '水库管理所', position: '所长' }],
      topics: ['D3'],
      offences: ['embezzlement', 'abuse-of-power'],
    });
    const unit = mailbox.find(({ text }) => text.startsWith('停车收费、公章与村部大楼'));
    expect(unit?.accused).toEqual([{ name: null, organisation: '黄泥塘村村委会', position: null }]);
    for (const { petitionClass, accused, topics, offences } of mailbox)
      if (petitionClass === 'report') expect(accused).not.toEqual([]);
      else expect([...accused, ...topics, ...offences]).toEqual([]);
  });

  it('name the accused of a report as it calls them, with topics by their codes', () => {
    for (const { text, accused, entities, topics } of mailbox) {
      const persons = entities.filter(({ type }) => type === 'person').map((mention) => mention.text);
      for (const { name, organisation, position } of accused) {
        expect(name === null || persons.includes(name) ? [] : [name]).toEqual([]);
        const plain = text.replaceAll('\n', '');
        expect([organisation, position].filter((words) => words !== null && !plain.includes(words))).toEqual(
          [],
        );
      }
      expect(topics.filter((code) => !/^[A-E][1-7]$/.test(code))).toEqual([]);
    }
  });
});
