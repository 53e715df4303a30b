import { describe, expect, it } from '@jest/globals';
import { extractionOf } from '../extractions.js';
import { type Rows, split, tablePage } from './papers.js';

type Around = Parameters<typeof tablePage>[0];
const itemsOf = (rows: Rows, around: Around = {}) =>
  split(extractionOf([tablePage(around, rows)], { format: 'docx' }));

const [first, second] = [
  '青麓区建管站站长尚可为收了砖厂老板的钱，违规批临时用地',
  '南江镇财政所会计窦振华虚列支出套取办公经费，账目不清',
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
    rows: [
      ['何时来的', '谁来反映', '说的是谁', '什么事'],
      ['2024-01-05', '裘大川', '尚可为', first],
      ['2024-01-09', '简玉梅', '窦振华', second],
      ['2024-02-03', '常有福', '樊立群', '城东小学校长樊立群违规收费，家长去问也不给说法'],
    ],
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

describe('a table that is no list of matters', () => {
  it.each(tables)('stays whole: $name', async ({ rows, around }) => {
    expect(await itemsOf(rows, around)).toHaveLength(1);
  });
});
