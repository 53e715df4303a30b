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

const tables: { name: string; rows: Rows; around?: Around }[] = [
  {
    name: 'a form with labels beside their values',
    rows: [
      ['来人', '裘老汉', '哪天', '2023/1/5'],
      ['说谁', '尚可为', '干啥的', '青麓区建管站站长'],
      ['啥事', first, '多少钱', '5万元'],
      ['咋办', '已经转给镇纪委去办理了', '谁办', '简大姐'],
    ],
  },
  {
    name: 'a form of two columns',
    rows: [
      ['来人', '裘大川'],
      ['日子', '2024-01-05'],
      ['啥事', first],
      ['还有啥', second],
    ],
  },
  {
    name: 'a table of sums',
    rows: [
      ['哪天', '谁', '多少', '剩'],
      ['1月5日', '裘某', '5000', '3'],
      ['1月9日', '简某', '800', '2'],
    ],
  },
  {
    name: 'one row',
    rows: [
      ['何时来的', '谁来反映', '说的是谁', '什么事'],
      ['2024-01-05', '裘大川', '尚可为', first],
    ],
  },
  {
    name: 'a table in a letter',
    rows: lists[0]!.rows,
    around: {
      before: '他在任时经手的事很多，我们村的人都看在眼里，下面一件一件列出来请领导过目。'.repeat(12),
    },
  },
  {
    name: 'a short letter’s table',
    rows: [
      ['时间', '谁送的', '多少', '为啥'],
      ['2019-03-05', '裘大川', '5000', '为承包砖厂给他送钱'],
      ['2019-06-09', '简玉梅', '8000', '为孩子转学给他送礼'],
    ],
    around: { before: '尊敬的县纪委领导：\n我举报尚可为收钱，如下表。' },
  },
  {
    name: 'a list of prices',
    rows: [
      ['序号', '东西', '多少钱一个', '卖家说明'],
      ['1', '过滤吸收器', '12800', '含安装与两年的保修服务'],
      ['2', '防护密闭门', '9600', '不含运费和现场调试费用'],
    ],
  },
  {
    name: 'a payroll',
    rows: [
      ['序', '叫啥', '电话', '发多少', '住哪里'],
      ['1', '裘大川', '13900001111', '3200', '青麓区南江镇三村五组12号'],
      ['2', '简玉梅', '13900002222', '3100', '青麓区南江镇三村六组3号'],
    ],
  },
  {
    name: 'a list of names with what each did',
    rows: [
      ['号', '谁', '出生', '家庭困难情况说明'],
      ['1', '裘大川', '1956-01-05', '老伴长年生病，靠低保生活'],
      ['2', '简玉梅', '1961-03-09', '儿子残疾在家，没有收入来源'],
    ],
    around: { before: '三村低保户名单' },
  },
  {
    name: 'a ledger',
    rows: [
      ['日子', '经手', '摘要', '支出'],
      ['2024-01-05', '裘大川', '支付挖机平整场地费', '3200'],
      ['2024-01-09', '简玉梅', '购买办公用品和茶叶', '860'],
      ['2024-02-03', '常有福', '付村道清扫的人工费', '1500'],
    ],
  },
  {
    name: 'minutes',
    rows: [
      ['序', '谁讲的', '讲了什么', '大家定的'],
      ['1', '裘大川', '汇报上半年人防工程维护情况', '同意按照方案执行'],
      ['2', '简玉梅', '汇报易地建设费收缴的工作情况', '请财务科继续核对'],
    ],
    around: { before: '办公会议记录' },
  },
  {
    name: 'questions and answers',
    rows: [
      ['序', '问什么', '答的人', '答什么'],
      ['1', '您对村里账目公开的情况满意吗？', '裘大川', '不满意'],
      ['2', '您知道低保金是怎么评定的吗？', '简玉梅', '不知道'],
    ],
  },
  {
    name: 'days of one matter',
    rows: [
      ['日子', '在哪里', '发生了什么'],
      ['2019-03-05', '砖厂', '他带人强占了三亩耕地不给钱'],
      ['2019-06-09', '村委会', '他当众殴打来讨说法的村民'],
    ],
  },
  {
    name: 'a plan of work',
    rows: [
      ['号', '干什么', '谁负责', '哪天干完'],
      ['1', '整理上半年人防工程档案资料', '裘大川', '2024-06-30'],
      ['2', '检修南江镇指挥所的通风设备', '简玉梅', '2024-07-15'],
    ],
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

describe('a table that is no list of matters', () => {
  it.each(tables)('stays whole: $name', async ({ rows, around }) => {
    expect(await itemsOf(rows, around)).toHaveLength(1);
  });
});
