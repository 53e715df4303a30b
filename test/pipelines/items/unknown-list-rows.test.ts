import { describe, expect, it } from '@jest/globals';
import { extractionOf } from '../extractions.js';
import { type Rows, sealed, split, tablePage } from './papers.js';

const head = ['号', '哪天', '谁', '电话', '讲的内容'];
const rows = [
  ['1', '2024-01-05', '裘大川', '13900001111', '青麓区建管站站长尚可为收了砖厂老板的钱，违规批临时用地'],
  ['2', '2024-01-09', '简玉梅', '13900002222', '南江镇财政所会计窦振华虚列支出套取办公经费，账目不清'],
  ['3', '2024-02-03', '常有福', '13900003333', '城东小学校长樊立群违规收费，家长去问也不给说法'],
];
const told = (row: readonly string[]) => row.at(-1)!;
const secrets = rows.flatMap((row) => row.slice(2, 4));
const pdf = (...tables: Rows[]) =>
  split(
    extractionOf(
      tables.map((table) => tablePage({}, table)),
      { format: 'pdf' },
    ),
  );
const text = (...lines: readonly (readonly string[] | string)[]) =>
  split(
    extractionOf([{ text: lines.map((l) => (typeof l === 'string' ? l : l.join('\t'))).join('\n') }], {
      format: 'text',
    }),
  );
type Items = Awaited<ReturnType<typeof pdf>>;

/** Each matter stands in an item of its own. */
function expectParted(items: Items, matters = rows.map(told)): void {
  expect(items).toHaveLength(matters.length);
  for (const [i, matter] of matters.entries()) expect(items[i]!.text).toContain(matter);
}
/** All matters stand in one item, which a person has to look at. */
function expectWhole(items: Items, matters = rows.map(told)): void {
  expect(items).toHaveLength(1);
  expect(items[0]!.flags).toContain('split_uncertain');
  for (const matter of matters) expect(items[0]!.text).toContain(matter);
}
/** Neither what is filed nor what is read around it tells who brought any of the matters. */
function expectSealed(items: Items, words: readonly string[] = secrets): void {
  for (const item of items) {
    const { text: written, context } = sealed(item);
    for (const secret of words) expect([written, context].join('\n')).not.toContain(secret);
  }
}

