import { describe, expect, it } from '@jest/globals';
import { readEntities } from '../../../pipelines/entities/index.js';
import { createSegmenter } from '../../../pipelines/segmentation/index.js';
import { extractionOf } from '../extractions.js';
import { containerOf, lexicon, type Rows, split, tablePage } from './papers.js';

const head = ['序号', '线索编号', '被反映人', '单位及职务', '反映主要问题', '涉及金额（万元）', '线索来源'];
const around = {
  before: '中共澜川市委第三巡察组问题线索移交清单\n移送单位：市委巡察办　移交日期：2020年7月3日',
  after: '移交人：司空曙\n接收人：蓝天佑',
};
const rows: Rows = [
  head,
  ['1', 'A-01', '尚可为', '青麓区人防办主任', '2016年违规减免翠云苑易地建设费', '43.6', '个别谈话'],
  ['2', 'A-02', '窦振华、罗启航', '澜川市人防办科长', '2017年3月收受供应商好处费', '3', '^'],
  ['3', 'A-03', '樊立群', '屏湖区人防办主任', '低价出租人防工程', '', '抽查'],
  ['合计', '<', '<', '<', '<', '46.6', ''],
  ['', '', '', '', '', '', ''],
  ['备注：以上线索均已核对', '<', '<', '<', '<', '<', '<'],
  ['审核人', '皇甫若兰', '', '', '', '', ''],
];
const sheet = (known: object = {}) =>
  extractionOf([tablePage(around, rows, { firstRow: 3, ...known })], { format: 'docx' });

