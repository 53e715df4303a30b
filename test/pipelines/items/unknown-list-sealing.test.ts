import { describe, expect, it } from '@jest/globals';
import { extractionOf } from '../extractions.js';
import { type Rows, read, sealed, split, tablePage } from './papers.js';

const itemsOf = (rows: Rows) => split(extractionOf([tablePage({}, rows)], { format: 'docx' }));

const matters = [
  '村主任李四克扣大家的低保金，三年没有公开过账目',
  '粮库主任窦振华虚报库存，套取轮换补贴十几万元',
  '城东小学校长樊立群违规收费，家长去问也不给说法',
  '建管站站长尚可为收了砖厂老板的钱，违规批临时用地',
];
const days = ['2024-01-05', '2024-01-09', '2024-02-03', '2024-02-11'];
const phones = ['13800001111', '13800002222', '13800003333', '13800004444'];
/** Numbered rows with columns of any words between. */
const listOf = (headings: readonly string[], ...columns: readonly (readonly string[])[]): string[][] => [
  ['序号', ...headings, '讲的内容'],
  ...matters.map((matter, r) => [`${r + 1}`, ...columns.map((column) => column[r]!), matter]),
];
const names = ['裘大川', '简玉梅', '常有福', '闵秋生'];
const officers = ['县粮库会计张春生', '柳林镇财政所所长马玉林', '城关小学校长何国庆', '水务站站长方有田'];
const accused = [
  '青麓区建管站站长尚可为',
  '南江镇财政所会计窦振华',
  '城东小学校长樊立群',
  '屏湖区人防办主任孔繁林',
];

/** What of the rows tells who brought them: words that nobody may see. */
const cases: { name: string; rows: Rows; secrets: readonly string[] }[] = [
  {
    name: 'a name that is told of in the matter too',
    rows: listOf(['哪天', '姓名'], days, names).map((row, r) =>
      r === 0 ? row : [...row.slice(0, -1), `${names[r - 1]}来说${matters[r - 1]}`],
    ),
    secrets: names,
  },
  {
    name: 'a name with unit and post beside a phone',
    rows: listOf(['谁', '电话'], officers, phones),
    secrets: [...officers.map((o) => o.slice(-3)), ...officers, ...phones],
  },
  ...[
    '被接待人',
    '被害人',
    '对方',
    '谁（不愿被人知道）',
    'Concerned citizen',
    'Who called about it',
    '来说的是谁',
    '听谁说的',
    '被告知人',
    '谁',
    '',
  ].flatMap((heading) => [
    {
      name: `${heading || 'nothing'} over names`,
      rows: listOf(['哪天', heading], days, names),
      secrets: names,
    },
    {
      name: `${heading || 'nothing'} over names with unit and post`,
      rows: listOf(['哪天', heading], days, officers),
      secrets: officers.map((o) => o.slice(-3)),
    },
    {
      name: `${heading || 'nothing'} over names, phones beside`,
      rows: listOf([heading, '号码几多'], officers, phones),
      secrets: [...officers.map((o) => o.slice(-3)), ...phones],
    },
  ]),
  {
    name: 'names and words for none',
    rows: listOf(['哪天', '谁'], days, ['裘大川', '没有留下名字', '赵长河', '不愿意透露姓名']),
    secrets: ['裘大川', '赵长河'],
  },
  {
    name: 'names and results for none',
    rows: listOf(['哪天', '谁'], days, ['未留姓名', '未署名', '不予透露', '赵长河']),
    secrets: ['赵长河'],
  },
  {
    name: 'names in Latin letters',
    rows: listOf(['哪天', 'Caller'], days, ['John Smith', 'Mary Wong', 'Peter Chan', 'Ann Lee']),
    secrets: ['John Smith', 'Mary Wong', 'Peter Chan', 'Ann Lee'],
  },
  {
    name: 'styles',
    rows: listOf(['哪天', '谁'], days, ['张老师', '王医生', '钱会计', '孙大姐']),
    secrets: ['张老师', '王医生', '钱会计', '孙大姐'],
  },
  {
    name: 'villagers',
    rows: listOf(['哪天', '谁'], days, [
      '河湾村村民裘大川',
      '三组村民赵长河',
      '退休教师简玉梅',
      '柳林镇居民常有福',
    ]),
    secrets: ['裘大川', '赵长河', '简玉梅', '常有福'],
  },
  {
    name: 'the same person in each row',
    rows: listOf(['哪天', '谁'], days, ['裘大川', '裘大川', '裘大川', '裘大川']),
    secrets: ['裘大川'],
  },
  {
    name: 'numbers of identity',
    rows: listOf(['谁', '证号'], names, [
      '530102195601051234',
      '53010219610309432X',
      '530102197001010011',
      '530102198002020022',
    ]),
    secrets: [...names, '530102195601051234', '53010219610309432X', '530102197001010011'],
  },
  {
    name: 'numbers of identity under other words',
    rows: listOf(['谁', '那串数'], names, [
      '530102195601051234',
      '53010219610309432X',
      '530102197001010011',
      '530102198002020022',
    ]),
    secrets: ['530102195601051234', '530102197001010011'],
  },
  {
    name: 'homes and days of birth',
    rows: listOf(
      ['谁', '住哪里', '出生日期'],
      names,
      ['东门街6号', '南关街22号', '河湾村三组', '北关街8号'],
      ['1956-01-05', '1961-03-09', '1970-01-01', '1980-02-02'],
    ),
    secrets: ['东门街6号', '南关街22号', '河湾村三组', '1956-01-05', '1980-02-02'],
  },
  {
    name: 'a home between name and phone',
    rows: listOf(['谁', '住哪里', '电话'], officers, ['王家坪', '李家沟', '张家坝', '杨柳湾'], phones),
    secrets: [...officers.map((o) => o.slice(-3)), ...phones],
  },
  {
    name: 'phones of the place',
    rows: listOf(['谁', '怎么找'], names, ['6235118', '6231220', '6239007', '6230101']),
    secrets: [...names, '6235118', '6230101'],
  },
  {
    name: 'a clerk beside a name with unit and post',
    rows: listOf(['谁来接待', '谁'], names, officers),
    secrets: officers.map((o) => o.slice(-3)),
  },
  {
    name: 'a name with unit and post beside who is accused by the heading',
    rows: listOf(['谁来', '哪个', '说的是谁'], names, officers, accused),
    secrets: [...names, ...officers.map((o) => o.slice(-3))],
  },
  {
    name: 'a heading for both',
    rows: listOf(['哪天', '被反映人（没有的写来信人）'], days, officers),
    secrets: officers.map((o) => o.slice(-3)),
  },
  {
    name: 'no headings',
    rows: listOf(['', ''], days, officers).slice(1),
    secrets: officers.map((o) => o.slice(-3)),
  },
  {
    name: 'somebody among results',
    rows: listOf(['谁来反映', '结果'], names, ['已办结', '已转', '赵长河', '在办']),
    secrets: [...names, '赵长河'],
  },
];

