import { describe, expect, it } from '@jest/globals';
import { extractionOf } from '../extractions.js';
import { type Rows, read, sealed, split, tablePage } from './papers.js';

const list = (table: Rows) => split(extractionOf([tablePage({}, table)], { format: 'pdf' }));
type Items = Awaited<ReturnType<typeof list>>;

function expectNowhere(items: Items, words: readonly string[]): void {
  for (const item of items) {
    const { text, context } = sealed(item);
    for (const word of words) expect([text, context].join('\n')).not.toContain(word);
  }
}

describe('a list whose headings an office knows seals who brought its matters', () => {
  it.each([
    ['names', '谁', ['简玉梅', '老常', '裘大娘']],
    ['telephones', '怎么找', ['13900001111', '13900002222', '无']],
    ['homes', '哪儿的', ['南江镇北街12号', '城东里3栋', '柳湾村四组']],
  ])('under a heading that it does not know, where %s stand there', async (_, heading, values) => {
    const items = await list([
      ['序号', heading, '被反映人', '单位及职务', '反映主要问题'],
      ['1', values[0]!, '尚可为', '青麓区建管站站长', '收了砖厂老板的钱，违规批临时用地'],
      ['2', values[1]!, '窦振华', '南江镇财政所会计', '虚列支出套取办公经费'],
      ['3', values[2]!, '樊立群', '城东小学校长', '违规收费，家长去问也不给说法'],
    ]);
    expect(items).toHaveLength(3);
    expectNowhere(
      items,
      values.filter((value) => value !== '无'),
    );
    for (const item of items) expect(item.flags).toContain('columns_guessed');
    for (const name of ['尚可为', '窦振华', '樊立群'])
      expect(items.some((item) => sealed(item).text.includes(name))).toBe(true);
  });

  it('but no other column that it does not know', async () => {
    const items = await list([
      ['序号', '片区', '被反映人', '单位及职务', '反映主要问题'],
      ['1', '北片', '尚可为', '青麓区建管站站长', '收了砖厂老板的钱，违规批临时用地'],
      ['2', '南片', '窦振华', '南江镇财政所会计', '虚列支出套取办公经费'],
    ]);
    expect(items.map((item) => sealed(item).text.includes('片区：'))).toEqual([true, true]);
    expect(items.map((item) => /[南北]片/.test(sealed(item).text))).toEqual([true, true]);
    expect(items.flatMap((item) => item.flags)).not.toContain('columns_guessed');
  });

  it('under 姓名 ahead of the column of whom it is about', async () => {
    const items = await list([
      ['序号', '姓名', '电话', '被反映人', '单位及职务', '主要问题'],
      ['1', '简玉梅', '13900001111', '尚可为', '青麓区建管站站长', '收了砖厂老板红包5000元'],
      ['2', '常有福', '', '窦振华', '南江镇财政所会计', '虚列支出套取办公经费'],
    ]);
    expect(items).toHaveLength(2);
    expectNowhere(items, ['简玉梅', '常有福', '13900001111']);
  });

  it('under 姓名 where each matter says itself whom it is about', async () => {
    const items = await list([
      ['日期', '姓名', '事由'],
      ['2024-02-01', '司马静', '反映青麓区建管站站长尚可为收了砖厂老板的钱'],
      ['2024-02-03', '夏侯芸', '举报南江镇财政所会计窦振华虚列支出套取办公经费'],
    ]);
    expect(items).toHaveLength(2);
    expectNowhere(items, ['司马静', '夏侯芸']);
    for (const item of items) expect(item.flags).toContain('columns_guessed');
  });

  it('and leaves readable under 姓名 whom the matters are about', async () => {
    const items = await list([
      ['序号', '姓名', '事由'],
      ['1', '尚可为', '反映其收了砖厂老板的钱，违规批临时用地'],
      ['2', '窦振华', '虚列支出套取办公经费'],
    ]);
    expect(items.map((item) => sealed(item).text.match(/尚可为|窦振华/)?.[0])).toEqual(['尚可为', '窦振华']);
  });

  it('at the beginning of what he tells, but nobody whom another column names', async () => {
    const items = await list([
      ['序号', '被反映人', '单位及职务', '反映主要问题'],
      ['1', '尚可为', '青麓区建管站站长', '简玉梅反映其收了砖厂老板的钱，违规批临时用地'],
      ['2', '窦振华', '南江镇财政所会计', '窦振华说他哥是县长，谁告都没有用，套取办公经费'],
      ['3', '樊立群', '城东小学校长', '家长反映违规收费，去问也不给说法'],
    ]);
    expect(items).toHaveLength(3);
    expectNowhere(items, ['简玉梅']);
    expect(items[1]!.informantCells).toEqual([]);
    expect(items[2]!.informantCells).toEqual([]);
    expect(sealed(items[0]!).text).toContain('反映其收了砖厂老板的钱');
  });
});

describe('a list whose headings ask in plain words', () => {
  it.each(['说的是哪个', '说的是哪个（单位职务）', '告的是哪个', '反映的是哪个？'])(
    'whom the matters are about, under %s',
    async (heading) => {
      const items = await list([
        ['序号', '日期', '来信人', heading, '反映内容'],
        ['1', '2024-05-06', '匿名', '河口镇卫生院院长贝建设', '采购彩超机收回扣'],
        ['2', '2024-05-09', '简玉梅', '河口镇林业站副站长殷实', '私批采伐证20份，每份收500'],
      ]);
      expect(items).toHaveLength(2);
      expectNowhere(items, ['简玉梅']);
      expect(items.map((item) => sealed(item).accused.map((a) => a.name))).toEqual([['贝建设'], ['殷实']]);
      expect(items[0]!.informantCells).toEqual([]);
      expect(read(items[0]!).informant).toEqual([]);
    },
  );
});

describe('a list whose headings nobody knows', () => {
  it('is about the one with an office, where each matter begins with who tells it', async () => {
    const items = await list([
      ['日子', '经手', '啥人', '事儿'],
      ['2019-03-04', '王芳', '青麓区建管站站长尚可为', '简玉梅说他收了砖厂老板的钱，违规批临时用地'],
      ['2019-03-05', '王芳', '南江镇财政所会计窦振华', '常有福说他虚列支出套取办公经费'],
      ['2019-03-06', '王芳', '城东小学校长樊立群', '裘大川说他违规收费，去问也不给说法'],
    ]);
    expect(items).toHaveLength(3);
    expectNowhere(items, ['简玉梅', '常有福', '裘大川']);
    expect(items.map((item) => /被反映人：(.*)/.exec(sealed(item).text)?.[1])).toEqual([
      '青麓区建管站站长尚可为',
      '南江镇财政所会计窦振华',
      '城东小学校长樊立群',
    ]);
  });

  it('is parted where they say outright who brings the matters and whom they are about', async () => {
    const items = await list([
      ['何日', '谁来说的', '说谁', '说啥', '多少钱'],
      ['3月5日', '简玉梅', '村主任尚可为', '把村里鱼塘包给自己家里人，十年才给两万', '2万'],
      ['3月9日', '没说', '镇民政办 窦振华', '办低保要先交五百块照相的钱', '500元'],
    ]);
    expect(items).toHaveLength(2);
    expectNowhere(items, ['简玉梅']);
    expect(sealed(items[1]!).text).toContain('窦振华');
  });
});
