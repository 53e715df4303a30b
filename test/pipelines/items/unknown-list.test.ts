import { describe, expect, it } from '@jest/globals';
import { extractionOf } from '../extractions.js';
import { type Rows, sealed, split, tablePage } from './papers.js';

type Around = Parameters<typeof tablePage>[0];
const itemsOf = (rows: Rows, around: Around = {}) =>
  split(extractionOf([tablePage(around, rows)], { format: 'docx' }));

const [first, second, third] = [
  '青麓区建管站站长尚可为收了砖厂老板的钱，违规批临时用地',
  '南江镇财政所会计窦振华虚列支出套取办公经费，账目不清',
  '城东小学校长樊立群违规收费，家长去问也不给说法',
];
interface Case {
  name: string;
  rows: Rows;
  around?: Around;
  /** Rows of titles and headings. */
  above?: number;
  /** Rows below the last matter. */
  below?: number;
  /** What stands before the value of each column, `▇` where that is sealed. */
  labels: readonly string[];
}
const lists: Case[] = [
  {
    name: 'plain words as headings',
    rows: [
      ['何时来的', '谁来反映', '说的是谁', '什么事'],
      ['2024-01-05', '裘大川', '尚可为', first],
      ['2024-01-09', '简玉梅', '窦振华', second],
      ['2024-02-03', '常有福', '樊立群', third],
    ],
    labels: ['收件日期', '▇反映人', '被反映人', '反映主要问题'],
  },
  {
    name: 'names with unit and post before them',
    rows: [
      ['何时来的', '谁来反映', '电话', '说的是谁', '什么事'],
      ['2024-01-05', '裘大川', '15400000311', '青麓区建管站站长尚可为', '收了砖厂老板20万元，违规批临时用地'],
      ['2024-01-09', '匿名', '', '南江镇财政所会计窦振华', '虚列支出套取办公经费，账目不清'],
    ],
    labels: ['收件日期', '▇反映人', '▇反映人电话', '被反映人', '反映主要问题'],
  },
  {
    name: 'English headings over names with unit and post',
    rows: [
      ['Date', 'From', 'Phone', 'Complaint about', 'What happened'],
      ['2024-01-05', '裘大川', '15400000311', '青麓区建管站站长尚可为', '收了砖厂老板20万元，违规批临时用地'],
      ['2024-01-09', 'unknown', '', '南江镇财政所会计窦振华', '虚列支出套取办公经费，账目不清'],
    ],
    labels: ['Date', '▇反映人', '▇反映人电话', '被反映人', '反映主要问题'],
  },
  {
    name: 'names with unit and post before them, under words that say nothing',
    rows: [
      ['日子', '当事的', '群众怎么讲'],
      ['2024-01-05', '青麓区建管站站长尚可为', '举报他收了砖厂老板20万元，违规批临时用地'],
      ['2024-01-09', '南江镇财政所会计窦振华', '举报他虚列支出套取办公经费，账目不清'],
    ],
    around: { before: '群众反映登记' },
    labels: ['日子', '▇当事的', '反映主要问题'],
  },
  {
    name: 'words of two characters',
    rows: [
      ['时间', '来人', '对方', '情况'],
      ['2024年1月5日', '裘大川', '尚可为', first],
      ['2024年1月9日', '简玉梅', '窦振华', second],
      ['2024年2月3日', '常有福', '樊立群', third],
    ],
    labels: ['时间', '▇反映人', '▇对方', '反映主要问题'],
  },
  {
    name: 'three columns, and nobody named apart',
    rows: [
      ['收到日子', '谁送来', '讲啥'],
      ['2024/1/5', '裘大川', first],
      ['2024/1/9', '简玉梅', second],
    ],
    labels: ['收件日期', '▇反映人', '反映主要问题'],
  },
  {
    name: 'no headings at all',
    rows: [
      ['1', '2024-01-05', '裘大川', '13900001111', first],
      ['2', '2024-01-09', '简玉梅', '13900002222', second],
      ['3', '2024-02-03', '常有福', '13900003333', third],
    ],
    above: 0,
    labels: ['序号', '收件日期', '▇反映人', '▇反映人电话', '反映主要问题'],
  },
  {
    name: 'headings in English',
    rows: [
      ['No.', 'Date received', 'Complainant', 'Against', 'Details'],
      ['1', '2024-01-05', '裘大川', '尚可为', first],
      ['2', '2024-01-09', '简玉梅', '窦振华', second],
      ['3', '2024-02-03', '常有福', '樊立群', third],
    ],
    labels: ['No.', '收件日期', '▇反映人', '被反映人', '反映主要问题'],
  },
  {
    name: 'two rows of headings with merged cells',
    rows: [
      ['哪天', '来的人', '<', '说谁', '<', '啥事'],
      ['^', '叫啥', '怎么找他', '叫啥', '干啥的', '^'],
      ['2024-01-05', '裘大川', '13900001111', '尚可为', '建管站站长', first],
      ['2024-01-09', '简玉梅', '13900002222', '窦振华', '财政所会计', second],
      ['2024-02-03', '常有福', '13900003333', '樊立群', '城东小学校长', third],
    ],
    above: 2,
    labels: ['哪天', '▇反映人', '▇反映人电话', '被反映人', '被反映人单位及职务', '反映主要问题'],
  },
  {
    name: 'a title and notes as rows above',
    rows: [
      ['一季度群众来访情况', '<', '<', '<'],
      ['信访室整理', '', '', ''],
      ['哪天', '哪个来的', '说啥', '咋办的'],
      ['2024-01-05', '裘大川', first, '已转镇纪委'],
      ['2024-01-09', '简玉梅', second, '已办结'],
    ],
    above: 3,
    labels: ['哪天', '▇反映人', '反映主要问题', '办理结果'],
  },
  {
    name: 'a result and a way beside',
    rows: [
      ['号', '咋来的', '日子', '谁', '讲的事', '结果'],
      ['1', '信', '2024-01-05', '裘大川', first, '已办结'],
      ['2', '电话', '2024-01-09', '简玉梅', second, '转教育局'],
      ['3', '信', '2024-02-03', '匿名', third, '在办'],
    ],
    labels: ['号', '▇咋来的', '日子', '▇谁', '反映主要问题', '办理结果'],
  },
  {
    name: 'a name that may be anybody’s',
    rows: [
      ['序', '日子', '姓名', '电话', '说了些什么'],
      ['1', '2024-01-05', '裘大川', '13900001111', first],
      ['2', '2024-01-09', '简玉梅', '13900002222', second],
    ],
    labels: ['序', '日子', '▇反映人', '▇反映人电话', '反映主要问题'],
  },
  {
    name: 'only the one who is spoken of',
    rows: [
      ['编', '哪个', '干啥的', '干了啥'],
      ['1', '尚可为', '建管站站长', first],
      ['2', '窦振华', '财政所会计', second],
      ['3', '樊立群', '城东小学校长', third],
    ],
    labels: ['编', '▇哪个', '▇干啥的', '反映主要问题'],
  },
  {
    name: 'the content first',
    rows: [
      ['说的话', '说话的', '号码', '几号来的'],
      [first, '裘大川', '13900001111', '2024.1.5'],
      [second, '简玉梅', '13900002222', '2024.1.9'],
    ],
    labels: ['反映主要问题', '▇反映人', '▇反映人电话', '收件日期'],
  },
  {
    name: 'a sum and empty cells',
    rows: [
      ['No.', '哪天打来的', '谁打来的', '他说谁不好', '那人干啥的', '啥事', '多少钱(千元)'],
      ['1', '2023/1/5', '裘老汉', '尚可为', '青麓区建管站站长', '收了砖厂老板的钱，批临时用地', '50'],
      ['2', '2023-1-9', '简大姐', '窦振华', '南江镇财政所会计', '虚列支出套取办公经费', '126.5'],
      ['3', '2月3日', '不肯说', '樊立群', '城东小学校长', '违规收费再来催', ''],
      ['合计', '', '', '', '', '', '176.5'],
    ],
    around: { before: '一季度群众反映情况汇总\n制表：信访室' },
    below: 1,
    labels: ['No.', '收件日期', '▇反映人', '被反映人', '被反映人单位及职务', '反映主要问题', '多少钱(千元)'],
  },
];