describe('whoever may have brought a matter of a list with unknown headings', () => {
  it.each(cases)('is sealed in every row: $name', async ({ rows, secrets }) => {
    const items = await itemsOf(rows);
    if (items.length === 1) expect(items[0]!.flags).toContain('split_uncertain');
    else expect(items).toHaveLength(matters.length);
    for (const item of items) {
      const { text, context, accused: charged, mentions } = sealed(item);
      const shown = [text, context, JSON.stringify([charged, mentions])].join('\n');
      for (const secret of secrets) expect(shown).not.toContain(secret);
    }
  });

  it('leaves days, numbers, ways, results and sums readable', async () => {
    const rows = listOf(
      ['哪天', '咋来的', '谁', '牵涉几多', '结果'],
      days,
      ['来信', '电话', '网络', '来访'],
      names,
      ['3.5', '4.5', '12.5', '120'],
      ['已办结', '已转', '在办', '未办'],
    );
    for (const [r, item] of (await itemsOf(rows)).entries()) {
      const { text } = sealed(item);
      for (const [c, value] of rows[r + 1]!.entries()) if (c !== 3) expect(text).toContain(value);
    }
  });
});

describe('who is accused in a list with unknown headings', () => {
  const said = [
    '被反映人',
    '被举报的人',
    '被告',
    '说的是谁',
    '反映谁',
    'Accused',
    'Complaint about',
    'Respondent',
  ];
  it.each([
    ...said.map((heading) => [heading, listOf(['谁', heading], names, accused)] as const),
    ['beside who brings it by the heading', listOf(['谁来反映', '哪个'], names, accused)] as const,
    ['beside who can be reached', listOf(['谁', '电话', '哪个'], names, phones, accused)] as const,
  ])('is read and shown where it is beyond doubt: %s', async (_, rows) => {
    const items = await itemsOf(rows);
    expect(items).toHaveLength(matters.length);
    for (const [r, item] of items.entries()) {
      const { text, accused: charged } = sealed(item);
      expect(text).toContain(accused[r]!);
      expect(text).not.toContain(names[r]!);
      expect(charged.map((a) => a.name)).toContain(accused[r]!.slice(-3));
      expect(read(item).informant.map((field) => field.value)).toContain(names[r]!);
    }
  });
});
