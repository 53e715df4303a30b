import { describe, expect, it } from '@jest/globals';
import { readEntities } from '../../../pipelines/entities/index.js';
import { createSegmenter } from '../../../pipelines/segmentation/index.js';
import { extractionOf } from '../extractions.js';
import { lexicon, type Rows, split, tablePage } from './papers.js';

type Around = Parameters<typeof tablePage>[0];
const itemsOf = (rows: Rows, around: Around = {}) =>
  split(extractionOf([tablePage(around, rows)], { format: 'docx' }));

const segmenter = createSegmenter(lexicon);
const read = (item: Awaited<ReturnType<typeof itemsOf>>[number]) =>
  readEntities(item, segmenter.words(item.text), { receivedOn: '2024-07-10', channel: null }, lexicon);

const [first, second, third] = [
  '青麓区建管站站长尚可为收了砖厂老板的钱，违规批临时用地',
  '南江镇财政所会计窦振华虚列支出套取办公经费，账目不清',
  '城东小学校长樊立群违规收费，家长去问也不给说法',
];
interface Case {
  name: string;
  rows: Rows;
  around?: Around;
  /** The first item's text. */
  text: string;
  count?: number;
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
    text: `收件日期：2024-01-05\n反映人：裘大川\n被反映人：尚可为\n反映主要问题：${first}`,
  },
  {
    name: 'names with unit and post before them',
    rows: [
      ['何时来的', '谁来反映', '电话', '说的是谁', '什么事'],
      ['2024-01-05', '裘大川', '15400000311', '青麓区建管站站长尚可为', '收了砖厂老板20万元，违规批临时用地'],
      ['2024-01-09', '匿名', '', '南江镇财政所会计窦振华', '虚列支出套取办公经费，账目不清'],
    ],
    count: 2,
    text: '收件日期：2024-01-05\n反映人：裘大川\n反映人电话：15400000311\n被反映人：青麓区建管站站长尚可为\n反映主要问题：收了砖厂老板20万元，违规批临时用地',
  },
  {
    name: 'English headings over names with unit and post',
    rows: [
      ['Date', 'From', 'Phone', 'Complaint about', 'What happened'],
      ['2024-01-05', '裘大川', '15400000311', '青麓区建管站站长尚可为', '收了砖厂老板20万元，违规批临时用地'],
      ['2024-01-09', 'unknown', '', '南江镇财政所会计窦振华', '虚列支出套取办公经费，账目不清'],
    ],
    count: 2,
    text: '收件日期：2024-01-05\nFrom：裘大川\n反映人电话：15400000311\n被反映人：青麓区建管站站长尚可为\n反映主要问题：收了砖厂老板20万元，违规批临时用地',
  },
  {
    name: 'names with unit and post before them, under words that say nothing',
    rows: [
      ['日子', '当事的', '群众怎么讲'],
      ['2024-01-05', '青麓区建管站站长尚可为', '举报他收了砖厂老板20万元，违规批临时用地'],
      ['2024-01-09', '南江镇财政所会计窦振华', '举报他虚列支出套取办公经费，账目不清'],
    ],
    around: { before: '群众反映登记' },
    count: 2,
    text: '收件日期：2024-01-05\n被反映人：青麓区建管站站长尚可为\n反映主要问题：举报他收了砖厂老板20万元，违规批临时用地',
  },
  {
    name: 'words of two characters',
    rows: [
      ['时间', '来人', '对方', '情况'],
      ['2024年1月5日', '裘大川', '尚可为', first],
      ['2024年1月9日', '简玉梅', '窦振华', second],
      ['2024年2月3日', '常有福', '樊立群', third],
    ],
    text: `收件日期：2024年1月5日\n反映人：裘大川\n被反映人：尚可为\n反映主要问题：${first}`,
  },
  {
    name: 'three columns, and nobody named apart',
    rows: [
      ['收到日子', '谁送来', '讲啥'],
      ['2024/1/5', '裘大川', first],
      ['2024/1/9', '简玉梅', second],
    ],
    count: 2,
    text: `收件日期：2024/1/5\n反映人：裘大川\n反映主要问题：${first}`,
  },
  {
    name: 'no headings at all',
    rows: [
      ['1', '2024-01-05', '裘大川', '13900001111', first],
      ['2', '2024-01-09', '简玉梅', '13900002222', second],
      ['3', '2024-02-03', '常有福', '13900003333', third],
    ],
    text: `序号：1\n收件日期：2024-01-05\n反映人：裘大川\n反映人电话：13900001111\n反映主要问题：${first}`,
  },
  {
    name: 'headings in English',
    rows: [
      ['No.', 'Date received', 'Complainant', 'Against', 'Details'],
      ['1', '2024-01-05', '裘大川', '尚可为', first],
      ['2', '2024-01-09', '简玉梅', '窦振华', second],
      ['3', '2024-02-03', '常有福', '樊立群', third],
    ],
    text: `No.：1\n收件日期：2024-01-05\n反映人：裘大川\n被反映人：尚可为\n反映主要问题：${first}`,
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
    text: `收件日期：2024-01-05\n反映人：裘大川\n反映人电话：13900001111\n被反映人：尚可为\n被反映人单位及职务：建管站站长\n反映主要问题：${first}`,
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
    count: 2,
    text: `收件日期：2024-01-05\n反映人：裘大川\n反映主要问题：${first}\n咋办的：已转镇纪委`,
  },
  {
    name: 'a result and a way beside',
    rows: [
      ['号', '咋来的', '日子', '谁', '讲的事', '结果'],
      ['1', '信', '2024-01-05', '裘大川', first, '已办结'],
      ['2', '电话', '2024-01-09', '简玉梅', second, '转教育局'],
      ['3', '信', '2024-02-03', '匿名', third, '在办'],
    ],
    text: `号：1\n咋来的：信\n收件日期：2024-01-05\n反映人：裘大川\n反映主要问题：${first}\n结果：已办结`,
  },
  {
    name: 'a name that may be anybody’s',
    rows: [
      ['序', '日子', '姓名', '电话', '说了些什么'],
      ['1', '2024-01-05', '裘大川', '13900001111', first],
      ['2', '2024-01-09', '简玉梅', '13900002222', second],
    ],
    count: 2,
    text: `序：1\n收件日期：2024-01-05\n反映人：裘大川\n反映人电话：13900001111\n反映主要问题：${first}`,
  },
  {
    name: 'only the one who is spoken of',
    rows: [
      ['编', '哪个', '干啥的', '干了啥'],
      ['1', '尚可为', '建管站站长', first],
      ['2', '窦振华', '财政所会计', second],
      ['3', '樊立群', '城东小学校长', third],
    ],
    text: `编：1\n被反映人：尚可为\n被反映人单位及职务：建管站站长\n反映主要问题：${first}`,
  },
  {
    name: 'the content first',
    rows: [
      ['说的话', '说话的', '号码', '几号来的'],
      [first, '裘大川', '13900001111', '2024.1.5'],
      [second, '简玉梅', '13900002222', '2024.1.9'],
    ],
    count: 2,
    text: `反映主要问题：${first}\n反映人：裘大川\n反映人电话：13900001111\n收件日期：2024.1.5`,
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
    text: 'No.：1\n收件日期：2023/1/5\n反映人：裘老汉\n被反映人：尚可为\n被反映人单位及职务：青麓区建管站站长\n反映主要问题：收了砖厂老板的钱，批临时用地\n多少钱(千元)：50',
  },
];

describe('a list whose headings nobody knows', () => {
  it.each(lists)('is one item a row: $name', async ({ rows, around, text, count = 3 }) => {
    const items = await itemsOf(rows, around);
    expect(items.map((i) => i.text)).toHaveLength(count);
    expect(items[0]!.text.slice(0, text.length)).toBe(text);
    for (const item of items) expect(item.flags).toContain('columns_guessed');
  });

  it('has who brings it sealed and who is accused read, where both are named', async () => {
    for (const { rows } of [lists[0]!, lists[4]!, lists[5]!]) {
      const [item] = await itemsOf(rows);
      const { accused, informant } = read(item!);
      expect(accused.map((a) => a.name)).toEqual(['尚可为']);
      expect(informant.map((field) => field.value)).toContain('裘大川');
    }
  });

  it('goes on, on the next page, without headings', async () => {
    const [head, ...below] = lists[0]!.rows;
    const pages = [tablePage({}, [head!, ...below]), tablePage({}, below)];
    expect(await split(extractionOf(pages, { format: 'pdf' }))).toHaveLength(6);
  });
});
