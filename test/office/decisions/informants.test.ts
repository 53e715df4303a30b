import { describe, expect, it } from '@jest/globals';
import {
  confirmInformant,
  correctClue,
  maskedFields,
  mergeClues,
  planSweep,
  rejectInformant,
  undoDecision,
} from '../../../office/index.js';
import { who } from './correcting.js';
import { useDeciding } from './deciding.js';

const { office, file, show, clueOf, query, text } = await useDeciding('informants');

/** The writer stands in clear, since nothing tells that he is one. */
const unsigned = (writer: string, accused: string, place: string) =>
  `关于澜川市人防办工程科科长${accused}有关问题的情况
澜川市纪委监委领导：
现反映澜川市人防办工程科科长${accused}在${place}小区结建审批中，2019年5月20日收受开发商曹旺生现金3万元，违规减免易地建设费96.5万元。与此同时，澜川市人防办工程科副科长${writer}收受现金2万元。${writer}的电话是13987654321。请予查处。
2019年6月3日`;
const signed = (writer: string, accused: string, place: string) =>
  `关于澜川市人防办工程科科长${accused}有关问题的举报信
澜川市纪委监委领导：
现反映澜川市人防办工程科科长${accused}在${place}小区结建审批中，2019年5月20日收受开发商曹旺生现金3万元，违规减免易地建设费96.5万元。${writer}也在场。请予查处。
举报人：${writer}
2019年6月3日`;

/** All that anybody may see of a clue, and what it is found by. */
async function seen(clueNo: string): Promise<string> {
  const { decisions } = await office.register.decisionLog.list({ timeZone: 'Asia/Shanghai', limit: 1000 });
  const rows = await query(
    `select s.text, s.item, s.sealed, s.topics, s.typed, s.member from items s where id in
       (select item_id from sources where clue_id = (select id from clues where clue_no = $1))`,
    [clueNo],
  );
  const keys = await query(
    'select key, label from links where clue_id = (select id from clues where clue_no = $1)',
    [clueNo],
  );
  return JSON.stringify([await show(clueNo), decisions, rows, keys]);
}
const named = async (clueNo: string) => (await show(clueNo))!.accused.map((a) => a.name);
/** Has the document read again from its start, as a sweep after a new version of every stage does. */
async function reread(documentId: number): Promise<void> {
  await query(`update artefacts set digest = '' where document_id = $1`, [documentId]);
  const [job] = (await query(
    `update documents set state = 'due', lane = 'text', generation = generation + 1 where id = $1
     returning id as "documentId", generation`,
    [documentId],
  )) as { documentId: number; generation: number }[];
  await text(
    { lane: 'text', documentId: Number(job!.documentId), generation: Number(job!.generation) },
    { last: true },
  );
}

