import { describe, expect, it } from '@jest/globals';
import { extractionOf } from '../extractions.js';
import { split } from './papers.js';

const one = `关于窦振华收受好处费问题的举报信
澜川市纪委监委领导：
现反映市人防办设备管理科科长窦振华，2017年3月28日在办公室收受供应商现金3万元，又按供货款提成2.6万元。
恳请组织核查。
一名知情人
2018年8月20日`;
const two = `关于金国梁压件不办问题的举报信
澜川市纪委监委领导：
现反映市人防办工程科科长金国梁，2019年4月对嘉禾里项目压件四十余天，送了购物卡才办。请予查处。
一名群众
2019年6月3日`;
const cover = `中共澜川市纪委信访室
澜纪信转〔2019〕61号
青麓区纪委监委：
现将反映窦振华有关问题的信访举报件（编号2019第0417号）转去，请按规定办理。
附件：1件2页
2019年3月26日`;
const docx = (text: string) => extractionOf([{ text }], { format: 'docx' });
const pages = (...texts: string[]) =>
  extractionOf(
    texts.map((text) => ({ text })),
    { format: 'text' },
  );

describe('several letters in one file', () => {
  it('are parted where a new title and salutation follow a date', async () => {
    const items = await split(docx(`${one}\n${two}`));
    expect(items.map((i) => i.text)).toEqual([one, two]);
    expect(items.map((i) => [i.coveredBy, i.cover, i.flags])).toEqual([
      [null, false, []],
      [null, false, []],
    ]);
  });

  it('are parted at pages, each with the pages of its own', async () => {
    const [first, second] = [one.slice(0, 80), one.slice(80)];
    const items = await split(pages(first, second, '', two));
    expect(items.map((i) => i.pages.map((p) => p.number))).toEqual([[1, 2, 3], [4]]);
    expect(items[1]!.text).toBe(two);
  });

  it('are parted at an envelope that lies before each', async () => {
    const envelope = '653100\n澜川市镜湖路1号\n澜川市纪委监委（收）\n邮政编码：653100\n内详 缄';
    const unsigned = one.replace('\n2018年8月20日', '');
    const items = await split(pages(envelope, unsigned, envelope, two));
    expect(items.map((i) => i.pages.map((p) => p.number))).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });

  it('are parted where the numbering of the pages starts again', async () => {
    const unsigned = one.replace('\n2018年8月20日', '');
    const items = await split(
      pages(`${unsigned}\n第1页 共2页`, '补充：他还收了两次。\n第2页 共2页', `${two}\n第1页 共1页`),
    );
    expect(items.map((i) => i.pages.map((p) => p.number))).toEqual([[1, 2], [3]]);
  });

  it('stay one, flagged, where only a title says so', async () => {
    const unsigned = one.replace('\n2018年8月20日', '');
    const items = await split(pages(unsigned, two));
    expect(items.map((i) => i.flags)).toEqual([['split_uncertain']]);
  });

  it.each([
    [
      'has a title and no mark behind it',
      ['关于金国梁压件不办问题的举报信\n市人防办工程科科长金国梁压件不办'],
    ],
    ['has the title of the first', [one.replace('一名知情人\n2018年8月20日', '请予查处。')]],
    ['is page 1 behind an empty one', ['', '市人防办工程科科长金国梁压件不办\n第1页 共2页']],
  ])('are shown to a person where a page %s', async (_, more) => {
    const items = await split(pages(`${one.replace('\n2018年8月20日', '')}\n第1页 共1页`, ...more));
    expect(items.map((i) => [i.pages.length, i.flags])).toEqual([[1 + more.length, ['split_uncertain']]]);
  });

  it.each([
    ['a list of evidence', `${one}\n附件：\n1. 转账凭证复印件\n2. 现场照片`],
    [
      'copies behind the date',
      `${one}\n附件1\n关于印发人防设备采购办法的通知\n各县区人防办：\n现将办法印发给你们。`,
    ],
    ['a second date', `${one}\n补充：以上情况属实。\n2018年8月21日`],
    ['a heading inside', `${one.replace('恳请', '另反映以下问题：\n二、公款旅游的问题\n恳请')}`],
    [
      'fields of a form behind a date',
      '来访登记表\n来访时间：\n2018年8月22日\n来访人：费良玉\n反映的主要问题是设备管理科科长窦振华收受供应商现金三万元并且提成，请组织核查处理\n2018年8月22日\n领导批示：\n请第五监督检查室办理。\n2018年8月23日',
    ],
  ])('are not seen in %s', async (_, text) => {
    const items = await split(docx(text));
    expect(items.map((i) => i.flags)).toEqual([[]]);
    expect(items[0]!.text).toBe(text);
  });
});

const spoken = [
  '我多次找过县纪委：没有人管。',
  '2016年我向县监委：',
  '后来找到县信访局：让我们回去等。',
  '因此我们向市巡察组，你们好好查查',
  '李书记你好大的官威。',
];

