import { describe, expect, it } from '@jest/globals';
import {
  confirmInformant,
  judgeLink,
  maskedFields,
  mergeClues,
  splitClue,
  undoDecision,
} from '../../../office/index.js';
import { who } from './correcting.js';
import { useDeciding } from './deciding.js';

const { office, file, show, clueOf, sourceOf, query } = await useDeciding('across');

const paper = (accused: string, place: string, more = '', end = '') =>
  `关于澜川市人防办工程科科长${accused}有关问题的情况
澜川市纪委监委领导：
现反映澜川市人防办工程科科长${accused}在${place}小区结建审批中，2019年5月20日收受开发商曹旺生现金3万元，违规减免易地建设费96.5万元。${more}请予查处。
2019年6月3日${end}`;
const again = (text: string, end = '') => `${text.replace('请予查处', '请予严肃查处')}${end}`;
const texts = async (clueNo: string) => (await show(clueNo))!.sources.map((s) => s.text).join('\n');

describe('the informant of one paper, masked in another of the clue', () => {
  it('is readable there again where a wrong merge is undone', async () => {
    const signed = await clueOf(await file(paper('齐泰安', '拙政园', '', '\n举报人：练子宁'), '2019-06-12'));
    const other = '举报澜川市人防办综合科科长宰父安2020年公款吃喝2万元，练子宁和卜长安都在场，虚开发票报销。';
    const clueNo = await clueOf(await file(other, '2020-01-02'));
    const before = await show(clueNo);
    const { decision } = await mergeClues(office, clueNo, signed, who);
    expect(await texts(signed)).not.toContain('练子宁');
    await undoDecision(office, decision, who);
    expect((await show(clueNo))!.sources).toEqual(before!.sources);
    expect(await maskedFields(office, clueNo)).toEqual([]);
    expect(await texts(signed)).not.toContain('练子宁');
  });

  it('is readable there again where the paper that tells of him is split off', async () => {
    const first = paper('方从哲', '濯缨阁', '此事胡惟庸在场。');
    const clueNo = await clueOf(await file(first, '2019-06-12'));
    await file(again(first, '\n举报人：胡惟庸'), '2019-06-13');
    expect(await texts(clueNo)).not.toContain('胡惟庸');
    const { to } = await splitClue(office, clueNo, [await sourceOf(clueNo, 1)], who);
    // Both are still about one man.
    expect(await texts(clueNo)).not.toContain('胡惟庸');
    await judgeLink(office, 'reject', [clueNo, to], who);
    expect(await texts(clueNo)).toContain('胡惟庸在场');
  });

  it('is no word that was sealed beside his name', async () => {
    const words = '农户的补偿款被他扣下，虚报农户20户。';
    const clueNo = await clueOf(await file(paper('方孝孺', '听松阁', words), '2019-06-12'));
    await file(again(paper('方孝孺', '听松阁'), '\n农户 王强'), '2019-06-13');
    expect((await show(clueNo))!.sources).toHaveLength(2);
    expect(await texts(clueNo)).toContain('虚报农户');
  });

  it('leaves the longer name of an accused whole, in title and summary too', async () => {
    const clueNo = await clueOf(await file(paper('高远山', '网师园'), '2019-06-12'));
    await file(again(paper('高远山', '网师园'), '\n举报人：高远'), '2019-06-13');
    const record = (await show(clueNo))!;
    expect(record.sources).toHaveLength(2);
    expect([record.title, record.summary, record.sources[0]!.text].join()).not.toMatch(/▇山/);
  });

  it('is masked in the name of the file in which the other came', async () => {
    const documentId = await file(paper('方国安', '个园', '胡惟忠在场。'), '2019-06-12');
    const clueNo = await clueOf(documentId);
    await query(
      `update sources set file = '胡惟忠的录音.txt' where clue_id = (select id from clues where clue_no = $1)`,
      [clueNo],
    );
    await file(again(paper('方国安', '个园'), '\n举报人：胡惟忠'), '2019-06-13');
    expect((await show(clueNo))!.sources.map((s) => s.file)).toContain('▇▇▇的录音.txt');
  });

  it('is masked in the names of what lay in a container with it', async () => {
    const documentId = await file(paper('方国珍', '退思园', '胡惟孝在场。'), '2019-06-12');
    const clueNo = await clueOf(documentId);
    await query(
      `update items set item = jsonb_set(item::jsonb, '{member}', '"材料/胡惟孝的录音.txt"'), member = '材料/胡惟孝的录音.txt'
       where document_id = $1`,
      [documentId],
    );
    await file(again(paper('方国珍', '退思园'), '\n举报人：胡惟孝'), '2019-06-13');
    expect(JSON.stringify((await show(clueNo))!.sources)).not.toContain('胡惟孝');
    expect((await show(clueNo))!.sources).toHaveLength(2);
  });
});