describe('a list of clues', () => {
  it('is one item a row, a line a column, in what stands around it', async () => {
    const items = await split(sheet({ label: '移交清单' }));
    expect(items.map((i) => [i.ordinal, i.row, i.label])).toEqual([
      [0, 4, '移交清单'],
      [1, 5, '移交清单'],
      [2, 6, '移交清单'],
    ]);
    expect(items[1]!.text).toBe(
      '序号：2\n线索编号：A-02\n被反映人：窦振华、罗启航\n单位及职务：澜川市人防办科长\n反映主要问题：2017年3月收受供应商好处费\n涉及金额（万元）：3\n线索来源：个别谈话',
    );
    expect(items[2]!.text).not.toContain('涉及金额');
    for (const { context } of items) {
      expect(context).toContain('第三巡察组问题线索移交清单');
      expect(context).toContain('移送单位：市委巡察办');
      expect(context).toContain('以上线索均已核对');
      expect(context).toContain('合计');
      expect(context).toContain('皇甫若兰');
      expect(context).not.toContain('尚可为');
      expect(context).not.toContain('被反映人');
    }
  });

  it('keeps the unit of a column with its sums, and several accused of one row', async () => {
    const items = await split(sheet());
    const segmenter = createSegmenter(lexicon);
    const [first, second] = items.map((item) =>
      readEntities(item, segmenter.words(item.text), { receivedOn: '2020-07-10', channel: null }, lexicon),
    );
    expect(first).toMatchObject({
      amount: 436_000,
      accused: [{ name: '尚可为', organisation: '青麓区人防办', position: '主任' }],
      informant: [],
    });
    expect(second!.accused.map((a) => a.name)).toEqual(['窦振华', '罗启航']);
  });

  it.each([
    [
      'two rows of headings',
      [
        ['序号', '被反映人情况', '<', '<', '问题线索内容', '处置方式'],
        ['^', '姓名', '单位', '职务', '^', '^'],
        ['1', '尚可为', '青麓区人防办', '主任', '违规减免易地建设费', '初步核实'],
      ],
      '序号：1\n被反映人姓名：尚可为\n被反映人单位：青麓区人防办\n被反映人职务：主任\n问题线索内容：违规减免易地建设费\n处置方式：初步核实',
    ],
    [
      'columns in another order, 姓名 alone, the unit before the person',
      [
        ['编号', '单位', '职务', '姓名', '事由', '收件日期'],
        ['7', '青麓区人防办', '主任', '尚可为', '违规减免易地建设费', '2020-07-03'],
      ],
      '编号：7\n被反映人单位：青麓区人防办\n被反映人职务：主任\n被反映人：尚可为\n事由：违规减免易地建设费\n收件日期：2020-07-03',
    ],
    [
      'title rows in the table itself',
      [
        ['2020年第二季度问题线索台账', '<', '<', '<'],
        ['填报单位：安澜县纪委监委', '<', '<', '<'],
        ['序号', '被举报人', '职级', '主要问题'],
        ['1', '尚可为', '乡科级', '违规减免易地建设费'],
      ],
      '序号：1\n被举报人：尚可为\n职级：乡科级\n主要问题：违规减免易地建设费',
    ],
  ] satisfies [string, Rows, string][])('reads %s', async (_, table, text) => {
    const items = await split(extractionOf([tablePage({}, table)], { format: 'docx' }));
    expect(items.map((i) => i.text)).toEqual([text]);
  });

  it('takes the unit of sums that the title gives', async () => {
    const [item] = await split(
      extractionOf(
        [
          tablePage({ before: '问题线索排查表\n金额单位：万元' }, [
            ['序号', '被反映人', '主要问题', '涉案金额'],
            ['1', '尚可为', '违规减免易地建设费', '12.5'],
          ]),
        ],
        { format: 'docx' },
      ),
    );
    expect(item!.text).toContain('涉案金额（万元）：12.5');
  });

  it('goes on over pages, with headings repeated or left out and a row broken in two', async () => {
    const first = tablePage({ before: '问题线索移送清单' }, [
      ['序号', '被反映人', '反映主要问题'],
      ['1', '尚可为', '违规减免易地建设费'],
      ['2', '樊立群', '将望川新城地下停车场低价出租'],
    ]);
    const second = tablePage({}, [
      ['', '', '给亲属经营的公司，租金未上缴。'],
      ['3', '孔繁林', '收受开发商现金'],
    ]);
    const third = tablePage({}, [
      ['序号', '被反映人', '反映主要问题'],
      ['4', '邹永康', '设立小金库'],
    ]);
    const items = await split(extractionOf([first, second, third], { format: 'pdf' }));
    expect(items.map((i) => i.text.split('\n').at(-1))).toEqual([
      '反映主要问题：违规减免易地建设费',
      '反映主要问题：将望川新城地下停车场低价出租给亲属经营的公司，租金未上缴。',
      '反映主要问题：收受开发商现金',
      '反映主要问题：设立小金库',
    ]);
    expect(items[1]!.pages).toEqual([
      { number: 1, start: 0 },
      { number: 2, start: items[1]!.text.indexOf('给亲属') },
    ]);
    expect(items[3]!.pages).toEqual([{ number: 3, start: 0 }]);
  });

  it('goes on over sheets; each headed sheet is a list of its own', async () => {
    const titled = (label: string, before: string, table: Rows) => tablePage({ before }, table, { label });
    const items = await split(
      extractionOf(
        [
          titled('巡察', '巡察移交问题线索清单', [
            ['序号', '被反映人', '反映主要问题'],
            ['1', '尚可为', '违规减免易地建设费'],
          ]),
          tablePage({}, [['2', '樊立群', '低价出租人防工程']], { label: '巡察（续）' }),
          titled('审计', '审计移送问题线索清单', [
            ['序号', '姓名', '存在问题'],
            ['1', '孔繁林', '截留易地建设费'],
          ]),
        ],
        { format: 'docx' },
      ),
    );
    expect(items.map((i) => [i.label, i.row, i.context.includes('审计移送')])).toEqual([
      ['巡察', 2, false],
      ['巡察（续）', 1, false],
      ['审计', 2, true],
    ]);
    expect(items[2]!.text).toBe('序号：1\n被反映人：孔繁林\n存在问题：截留易地建设费');
  });

  it('joins the rows of one number, each person with lines of his own', async () => {
    const items = await split(
      extractionOf(
        [
          tablePage({}, [
            ['序号', '被反映人', '单位及职务', '反映主要问题'],
            ['1', '尚可为', '青麓区人防办主任', '二人违规减免易地建设费'],
            ['^', '樊立群', '屏湖区人防办主任', '^'],
            ['2', '孔繁林', '望川区人防办主任', '低价出租人防工程'],
          ]),
        ],
        { format: 'docx' },
      ),
    );
    expect(items.map((i) => i.text)).toEqual([
      '序号：1\n被反映人：尚可为\n单位及职务：青麓区人防办主任\n反映主要问题：二人违规减免易地建设费\n被反映人：樊立群\n单位及职务：屏湖区人防办主任',
      '序号：2\n被反映人：孔繁林\n单位及职务：望川区人防办主任\n反映主要问题：低价出租人防工程',
    ]);
  });

  it('makes one blank item of a list without rows, and of a row that says 无', async () => {
    const blank = await split(
      extractionOf([tablePage({ before: '问题线索收集表' }, [head, ['', '', '', '', '', '', '']])], {
        format: 'docx',
      }),
    );
    expect(blank).toHaveLength(1);
    expect(blank[0]!.flags).toEqual(['blank_form']);
    const none = await split(
      extractionOf([tablePage({ before: '问题线索收集表' }, [head, ['1', '无', '无', '', '无', '0', '']])], {
        format: 'docx',
      }),
    );
    expect(none.map((i) => [i.row, i.flags])).toEqual([[2, ['blank_form']]]);
  });

  it('reads a list in plain text with tabs, member by member', async () => {
    const text = '问题线索清单\n序号\t被反映人\t主要问题\n1\t尚可为\t违规减免\n2\t樊立群\t低价出租\n';
    const items = await split(
      containerOf({ format: 'zip' }, [
        { member: '一.txt', format: 'text', pages: [{ text }] },
        { member: '二.txt', format: 'text', pages: [{ text }] },
      ]),
    );
    expect(items.map((i) => [i.member, i.row])).toEqual([
      ['一.txt', 2],
      ['一.txt', 3],
      ['二.txt', 2],
      ['二.txt', 3],
    ]);
  });
});

