import { describe, expect, it } from '@jest/globals';
import type { Correction } from '../../domain/index.js';
import {
  type AccusedEdit,
  clueNoOf,
  correctClue,
  evaluateCorrections,
  mergeClues,
  splitClue,
  undoDecision,
} from '../../office/index.js';
import { useOffice } from './office-in-use.js';

const { office, file: handIn, recordsOf } = await useOffice('corrections');
const informant = '费良玉';
const who = { by: '案管甲', reason: '核对原件' };

const letter = (accused: string, place: string) => `关于澜川市人防办工程科科长${accused}有关问题的举报信
澜川市纪委监委领导：
我叫${informant}，电话13987654321。现反映澜川市人防办工程科科长${accused}在${place}小区结建审批中，2019年5月20日收受开发商曹旺生现金3万元，违规减免易地建设费96.5万元。请予查处。
举报人：${informant}
2019年6月3日`;

describe('what people set right on a card', () => {
  const file = async (content: string, day: string) => {
    const { documentId } = await handIn(content, { day });
    return (await recordsOf(documentId))[0]!.clueNo;
  };
  const card = async (clueNo: string) => (await office.register.records.show(clueNo))!;
  const correct = (clueNo: string, correction: Correction, restRight = false) =>
    correctClue(office, clueNo, correction, restRight, who);

  it('holds against what machines read, also when another copy is filed', async () => {
    const clueNo = await file(letter('岑文博', '枫林湾'), '2019-06-05');
    const accused = [{ name: '岑文博', organisation: '澜川市人民防空办公室', position: '副科长' }];
    await correct(clueNo, { accused, topics: ['E1', 'A2'], amount: 965_000, signature: 'verified' });
    const check = async () => {
      const record = await card(clueNo);
      expect(record.accused.map(({ evidence: _, ...a }) => a)).toEqual(accused);
      expect(record.accused[0]!.evidence.length).toBeGreaterThan(0);
      expect(record.topics.map((t) => t.code).sort()).toEqual(['A2', 'E1']);
      expect(record.topics.find((t) => t.code === 'A2')).toMatchObject({ score: 1, evidence: [] });
      expect(record).toMatchObject({ amount: 965_000, signature: 'verified' });
    };
    await check();
    expect(await file(`${letter('岑文博', '枫林湾')}\n`, '2019-06-20')).toBe(clueNo);
    expect((await card(clueNo)).sources).toHaveLength(2);
    await check();
    const { lines } = await office.register.records.list({ topic: 'A2' });
    expect(lines.map((l) => l.clueNo)).toEqual([clueNo]);
  });

  it('lets the newest of a field hold, and the one before when it is undone', async () => {
    const clueNo = await file(letter('霍启年', '听涛苑'), '2019-06-06');
    const machine = (await card(clueNo)).topics.map((t) => t.code);
    await correct(clueNo, { topics: ['B1'] });
    const second = await correct(clueNo, { topics: [], petitionClass: 'no-substance' });
    expect(await card(clueNo)).toMatchObject({ topics: [], petitionClass: 'no-substance' });
    await undoDecision(office, second.decision, who);
    expect(await card(clueNo)).toMatchObject({ petitionClass: 'report', topics: [{ code: 'B1' }] });
    const [first] = (await card(clueNo)).decisions;
    expect(first).toMatchObject({ kind: 'correct', fields: ['topics'], named: [], by: '案管甲' });
    await undoDecision(office, first!.id, who);
    expect((await card(clueNo)).topics.map((t) => t.code)).toEqual(machine);
  });

  it('tells and accuses no more than the card still says', async () => {
    const clueNo = await file(letter('应天佑', '银杏园'), '2019-06-11');
    const before = await card(clueNo);
    expect(before.summary).toMatch(/^反映.*应天佑：.*涉嫌/s);
    expect(before.offences.length * before.accused.length).toBeGreaterThan(0);
    const nobody = await correct(clueNo, { accused: [] });
    const report = await card(clueNo);
    expect(report.summary).toMatch(/^反映.*问题，没有写明被反映人。$/);
    expect(report.summary).not.toContain('应天佑');
    expect(report.offences).toEqual(before.offences);
    await undoDecision(office, nobody.decision, who);
    const { decision } = await correct(clueNo, { petitionClass: 'suggestion' });
    const after = await card(clueNo);
    expect(after).toMatchObject({ accused: [], topics: [], offences: [], amount: before.amount });
    expect(after.summary).not.toMatch(/^反映|涉嫌/);
    expect(after.summary).not.toBe('');
    expect(JSON.stringify(after)).not.toContain(informant);
    await correct(clueNo, { summary: '来信人感谢人防办', title: '感谢信', offences: ['bribery'] });
    expect(await card(clueNo)).toMatchObject({ title: '感谢信', summary: '来信人感谢人防办' });
    expect((await card(clueNo)).offences.map((o) => o.code)).toEqual(['bribery']);
    await undoDecision(office, decision, who);
    expect(await card(clueNo)).toMatchObject({ petitionClass: 'report', accused: before.accused });
  });

  it('keeps the informant out of what is typed', async () => {
    const clueNo = await file(letter('卜长庚', '晴川里'), '2019-06-07');
    await correctClue(office, clueNo, { title: `${informant}反映卜长庚` }, false, {
      by: '案管甲',
      reason: `${informant}来电更正`,
    });
    const record = await card(clueNo);
    expect(record.title).toBe('▇▇▇反映卜长庚');
    expect(JSON.stringify(record)).not.toContain(informant);
  });

  it('seals whom the typed words call the informant, though no letter names them', async () => {
    const clueNo = await file(letter('漆雕明', '听泉里').replaceAll(informant, '群众'), '2019-06-08');
    await correctClue(
      office,
      clueNo,
      { summary: '李秀兰（电话13812345678）来访反映漆雕明收受现金3万元。' },
      false,
      {
        by: '案管甲',
        reason: '举报人李秀兰来电更正',
      },
    );
    const { summary, decisions, accused } = await card(clueNo);
    expect(summary).toBe(`▇▇▇（电话${'▇'.repeat(11)}）来访反映漆雕明收受现金3万元。`);
    expect(decisions[0]!.reason).toBe('举报人▇▇▇来电更正');
    const { evidence: _, ...before } = accused[0]!;
    const edits = [{ who: '漆雕明', to: { ...before, name: '漆雕朋' } }];
    await correctClue(office, clueNo, { summary: '漆雕朋来信说明情况。' }, false, who, edits);
    expect((await card(clueNo)).summary).toBe('漆雕朋来信说明情况。');
  });

  it('keeps out an informant of whom only a later copy tells', async () => {
    const unsigned = letter('阚大年', '揽月台')
      .replace(`我叫${informant}，电话13987654321。`, '')
      .replace(`举报人：${informant}`, '一名群众');
    const clueNo = await file(unsigned, '2019-06-10');
    await correctClue(office, clueNo, { title: `${informant}反映阚大年` }, false, {
      by: '案管甲',
      reason: `${informant}来电确认`,
    });
    expect(await file(letter('阚大年', '揽月台'), '2019-06-25')).toBe(clueNo);
    const record = await card(clueNo);
    expect(record.sources).toHaveLength(2);
    expect(JSON.stringify(record)).not.toContain(informant);
    expect(record.title).toBe('▇▇▇反映阚大年');
  });

  it('leaves the unit of the accused where the writer works there, too', async () => {
    const own = letter('乐正明', '望江里').replace('电话', '在澜川市人防办工作，电话');
    const clueNo = await file(own, '2019-06-11');
    const accused = [{ name: '乐正明', organisation: '澜川市人防办', position: '科长' }];
    await correct(clueNo, { accused });
    expect((await card(clueNo)).accused).toMatchObject(accused);
  });

  it('can be undone after its clue was merged into another, which stays as it is', async () => {
    const clueNo = await file(letter('闾丘平', '白鹭洲'), '2019-06-12');
    const other = await file(letter('车正德', '青枫浦'), '2019-06-13');
    const { decision } = await correct(clueNo, { topics: ['B1'] });
    await mergeClues(office, clueNo, other, who);
    await undoDecision(office, decision, who);
    expect(await office.register.records.mergedInto(clueNo)).toBe(other);
    expect((await card(other)).sources).toHaveLength(2);
  });

  it('leaves room for whom only a later paper accuses, not for whom people left out', async () => {
    const clueNo = await file(letter('冯守义', '碧水湾'), '2019-06-14');
    await correct(clueNo, { accused: [{ name: '冯守仪', organisation: '澜川市人防办', position: null }] });
    const names = async () => (await card(clueNo)).accused.map((a) => a.name);
    expect(await file(`${letter('冯守义', '碧水湾')}\n`, '2019-06-21')).toBe(clueNo);
    expect(await names()).toEqual(['冯守仪']);
    const other = await file(letter('车大川', '翡翠里'), '2019-06-22');
    await mergeClues(office, other, clueNo, who);
    expect(await names()).toEqual(['冯守仪', '车大川']);
    expect((await card(clueNo)).decisions[0]!.named.sort()).toEqual(['冯守仪', '澜川市人防办']);
    await correct(clueNo, { accused: [{ name: '冯守仪', organisation: null, position: null }] });
    expect(await names()).toEqual(['冯守仪']);
  });

  it('sets one accused of several right and leaves the others', async () => {
    const clueNo = await file(letter('卓立新', '清风里'), '2019-06-15');
    const other = await file(letter('储国安', '明月里'), '2019-06-16');
    await mergeClues(office, other, clueNo, who);
    const [first, second] = (await card(clueNo)).accused.map(({ evidence: _, ...a }) => a);
    expect([first!.name, second!.name]).toEqual(['卓立新', '储国安']);
    const edit = (edits: AccusedEdit[]) => correctClue(office, clueNo, {}, false, who, edits);
    await edit([{ who: '卓立新', to: { ...first!, name: '卓立欣' } }]);
    const accused = async () => (await card(clueNo)).accused.map(({ evidence: _, ...a }) => a);
    expect(await accused()).toEqual([{ ...first!, name: '卓立欣' }, second!]);
    await edit([{ who: '储国安', to: null }]);
    expect(await accused()).toEqual([{ ...first!, name: '卓立欣' }]);
    await expect(edit([{ who: '储国安', to: second! }])).rejects.toMatchObject({
      code: 'decision.no_such_accused',
      params: { accused: '卓立欣' },
    });
  });

  it('takes in one accused whom machines missed, beside the others', async () => {
    const clueNo = await file(letter('闻人达', '沐春里'), '2019-06-23');
    const edit = (...edits: AccusedEdit[]) => correctClue(office, clueNo, {}, false, who, edits);
    const accused = async () => (await card(clueNo)).accused.map(({ evidence: _, ...a }) => a);
    const [first] = await accused();
    const missed = { name: '钟离远', organisation: '澜川市人防办', position: '会计' };
    const unit = { name: null, organisation: '澜川市智防科技有限公司', position: null };
    await edit({ who: null, to: missed }, { who: null, to: unit });
    expect(await accused()).toEqual([first!, missed, unit]);
    expect((await office.register.records.list({ accused: '钟离远' })).lines[0]).toMatchObject({ clueNo });
    for (const there of [missed, unit, { ...missed, position: null }])
      await expect(edit({ who: null, to: there })).rejects.toMatchObject({
        code: 'decision.accused_there',
        params: { who: there.name ?? there.organisation },
      });
    await edit({ who: first!.name!, to: null }, { who: null, to: { ...first!, name: '闻人逵' } });
    expect(await accused()).toEqual([missed, unit, { ...first!, name: '闻人逵' }]);
  });

  it('refuses the informant among the accused, and does not say who it is', async () => {
    const clueNo = await file(letter('邬思道', '沁芳里'), '2019-06-24');
    const before = await card(clueNo);
    const [first] = before.accused.map(({ evidence: _, ...a }) => a);
    const them = { name: informant, organisation: null, position: null };
    const tries: [Correction, AccusedEdit[]][] = [
      [{}, [{ who: null, to: them }]],
      [{}, [{ who: '邬思道', to: { ...first!, name: informant } }]],
      [{ accused: [first!, them] }, []],
    ];
    for (const [correction, edits] of tries) {
      const refused = correctClue(office, clueNo, correction, false, who, edits);
      await expect(refused).rejects.toMatchObject({ code: 'decision.accused_is_informant', params: {} });
    }
    expect(await card(clueNo)).toEqual(before);
    // A name in part the informant's is masked, and is there already the second time.
    const to = { name: null, organisation: `${informant}商店`, position: null };
    await correctClue(office, clueNo, {}, false, who, [{ who: null, to }]);
    const again = correctClue(office, clueNo, {}, false, who, [{ who: null, to }]);
    await expect(again).rejects.toMatchObject({
      code: 'decision.accused_there',
      params: { who: '▇▇▇商店' },
    });
    await correctClue(office, clueNo, {}, false, who, [{ who: `${informant}商店`, to: null }]);
    expect((await card(clueNo)).accused).toEqual(before.accused);
  });

  it('tells in the log who set what, when and why, and keeps the informant out', async () => {
    const clueNo = await file(letter('年大有', '听雨轩'), '2019-06-17');
    const by = '案管乙';
    const first = await correctClue(office, clueNo, { summary: `${informant}反映年大有` }, false, {
      by,
      reason: `${informant}来电`,
    });
    const undone = await undoDecision(office, first.decision, { by, reason: '误改' });
    const log = (filter: object) =>
      office.register.decisionLog.list({ timeZone: 'Asia/Shanghai', limit: 100, ...filter });
    expect(await log({ by })).toMatchObject({
      total: 2,
      decisions: [
        {
          id: first.decision,
          kind: 'correct',
          by,
          from: clueNo,
          to: clueNo,
          reason: '▇▇▇来电',
          card: { summary: '▇▇▇反映年大有' },
          undoneBy: undone.decision,
        },
        { id: undone.decision, kind: 'undo', undoes: first.decision, card: null },
      ],
    });
    const all = await log({});
    expect(await log({ limit: 1 })).toEqual({ total: all.total, decisions: all.decisions.slice(-1) });
    expect((await log({ kind: 'merge' })).decisions.every((d) => d.kind === 'merge')).toBe(true);
    expect(await log({ until: '2019-01-01' })).toEqual({ total: 0, decisions: [] });
    expect((await log({ since: '2019-01-01' })).total).toBe(all.total);
  });

  it('is found by the end of its number, and by the receipt of a paper in it', async () => {
    const clueNo = await file(letter('党为民', '锦绣里'), '2019-06-18');
    const receipt = (await card(clueNo)).sources[0]!.receipt;
    const [, , year, serial] = clueNo.split('-');
    for (const short of [clueNo, serial!, String(Number(serial)), `${year}-${Number(serial)}`, `R${receipt}`])
      expect(await clueNoOf(office, short)).toBe(clueNo);
    for (const unknown of ['9999', '1999-1', 'XS', '', '%', '-0001'])
      await expect(clueNoOf(office, unknown)).rejects.toMatchObject({ code: 'cli.no_such_clue' });
    await expect(clueNoOf(office, 'R99999')).rejects.toMatchObject({ code: 'cli.not_registered' });
    const elsewhere = { ...office, config: { ...office.config, region: '530402' } };
    const other = await file(letter('上官正', '云锦里'), '2019-06-19');
    const split = await file(`${letter('上官正', '云锦里')}\n`, '2019-06-20');
    expect(split).toBe(other);
    const last = (await card(other)).sources[1]!.id;
    const { to } = await splitClue(elsewhere, other, [last], who);
    expect(to).toBe(`530402-XS-${year}-0001`);
    await expect(clueNoOf(office, '1')).rejects.toMatchObject({
      code: 'cli.several_clues',
      params: { candidates: `530400-XS-${year}-0001、530402-XS-${year}-0001` },
    });
    expect(await clueNoOf(office, to)).toBe(to);
  });

  it('refuses an unknown topic and changes nothing', async () => {
    const clueNo = await file(letter('尉迟敏', '柳岸'), '2019-06-08');
    const before = await card(clueNo);
    await expect(correct(clueNo, { topics: ['Z9'] })).rejects.toMatchObject({
      code: 'decision.unknown_topic',
    });
    expect(await card(clueNo)).toEqual(before);
  });

  it('measures the machine by it, field by field', async () => {
    const before = await evaluateCorrections(office);
    const clueNo = await file(letter('郎建业', '疏影园'), '2019-06-09');
    const { accused, topics } = await card(clueNo);
    expect(accused).toHaveLength(1);
    await correct(
      clueNo,
      { accused: [{ ...accused[0]!, position: '站长' }].map(({ evidence: _, ...a }) => a) },
      true,
    );
    const after = await evaluateCorrections(office);
    expect(after.clues).toBe(before.clues + 1);
    const grown = (what: string) => {
      const [was, is] = [before.counts[what] ?? { right: 0, found: 0, wanted: 0 }, after.counts[what]!];
      return { right: is.right - was.right, found: is.found - was.found, wanted: is.wanted - was.wanted };
    };
    expect(grown('accusedName')).toEqual({ right: 1, found: 1, wanted: 1 });
    expect(grown('accused')).toEqual({ right: 0, found: 1, wanted: 1 });
    expect(grown('topics').right).toBe(topics.length);
    expect(grown('petitionClass')).toEqual({ right: 1, found: 1, wanted: 1 });
    expect(after.misses).toContainEqual({
      clueNo,
      what: 'accused',
      missing: [expect.stringContaining('站长')],
      wrong: [expect.stringContaining('科长')],
    });
  });
});