describe('who is said to be the informant', () => {
  it('is masked wherever the clue tells of him, through readings, until that is undone', async () => {
    const documentId = await file(unsigned('车明礼', '邬思道', '沁芳里'), '2019-06-05');
    const clueNo = await clueOf(documentId);
    const before = await show(clueNo);
    const place = (await named(clueNo)).indexOf('车明礼') + 1;
    expect(place).toBeGreaterThan(0);
    await correctClue(office, clueNo, { title: '车明礼与邬思道' }, false, {
      by: '案管甲',
      reason: '车明礼来电',
    });
    const said = { by: '案管甲', reason: '车明礼自称举报人' };
    const { decision } = await confirmInformant(office, clueNo, { accused: place }, said);
    expect(await seen(clueNo)).not.toContain('车明礼');
    expect(await named(clueNo)).toEqual(['邬思道']);
    expect((await show(clueNo))!.title).toBe('▇▇▇与邬思道');
    expect((await show(clueNo))!.sources[0]!.text).toContain('▇▇▇的电话');
    expect(
      await query(`select 1 from audit where subject = $1 and details::text like '%车明礼%'`, [
        `decision:${decision}`,
      ]),
    ).toEqual([]);
    expect((await planSweep(office, {})).due).toBe(0);
    await reread(documentId);
    expect(await seen(clueNo)).not.toContain('车明礼');
    const toAccuse = { who: null, to: { name: '车明礼', organisation: null, position: null } };
    await expect(correctClue(office, clueNo, {}, false, who, [toAccuse])).rejects.toMatchObject({
      code: 'decision.accused_is_informant',
    });
    await undoDecision(office, decision, { by: '案管甲', reason: '车明礼不是举报人' });
    expect((await show(clueNo))!.accused).toEqual(before!.accused);
    expect((await show(clueNo))!.sources).toEqual(before!.sources);
    expect((await show(clueNo))!.decisions.at(-1)!.reason).toBe('▇▇▇不是举报人');
    expect((await planSweep(office, {})).due).toBe(0);
  });

  it('is typed with what else tells of him, and refused where it stands nowhere', async () => {
    const clueNo = await clueOf(await file(unsigned('满庭芳', '卜长庚', '晴川里'), '2019-06-06'));
    const before = await show(clueNo);
    const confirm = (words: string[]) => confirmInformant(office, clueNo, { words }, who);
    for (const words of [['满庭方'], ['满庭芳', '13900000000'], ['满']])
      await expect(confirm(words)).rejects.toMatchObject({
        code: 'decision.informant_not_found',
        params: { place: words.length },
      });
    await expect(confirmInformant(office, clueNo, { accused: 9 }, who)).rejects.toMatchObject({
      code: 'decision.no_accused_at',
      params: { place: 9 },
    });
    expect(await show(clueNo)).toEqual(before);
    await confirm(['满 庭 芳', '13987654321']);
    expect(await seen(clueNo)).not.toMatch(/满庭芳|13987654321/);
    await expect(confirm(['满庭芳'])).rejects.toMatchObject({
      code: 'decision.informant_known',
    });
  });

  it('leaves nobody accused where a person had taken the others off, until that is undone', async () => {
    const clueNo = await clueOf(await file(unsigned('章台柳', '贺知秋', '白鹭湾'), '2019-06-07'));
    const toTakeOff = { who: '章台柳', to: null };
    await correctClue(office, clueNo, {}, false, who, [toTakeOff]);
    expect(await named(clueNo)).toEqual(['贺知秋']);
    // The wrong one: the numbers have shifted.
    const { decision } = await confirmInformant(office, clueNo, { accused: 1 }, who);
    expect(await named(clueNo)).toEqual([]);
    expect((await show(clueNo))!.title).not.toMatch(/章台柳|贺知秋/);
    await undoDecision(office, decision, who);
    expect(await named(clueNo)).toEqual(['贺知秋']);
  });

  it('is masked where one paper reads what another masks, and beside what is masked everywhere', async () => {
    const clueNo = await clueOf(await file(signed('东门吹雪', '夏侯惇厚', '听涛阁'), '2019-06-11'));
    expect(await seen(clueNo)).not.toContain('东门吹雪');
    const other = '举报澜川市人防办综合科科长宰父安2020年公款吃喝2万元，东门吹雪和卜长安都在场。';
    await mergeClues(office, await clueOf(await file(other, '2020-01-02')), clueNo, who);
    expect(await seen(clueNo)).not.toContain('东门吹雪');
    expect(await seen(clueNo)).toContain('卜长安');
    await expect(confirmInformant(office, clueNo, { words: ['东门吹雪'] }, who)).rejects.toMatchObject({
      code: 'decision.informant_known',
    });
    await confirmInformant(office, clueNo, { words: ['东门吹雪', '卜长安'] }, who);
    expect(await seen(clueNo)).not.toMatch(/东门吹雪|卜长安/);
  });

  it('is masked in all papers of a clue where one of them tells who wrote it, whichever came first', async () => {
    const telling = (writer: string, place: string) =>
      unsigned('于成龙', '方从哲', place)
        .replaceAll('于成龙', writer)
        .replace(/与此同时.*?万元。/, `此事${writer}在场。`);
    const first = telling('胡惟庸', '濯缨阁');
    const anonymous = await clueOf(await file(first, '2019-06-12'));
    expect(await seen(anonymous)).toContain('胡惟庸');
    const second = `${first.replace('请予查处', '请予严肃查处')}\n举报人：胡惟庸`;
    expect(await clueOf(await file(second, '2019-06-13'))).toBe(anonymous);
    expect((await show(anonymous))!.sources).toHaveLength(2);
    expect(await seen(anonymous)).not.toContain('胡惟庸');
    expect(await named(anonymous)).toEqual(['方从哲']);

    const before = telling('练子宁', '沧浪亭');
    const signedFirst = await clueOf(await file(`${before}\n举报人：练子宁`, '2019-06-14'));
    const later = await file(before.replace('请予查处', '请予严肃查处'), '2019-06-15');
    expect(await clueOf(later)).toBe(signedFirst);
    expect(await seen(signedFirst)).not.toContain('练子宁');
    await reread(later);
    expect(await seen(signedFirst)).not.toContain('练子宁');
    const { decision } = await rejectInformant(office, signedFirst, [1], who);
    expect(JSON.stringify((await show(signedFirst))!.sources).match(/此事练子宁在场/g)).toHaveLength(2);
    await undoDecision(office, decision, who);
    expect(await seen(signedFirst)).not.toContain('练子宁');
  });

  it('stays readable as the accused of another paper of the clue', async () => {
    const clueNo = await clueOf(await file(unsigned('黄子澄', '齐泰安', '拙政园'), '2019-06-16'));
    const same = signed('黄子澄', '齐泰安', '拙政园');
    expect(await clueOf(await file(same, '2019-06-17'))).toBe(clueNo);
    expect(await named(clueNo)).toContain('黄子澄');
  });

  it('is masked in papers that come to the clue later, whoever put them there', async () => {
    const paper = unsigned('鲜于通', '年大有', '听雨轩');
    const clueNo = await clueOf(await file(paper, '2019-06-07'));
    await confirmInformant(office, clueNo, { words: ['鲜于通'] }, who);
    const later = await file(paper.replace('请予查处', '请予严肃查处'), '2019-07-07');
    expect(await clueOf(later)).toBe(clueNo);
    expect((await show(clueNo))!.sources).toHaveLength(2);
    expect(await seen(clueNo)).not.toContain('鲜于通');
    const other = await clueOf(
      await file('举报澜川市人防办综合科科长宰父和2020年公款吃喝1万元，鲜于通可以作证。', '2020-01-01'),
    );
    expect(await seen(other)).toContain('鲜于通');
    await mergeClues(office, other, clueNo, who);
    expect(await seen(clueNo)).not.toContain('鲜于通');
    await reread(later);
    expect(await seen(clueNo)).not.toContain('鲜于通');
  });
});