describe('a form', () => {
  const form: Rows = [
    ['编号', '澜纪访〔2018〕133号', '来访时间', '2018年8月22日'],
    ['来访人姓名', '费良玉', '性别', '男'],
    ['被反映人', '窦振华', '单位职务', '澜川市人防办设备管理科科长'],
    ['主要问题', '2017年3月28日在办公室收受现金3万元', '<', '<'],
  ];

  it('stays one item with the text that it has', async () => {
    const extraction = extractionOf([tablePage({ before: '来访登记表' }, form)], { format: 'docx' });
    const items = await split(extraction);
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ row: null, context: '', flags: [] });
    expect(items[0]!.text).toBe(extraction.pages[0]!.text.trim());
  });

  it('stays one item where a label stands on each line', async () => {
    const labels: Rows = [
      ['线索编号', '澜巡二移〔2019〕07号'],
      ['被反映人', '尚可为'],
      ['单位及职务', '青麓区人防办主任'],
      ['反映主要问题', '履行全面从严治党主体责任不力'],
      ['涉及金额（万元）', '743.5'],
    ];
    const items = await split(
      extractionOf([tablePage({ before: '问题线索移交表' }, labels)], { format: 'docx' }),
    );
    expect(items.map((i) => i.row)).toEqual([null]);
  });

  it('is blank where nobody filled it in', async () => {
    const blank: Rows = [
      ['编号', '', '来访时间', '年 月 日'],
      ['来访人姓名', '', '性别', ''],
      ['被反映人', '', '单位职务', ''],
      ['主要问题', '', '<', '<'],
    ];
    const [item] = await split(
      extractionOf([tablePage({ before: '来访登记表' }, blank)], { format: 'docx' }),
    );
    expect(item!.flags).toEqual(['blank_form']);
  });

  it('stays one item where a letter tells its payments in a table', async () => {
    const items = await split(
      extractionOf(
        [
          tablePage({ before: '关于窦振华的举报信\n市纪委领导：\n现将付款情况列表如下。' }, [
            ['序号', '时间', '金额（万元）', '地点'],
            ['1', '2017年3月', '3', '办公室'],
            ['2', '2017年12月', '2.6', '停车场'],
          ]),
        ],
        { format: 'docx' },
      ),
    );
    expect(items.map((i) => i.row)).toEqual([null]);
  });
});