describe('of a list whose headings nobody knows no row is lost', () => {
  it.each([
    ['two rows and one', [head, rows[0]!, rows[1]!], [head, rows[2]!]],
    ['one row and two', [head, rows[0]!], [head, rows[1]!, rows[2]!]],
    ['one row each', [head, rows[0]!], [head, rows[1]!], [head, rows[2]!]],
    ['two rows, and one without headings', [head, rows[0]!, rows[1]!], [rows[2]!]],
    [
      'headings that a title stands above',
      [['一月', '', '', '', ''], head, ...rows.slice(0, 2)],
      [['二月', '', '', '', ''], head, rows[2]!],
    ],
  ] satisfies [string, ...Rows[]][])('on pages with %s', async (...[, ...tables]) => {
    const items = await pdf(...(tables as Rows[]));
    expectParted(items);
    expectSealed(items);
  });

  it('where a second table is headed the same', async () => {
    const items = await text('三月', head, ...rows.slice(0, 2), '四月', head, rows[2]!);
    expectParted(items);
    expectSealed(items);
  });

  it.each([
    ['is headed otherwise', [['号', '来的日子', '来的人', '号码', '事由经过'], rows[2]!]],
    ['has one line', [rows[2]!]],
    ['has more columns', [['3', '2024-02-03', '来信', '常有福', '13900003333', told(rows[2]!)]]],
  ] satisfies [string, Rows][])('where a second table %s', async (_, second) => {
    const items = await text('三月', head, ...rows.slice(0, 2), '四月', ...second);
    expectWhole(items);
    expectSealed(items);
  });

  it.each([
    [
      'two columns',
      [
        ['谁', '讲的'],
        ['常有福', told(rows[2]!)],
      ],
    ],
    ['no numbers and phones', [['常有福', '城关', told(rows[2]!)]]],
  ] satisfies [string, Rows][])('where a further page has a table of %s', async (_, second) => {
    const items = await pdf([head, ...rows.slice(0, 2)], second);
    expectWhole(items);
    expectSealed(items);
  });

  it('where one row is merged over all columns', async () => {
    const matter = '城东小学校长樊立群违规收费，家长去问也不给说法';
    const items = await pdf([head, ...rows.slice(0, 2), [matter, '<', '<', '<', '<']]);
    expectWhole(items);
    expectSealed(items);
  });

  it('on sheets of which only one can be told', async () => {
    const sheets = [
      tablePage({}, [head, ...rows.slice(0, 2)], { label: '一月' }),
      tablePage(
        {},
        [
          ['谁', '讲的'],
          ['常有福', told(rows[2]!)],
        ],
        { label: '二月' },
      ),
    ];
    const items = await split(extractionOf(sheets, { format: 'docx' }));
    expectParted(items);
    expect(items[2]!.flags).toContain('split_uncertain');
  });

  it('where its headings are repeated on pages and sheets, and these are no rows', async () => {
    const unnumbered = [head, ...rows].map((row) => row.slice(1));
    const [own, ...below] = unnumbered as [string[], ...string[][]];
    const items = await pdf([own, below[0]!, below[1]!], [own, below[2]!], [own]);
    expectParted(items);
    const sheets = [below.slice(0, 2), below.slice(2)].map((part, i) =>
      tablePage({}, [own, ...part], { label: `表${i + 1}` }),
    );
    expectParted(await split(extractionOf(sheets, { format: 'docx' })));
  });

  it('where one has no number and somebody else brought it', async () => {
    const items = await pdf([head, rows[0]!, ['', ...rows[1]!.slice(1)], rows[2]!]);
    expectParted(items);
    expectSealed(items);
  });

  it('and the first of one without headings is a row', async () => {
    const short = ['张春生', '东门街6号', '无', '村主任打人骂人'];
    const below = [
      ['李小明', '南关街22号', '13900004444', '信用社主任窦振华给亲戚放贷款，不收利息'],
      ['赵长河', '北关街8号', '13900005555', '粮站站长尚可为虚报库存，套取补贴十几万'],
      ['何国庆', '西门街3号', '13900006666', '城东小学校长樊立群违规收费，家长去问也不给说法'],
    ];
    const items = await pdf([short, ...below]);
    expectParted(items, [short, ...below].map(told));
    expectSealed(
      items,
      [short, ...below].flatMap((row) => row.slice(0, 2)),
    );
  });

  it.each([
    ['a name', ['裘国平', '一月五日', '', '村里的砖窑'], expectParted],
    ['no name', ['匿名', '无', '无', '砖窑的事'], expectParted],
    ['few cells', ['', '', '', '砖窑占地'], expectWhole],
  ])('and the first of one without headings is a row by %s', async (_, first, expectRows) => {
    const below = rows.map((row) => [row[2]!, row[1]!, row[3]!, row[4]!]);
    const items = await pdf([first, ...below]);
    const all = [first, ...below].map(told);
    expectRows(items, all);
  });

  it('is told of thousands of short tables in a time that grows with their number', async () => {
    const spent = async (tables: number) => {
      const lines = Array.from({ length: tables }, (_, i) => [
        `第${i + 1}天`,
        ['1', '砖厂', `说的是第${i}件，没有谁签过字`],
        ['2', '粮库', `说的是第${i}件，没有谁点过数`],
      ]).flat();
      const before = process.cpuUsage();
      await text(...lines);
      const { user, system } = process.cpuUsage(before);
      return user + system;
    };
    await spent(500);
    const [few, many] = [await spent(500), await spent(4000)];
    // Eight times as many; a loop within a loop takes sixty times as long.
    expect(many / few).toBeLessThan(24);
  });
});

describe('a table of matters that cannot be told to be a list', () => {
  const three: Rows = [
    ['谁', '电话', '讲的内容'],
    ['裘大川', '13900001111', '砖厂那边的临时用地究竟是谁批下来的'],
    ['简玉梅', '13900002222', '镇里办公经费的账目一直没有贴出来过'],
    ['常有福', '13900003333', '城东小学开学时收的那笔钱没有给收据'],
  ];
  it('is flagged with three columns too, and tells nobody who brought them', async () => {
    const items = await pdf(three);
    expectWhole(items, three.slice(1).map(told));
    expectSealed(items);
  });
});
