import { describe, expect, it } from '@jest/globals';
import { describeError } from '../../../domain/index.js';
import { extractionOf } from '../extractions.js';
import { containerOf, split } from './papers.js';

describe('items', () => {
  it('makes one item of a document, with the begin of each page', async () => {
    const items = await split(extractionOf([{ text: '第一页' }, { text: '第二页' }], { format: 'text' }));
    expect(items).toEqual([
      {
        ordinal: 0,
        member: null,
        row: null,
        label: null,
        text: '第一页\n第二页',
        origins: [[0, 0, 7]],
        context: '',
        coveredBy: null,
        cover: false,
        review: null,
        pages: [
          { number: 1, start: 0 },
          { number: 2, start: 4 },
        ],
        recognised: false,
        scans: [],
        doubtful: [],
        informantCells: [],
        confidence: 1,
        flags: [],
      },
    ]);
  });

  it('makes an empty item of a document without usable text, and says why', async () => {
    const [item, ...rest] = await split(extractionOf([{ recognise: true }]));
    expect(rest).toEqual([]);
    expect(item).toMatchObject({ text: '', confidence: 0, recognised: true, flags: ['unreadable_page'] });
  });

  it('tells of many members that cannot be read for one reason in one place, and of few one by one', async () => {
    const locked = { code: 'extraction.password_needed' as const, params: {} };
    const broken = { code: 'extraction.damaged' as const, params: { kind: 'docx' } };
    const secret = { code: 'items.classified' as const, params: { mark: '机密★10年' } };
    const members = [
      { member: '好.txt', format: 'text' as const, pages: [{ text: '举报某某一事，请予核查。' }] },
      ...Array.from({ length: 1_500 }, (_, i) => ({ member: `${i}.docx`, format: null, failure: broken })),
      ...Array.from({ length: 10 }, (_, i) => ({ member: `密${i}.zip`, format: null, failure: locked })),
      ...Array.from({ length: 11 }, (_, i) => ({
        member: `机${i}.txt`,
        format: 'text' as const,
        failure: secret,
      })),
    ];
    const items = await split(containerOf({ format: 'zip' }, members));
    expect(items).toHaveLength(1 + 1 + 10 + 11);
    expect(items[1]).toMatchObject({
      member: null,
      text: '',
      review: {
        code: 'items.members_unread',
        params: { count: 1_500, why: 'extraction.damaged', kind: 'docx' },
      },
    });
    const { code, params } = items[1]!.review!;
    const { message, remedy } = describeError(code, params, 'zh');
    expect(message).toContain('1500 个文件');
    expect(message).toContain('已损坏（docx）');
    expect(remedy).toContain('核对原件');
    expect(remedy).toContain('qidi inspect');
  });

  it('gives each member its own item, and one that cannot be read to a person', async () => {
    const items = await split(
      containerOf({ format: 'zip' }, [
        { member: '来信/甲.txt', format: 'text', pages: [{ text: '举报某某一事，请予核查。' }] },
        {
          member: '来信/乙.docx',
          format: null,
          failure: { code: 'extraction.password_needed', params: {} },
        },
        { member: '来信/丙.txt', format: 'text', pages: [{ text: '反映某某另一事，请予核查。' }] },
      ]),
    );
    expect(items.map((i) => [i.ordinal, i.member, i.text === '', i.review?.code ?? null])).toEqual([
      [0, '来信/甲.txt', false, null],
      [1, '来信/乙.docx', true, 'extraction.password_needed'],
      [2, '来信/丙.txt', false, null],
    ]);
  });

  it('makes one paper of photos that lie together in a folder', async () => {
    const photo = (member: string, text: string) => ({
      member,
      format: 'jpeg' as const,
      pages: [{ text }],
    });
    const items = await split(
      containerOf({ format: 'zip' }, [
        photo('一/1.jpg', '关于某某问题的举报信\n市纪委领导：\n现反映某某在工作中收受好处'),
        photo('一/2.jpg', '的问题，金额三万元，请予查处。'),
        photo('二/1.jpg', '另一封来信的内容在这里。'),
      ]),
    );
    expect(items.map((i) => [i.member, i.pages.map((p) => p.number)])).toEqual([
      ['一/1.jpg', [1, 2]],
      ['二/1.jpg', [1]],
    ]);
  });
});
