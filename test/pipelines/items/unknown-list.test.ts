import { describe, expect, it } from '@jest/globals';
import { extractionOf } from '../extractions.js';
import { type Rows, split, tablePage } from './papers.js';

const plain: Rows = [
  ['No.', '哪天打来的', '谁打来的', '他说谁不好', '那人干啥的', '啥事', '多少钱(千元)'],
  ['1', '2023/1/5', '裘老汉', '尚可为', '青麓区建管站站长', '收了砖厂老板的钱，批临时用地', '50'],
  ['2', '2023-1-9', '简大姐', '窦振华', '南江镇财政所会计', '虚列支出套取办公经费', '126.5'],
  ['3', '2月3日', '不肯说', '樊立群', '城东小学校长', '再来催', ''],
  ['合计', '', '', '', '', '', '176.5'],
];
const flagsOf = async (rows: Rows, around: Parameters<typeof tablePage>[0] = {}) =>
  (await split(extractionOf([tablePage(around, rows)], { format: 'docx' }))).map((i) => i.flags);

describe('a list whose headings nobody knows', () => {
  it('is flagged: it may hold more than one paper', async () => {
    expect(await flagsOf(plain, { before: '一季度群众反映情况汇总\n制表：信访室' })).toEqual([
      ['split_uncertain'],
    ]);
  });

  it.each<[string, Rows, string]>([
    [
      'a form with labels beside their values',
      [
        ['来人', '裘老汉', '哪天', '2023/1/5'],
        ['说谁', '尚可为', '干啥的', '青麓区建管站站长'],
        ['啥事', '收了砖厂老板的钱，批临时用地', '多少钱', '5万元'],
        ['咋办', '已经转给镇纪委去办理了', '谁办', '简大姐'],
      ],
      '',
    ],
    [
      'a table of sums',
      [
        ['哪天', '谁', '多少', '剩'],
        ['1月5日', '裘某', '5000', '3'],
        ['1月9日', '简某', '800', '2'],
      ],
      '',
    ],
    ['one row', plain.slice(0, 2), ''],
    [
      'a table in a letter',
      plain,
      '他在任时经手的事很多，我们村的人都看在眼里，下面一件一件列出来请领导过目。'.repeat(12),
    ],
  ])('is not: %s', async (_, rows, before) => {
    expect((await flagsOf(rows, { before })).flat()).not.toContain('split_uncertain');
  });
});
