import { describe, expect, it } from '@jest/globals';
import {
  type AccusedEdit,
  clueNoOf,
  correctClue,
  mergeClues,
  splitClue,
  undoDecision,
} from '../../../office/index.js';
import { informant, letter, useCorrecting, who } from './correcting.js';

const { office, file, card, correct } = await useCorrecting('corrections');

describe('what people set right on a card', () => {
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
});
