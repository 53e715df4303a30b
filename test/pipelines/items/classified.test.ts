import { describe, expect, it } from '@jest/globals';
import type { Extraction, Recognition } from '../../../domain/index.js';
import { classifiedMark } from '../../../pipelines/extraction/index.js';
import { extract, extractionOf } from '../extractions.js';
import { containerOf, split } from './papers.js';

const secret = '青麓山指挥所的位置和通信参数如下';

describe('a classified mark', () => {
  it.each([
    ['机密★10年\n关于指挥所的报告', '机密★10年'],
    ['000001\n绝密★启封前\n特急', '绝密★启封前'],
    ['秘密★长期　　　　加急\n报告', '秘密★长期'],
    ['机 密 ★ 5 年\n报告', '机密★5年'],
    ['机密★１０年\n报告', '机密★10年'],
    ['秘密\n\n关于指挥所的报告', '秘密'],
    ['密级：机密\n编号：3', '机密'],
    ['【绝密】\n报告', '绝密'],
    ['密级\t机密☆6个月\n报告', '机密★6个月'],
  ])('is seen in %j', (text, mark) => {
    expect(classifiedMark(text, true)).toBe(mark);
  });

  it.each([
    '关于窦振华泄露机密的举报信\n市纪委领导：',
    '举报信\n他违反保守国家秘密法，泄露机密文件。',
    '商业秘密保护协议\n甲方：',
    '内部资料\n注意保密',
    '请为我保守秘密\n谢谢',
    '一名知情人\n2018年',
  ])('is not seen in %j', (text) => {
    expect(classifiedMark(text, true)).toBeNull();
  });

  it('counts at the head alone, and bare only on the first pages', () => {
    expect(classifiedMark(`${'举报内容一行文字\n'.repeat(9)}机密★10年`, true)).toBeNull();
    expect(classifiedMark('秘密\n附件', false)).toBeNull();
    expect(classifiedMark('机密★10年\n附件', false)).toBe('机密★10年');
  });

  it('keeps a file unread: no page, no recognition, no item text', async () => {
    const extraction = await extract(Buffer.from(`机密★10年\n${secret}`), 'txt');
    expect(JSON.stringify(extraction)).not.toContain('指挥所');
    expect(extraction.parts[0].failure).toEqual({ code: 'items.classified', params: { mark: '机密★10年' } });
    const items = await split(extraction);
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      text: '',
      context: '',
      review: { code: 'items.classified', params: { mark: '机密★10年' } },
    });
  });

  it('takes out only the part that bears it', async () => {
    const items = await split(
      containerOf({ format: 'zip' }, [
        {
          member: '甲.txt',
          format: 'text',
          failure: { code: 'items.classified', params: { mark: '秘密' } },
          pages: [{ text: '' }],
        },
        { member: '乙.txt', format: 'text', pages: [{ text: '反映窦振华收受现金三万元。' }] },
      ]),
    );
    expect(items.map((i) => [i.member, i.text, i.review?.code ?? null])).toEqual([
      ['甲.txt', '', 'items.classified'],
      ['乙.txt', '反映窦振华收受现金三万元。', null],
    ]);
  });

  it('is seen on a page that only recognition could read', async () => {
    const text = `机密女10年\n${secret}`;
    const extraction: Extraction = extractionOf([{ recognise: true }]);
    const read = { page: 1, width: 100, height: 100, confidence: 0.9, tables: [], flags: [] };
    const recognition = [
      { ...read, text, lines: [{ start: 0, end: text.length, confidence: 0.9, box: [0, 0, 9, 9] }] },
    ];
    const items = await split(extraction, recognition as unknown as Recognition[]);
    expect(items.map((i) => [i.text, i.review?.code])).toEqual([['', 'items.classified']]);
  });

  it('is no 内部: that is a flag', async () => {
    const [item] = await split(
      extractionOf([{ text: '内部资料 注意保密\n反映窦振华收受现金三万元。' }], { format: 'text' }),
    );
    expect(item).toMatchObject({ review: null, flags: ['internal_mark'] });
  });
});