describe('short letters one after the other', () => {
  const about = (who: string, sum: string) => `人防办${who}收了老板${sum}万元，请查。`;

  it.each([
    ['a salutation', `市纪委领导：\n${about('张建国', '5')}\n一名群众\n2018年3月1日`, '市纪委领导：'],
    ['a title', `举报信\n纪委：${about('张建国', '5')}\n群众\n2018年3月1日`, '举报信'],
  ])('are parted where %s follows a date', async (_, first, opening) => {
    const second = `${opening}\n${about('李红梅', '3')}\n一名职工\n2018.4.2`;
    const items = await split(docx(`${first}\n${second}`));
    expect(items.map((i) => [i.text, i.flags])).toEqual([
      [first, []],
      [second, []],
    ]);
  });

  it.each([
    ['two salutations', `市纪委领导：\n${about('张建国', '5')}\n市纪委领导：\n${about('李红梅', '3')}`],
    ['two greetings', `领导您好！${about('张建国', '5')}\n领导您好！${about('李红梅', '3')}`],
    ['two titles', `举报信\n${about('张建国', '5')}\n举报信\n${about('李红梅', '3')}`],
    [
      'two signatures with dates',
      `${about('张建国', '5')}\n王大有\n2018年3月1日\n${about('李红梅', '3')}\n赵小满\n2018年4月2日`,
    ],
    [
      'two signatures with months',
      `${about('张建国', '5')}\n王大有\n2018年3月\n${about('李红梅', '3')}\n2018年4月\n举报人：赵小满`,
    ],
    [
      'a salutation behind a signature',
      `${about('张建国', '5')}\n举报人：王大有\n市纪委领导：\n${about('李红梅', '3')}`,
    ],
    [
      'a form behind a letter',
      `${one}\n来电登记\n来电时间：2018年9月1日\n来电人：不详\n内容：${about('李红梅', '3')}`,
    ],
    ['a word of the office behind the date', `${one}\n市纪委信访室：请阅处。\n李大山\n8月22日`],
    ['a leader who hands it on', `${one}\n县纪委：请派人核查，并将结果报我。李大山8月22日`],
    ['a greeting before a postscript', `${one}\n各位领导，你们好！上次寄的信怕没收到，再寄一次。`],
    [
      'letters that run on behind whom they are for',
      `${one}\n县纪委：我再反映他坐公车回家的事，请查。\n2018年9月1日`,
    ],
    ['much told behind the date', `${one}\n${about('李红梅', '3').repeat(4)}`],
  ])('are shown to a person where there are %s', async (_, text) => {
    const items = await split(docx(text));
    expect(items.map((i) => [i.text, i.flags])).toEqual([[text, ['split_uncertain']]]);
  });

  it.each([
    ['a postscript with a date', `${one}\n补充：他还收了烟酒，是我亲眼看见的。\n2018年8月22日`],
    [
      'months that head what was done in them',
      `市纪委领导：\n事情经过如下。\n${['2017年3月', '2018年4月', '2019年5月'].map((month) => `${month}\n${about('张建国', '5').repeat(4)}`).join('\n')}\n王大有\n2019年6月1日`,
    ],
    ['offices that the letter speaks of', `${one.replace('恳请', `${spoken.join('\n')}\n恳请`)}`],
    ['two who sign', `${one}\n举报人：王大有\n2018年8月21日`],
    [
      'persons before the salutation',
      `申诉书\n申诉人：王大有，男，澜川市某单位职工。\n市纪委：\n我不服处分，请求复查。\n王大有\n2018年8月21日`,
    ],
    [
      'a mail with its greeting',
      '发件人：某人\n日期：2018年8月21日\n主题：车位是谁的？\n领导好：\n车位租金没有公示，请查。',
    ],
  ])('are not seen in %s', async (_, text) => {
    expect((await split(docx(text))).map((i) => i.flags)).toEqual([[]]);
  });
});

describe('a cover', () => {
  it.each([
    ['behind the word 附件', docx(`${cover}\n附件\n${one}`), `${cover}\n附件`],
    ['on pages of their own', pages(cover, one), cover],
    ['right behind its date', docx(`${cover}\n${one}`), cover],
  ])('and the letter %s are two items', async (_, extraction, text) => {
    const items = await split(extraction);
    expect(items.map((i) => [i.ordinal, i.text, i.coveredBy, i.cover])).toEqual([
      [0, text, null, true],
      [1, one, 0, false],
    ]);
    expect(items[1]!.context).toBe(text);
  });

  it('covers every letter behind it', async () => {
    const items = await split(docx(`${cover}\n附件1\n${one}\n附件2\n${two}`));
    expect(items.map((i) => i.coveredBy)).toEqual([null, 0, 0]);
    expect(items[2]!.text).toBe(two);
  });

  it('without its letter is one item', async () => {
    const items = await split(docx(cover));
    expect(items.map((i) => [i.text, i.cover])).toEqual([[cover, false]]);
  });
});

describe('hostile text', () => {
  it.each([
    ['one line', '关于'.repeat(50_000)],
    ['titles', '举报信\n'.repeat(30_000)],
    ['dates', '2018年8月20日\n'.repeat(10_000)],
    ['salutations', '市纪委领导：\n'.repeat(15_000)],
    ['spaces', `附${' '.repeat(99_000)}件`],
    ['colons', '：'.repeat(100_000)],
    ['greetings', '领导您好！请查。\n'.repeat(10_000)],
    ['forms', '来电登记\n来电人：\n'.repeat(8_000)],
    ['names', '王大有\n'.repeat(25_000)],
    ['one greeting', `尊敬的${'您'.repeat(99_000)}`],
  ])('of 100 KB of %s is split in a moment', async (_, text) => {
    const extraction = docx(text);
    await split(docx('热身'));
    const before = process.cpuUsage();
    await split(extraction);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(6000);
  });
});
