import { describe, expect, it } from '@jest/globals';
import { maskedFields, mergeClues, splitClue, undoDecision } from '../../../office/index.js';
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
    await splitClue(office, clueNo, [await sourceOf(clueNo, 1)], who);
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