describe('a list whose headings nobody knows', () => {
  it.each(lists)('is one item a row: $name', async ({ rows, around, above = 1, below = 0, labels }) => {
    const items = await itemsOf(rows, around);
    const matters = rows.slice(above, rows.length - below);
    const lines = matters.map((row) => row.flatMap((value, c) => (value === '' ? [] : { c, value })));
    expect(items.map((item) => item.text)).toEqual(
      lines.map((cells) =>
        cells.map(({ c, value }) => `${labels[c]!.replace('▇', '')}：${value}`).join('\n'),
      ),
    );
    for (const [r, item] of items.entries()) {
      expect(item.flags).toContain('columns_guessed');
      const shown = sealed(item).text.split('\n');
      for (const [n, { c, value }] of lines[r]!.entries()) {
        if (value === '匿名') expect(shown[n]).toContain(value);
        else if (labels[c]!.startsWith('▇')) expect(shown[n]).toMatch(/^[^：]*：▇+$/u);
        else if (labels[c] !== '反映主要问题') expect(shown[n]).toContain(value);
      }
    }
  });

  it('has who is accused read, where the heading says it', async () => {
    const all = await itemsOf(lists[0]!.rows);
    expect(all.flatMap((item) => sealed(item).accused.map((a) => a.name))).toEqual([
      '尚可为',
      '窦振华',
      '樊立群',
    ]);
  });

  const kinds: [string, readonly string[], readonly string[], string][] = [
    ['a day on which it happened', ['案发时间', '谁'], ['2023-01-05', '裘大川'], '案发时间：2023-01-05'],
    ['a day of birth', ['出生日期', '谁'], ['1956-01-05', '裘大川'], '出生日期：▇▇▇▇▇▇▇▇▇▇'],
    ['sums with a point', ['谁', '多少钱(万元)'], ['裘大川', '3.5'], '多少钱(万元)：3.5'],
    ['sums under other words', ['谁', '牵涉几多'], ['裘大川', '12.5'], '牵涉几多：12.5'],
    ['a way under a known heading', ['渠道', '谁'], ['电话', '裘大川'], '渠道：电话'],
    ['a day with an hour', ['来电时间', '谁'], ['2024-01-05 10:30', '裘大川'], '收件日期：2024-01-05 10:30'],
    ['a result in the last column', ['谁', '讲啥', '咋样了'], ['裘大川', first, '已转'], '办理结果：已转'],
  ];
  it.each(kinds)('takes for what it is: %s', async (_, headings, row, line) => {
    const told = headings.includes('讲啥') ? [] : ['讲啥'];
    const items = await itemsOf([
      ['序号', ...headings, ...told],
      ...[first, second, third].map((matter, r) => [
        `${r + 1}`,
        ...row.map((value) => (value === first ? matter : value)),
        ...told.map(() => matter),
      ]),
    ]);
    expect(items).toHaveLength(3);
    for (const item of items) expect(sealed(item).text.split('\n')).toContain(line);
  });

  it('goes on, on the next page, without headings', async () => {
    const [head, ...below] = lists[0]!.rows;
    const pages = [tablePage({}, [head!, ...below]), tablePage({}, below)];
    expect(await split(extractionOf(pages, { format: 'pdf' }))).toHaveLength(6);
  });
});