describe('who is said not to be the informant', () => {
  it('is readable again and may be accused, through readings, until that is undone', async () => {
    const documentId = await file(signed('仲孙满', '乐正明', '望江里'), '2019-06-08');
    const clueNo = await clueOf(documentId);
    const before = await show(clueNo);
    const masked = await maskedFields(office, clueNo);
    expect(masked.map(({ number, kind }) => [number, kind])).toEqual([[1, 'name']]);
    expect(masked[0]!.quotes).toContain('易地建设费96.5万元。【▇▇▇】也在场。请予查处。 举报');
    expect(JSON.stringify(masked)).not.toContain('仲孙满');
    await expect(rejectInformant(office, clueNo, [2], who)).rejects.toMatchObject({
      code: 'decision.no_masked_field',
      params: { number: 2, count: 1 },
    });
    const { decision } = await rejectInformant(office, clueNo, [1], {
      by: '案管甲',
      reason: '仲孙满是被反映人',
    });
    expect((await show(clueNo))!.sources[0]!.text).toContain('仲孙满也在场');
    expect((await show(clueNo))!.decisions[0]!.reason).toBe('▇▇▇是被反映人');
    expect(await maskedFields(office, clueNo)).toEqual([]);
    const to = { name: '仲孙满', organisation: '澜川市人防办', position: '科员' };
    const correction = await correctClue(office, clueNo, {}, false, who, [{ who: null, to }]);
    expect(await named(clueNo)).toEqual(['乐正明', '仲孙满']);
    expect((await planSweep(office, {})).due).toBe(0);
    await reread(documentId);
    expect(await named(clueNo)).toEqual(['乐正明', '仲孙满']);
    // Nobody is accused and masked: what was typed of him is taken back first, by whoever knows that it was.
    await expect(undoDecision(office, decision, who)).rejects.toMatchObject({
      code: 'decision.undo_first',
      params: { decision, later: String(correction.decision) },
    });
    await undoDecision(office, correction.decision, who);
    await undoDecision(office, decision, who);
    expect((await show(clueNo))!.sources).toEqual(before!.sources);
    expect((await show(clueNo))!.accused).toEqual(before!.accused);
    expect(await seen(clueNo)).not.toContain('仲孙满');
  });

  it('leaves whoever else is an informant of the paper masked', async () => {
    const paper = signed('司空曙', '尉迟恭', '揽月台').replace('举报人：司空曙', '举报人：司空曙、端木赐');
    const clueNo = await clueOf(await file(paper, '2019-06-09'));
    const masked = await maskedFields(office, clueNo);
    const present = masked.find((m) => m.quotes.some((q) => q.includes('也在场')))!;
    await rejectInformant(office, clueNo, [present.number], who);
    const [source] = (await show(clueNo))!.sources;
    expect(source!.text).toContain('举报人：司空曙、▇▇▇');
    expect(await seen(clueNo)).not.toContain('端木赐');
    // The later word holds.
    await confirmInformant(office, clueNo, { words: ['司空曙'] }, who);
    expect(await seen(clueNo)).not.toMatch(/司空曙|端木赐/);
  });
});