describe('the informant of a clue, masked in another that is linked with it', () => {
  const other = (accused: string, told: string) =>
    `举报澜川市人防办工程科科长${accused}2021年公款旅游，虚开发票2万元报销。${told}`;

  it.each([
    ['where the signed letter came first', true],
    ['where it comes later', false],
  ])('is masked with title and summary, %s', async (_, first) => {
    const [accused, writer] = first ? ['方孝儒', '胡惟谦'] : ['方孝恭', '胡惟让'];
    const letters: [string, string][] = [
      [paper(accused!, first ? '艺圃' : '耦园', '', `\n举报人：${writer}`), '2019-06-12'],
      [other(accused!, `${writer}在场，可以作证。`), '2022-01-02'],
    ];
    if (!first) letters.reverse();
    const documents: number[] = [];
    for (const [text, day] of letters) documents.push(await file(text, day));
    const [one, two] = [await clueOf(documents[0]!), await clueOf(documents[1]!)];
    expect(one).not.toBe(two);
    for (const clueNo of [one, two]) {
      const record = (await show(clueNo))!;
      expect(record.linked.map((l) => l.clueNo)).toContain(clueNo === one ? two : one);
      expect(JSON.stringify(record)).not.toContain(writer);
      expect(record.accused.map((a) => a.name)).toEqual([accused]);
    }
  });

  it('is readable again where a person says that they are not linked, until that is undone', async () => {
    const signed = await clueOf(await file(paper('方克勤', '留园', '', '\n举报人：胡惟信'), '2019-06-12'));
    const clueNo = await clueOf(await file(other('方克勤', '胡惟信在场。'), '2022-01-02'));
    expect(await texts(clueNo)).not.toContain('胡惟信');
    const { decision } = await judgeLink(office, 'reject', [clueNo, signed], who);
    expect(await texts(clueNo)).toContain('胡惟信在场');
    expect(await texts(signed)).not.toContain('胡惟信');
    await undoDecision(office, decision, who);
    expect(await texts(clueNo)).not.toContain('胡惟信');
  });

  it('is masked where a person links clues that nothing else links, until that is undone', async () => {
    const signed = await clueOf(await file(paper('方以智', '怡园', '', '\n举报人：胡惟智'), '2019-06-12'));
    const clueNo = await clueOf(await file(other('钱谦益', '胡惟智在场。'), '2022-01-02'));
    expect(await texts(clueNo)).toContain('胡惟智在场');
    const { decision } = await judgeLink(office, 'confirm', [signed, clueNo], who);
    expect(await texts(clueNo)).not.toContain('胡惟智');
    await undoDecision(office, decision, who);
    expect(await texts(clueNo)).toContain('胡惟智在场');
  });

  it('is masked where a person names him only afterwards', async () => {
    const letter = await clueOf(await file(paper('方从哲', '沧浪亭', '胡惟勤知道经过。'), '2019-06-12'));
    const clueNo = await clueOf(await file(other('方从哲', '胡惟勤在场。'), '2022-01-02'));
    expect(await texts(clueNo)).toContain('胡惟勤在场');
    await confirmInformant(office, letter, { words: ['胡惟勤'] }, who);
    expect(await texts(clueNo)).not.toContain('胡惟勤');
  });

  it('stays readable where the other clue accuses him', async () => {
    await file(paper('方苞', '狮子林', '', '\n举报人：胡惟直'), '2019-06-12');
    const clueNo = await clueOf(
      await file(
        '举报澜川市人防办工程科科长方苞、出纳胡惟直2021年虚开发票2万元报销，二人私分。',
        '2022-01-02',
      ),
    );
    const record = (await show(clueNo))!;
    expect(record.accused.map((a) => a.name)).toContain('胡惟直');
  });
});
