import { afterAll, describe, expect, it } from '@jest/globals';
import { judgeLink, mergeClues, splitClue, undoDecision } from '../../../office/index.js';
import { informant, letter, useDeciding, who } from './deciding.js';

const {
  office,
  receive,
  text,
  problems,
  query,
  file,
  readAgain,
  show,
  clueOf,

  derived,
} = await useDeciding('decisions');
describe('what people decide', () => {
  afterAll(() => expect(problems).toEqual([]));

  it('undoes decisions only when nothing later builds on them', async () => {
    const a = await clueOf(await file(letter({ accused: '傅明远', place: '观澜府' }), '2019-06-05'));
    const b = await clueOf(await file(letter({ accused: '白立明', place: '锦澜阁' }), '2019-06-06'));
    const c = await clueOf(await file(letter({ accused: '巩怀义', place: '栖云谷' }), '2019-06-07'));
    const before = [await derived(a), await derived(b), await derived(c)];
    const first = await mergeClues(office, b, a, who);
    const second = await splitClue(office, a, [before[0]!.sources[0]!.id], who);
    const third = await mergeClues(office, a, c, who);
    await expect(undoDecision(office, first.decision, who)).rejects.toMatchObject({
      code: 'decision.undo_first',
      // The split, too: without the merge nothing would be left of the clue that it is from.
      params: { later: `${third.decision}, ${second.decision}` },
    });
    await expect(undoDecision(office, second.decision, who)).rejects.toMatchObject({
      code: 'decision.undo_first',
    });
    const undone = await undoDecision(office, third.decision, who);
    await expect(undoDecision(office, undone.decision, who)).rejects.toMatchObject({
      code: 'decision.is_undo',
    });
    await expect(undoDecision(office, third.decision, who)).rejects.toMatchObject({
      code: 'decision.already_undone',
      params: { by: undone.decision },
    });
    await undoDecision(office, second.decision, who);
    await undoDecision(office, first.decision, who);
    expect([await derived(a), await derived(b), await derived(c)]).toEqual(before);
    await expect(query('update decisions set reason = $1', ['x'])).rejects.toThrow('never changed');
  });

  it('keeps what is said of links, also through readings and merges', async () => {
    const contents = ['鹭洲花园', '青麓里', '栖霞台'].map((place) => letter({ accused: '司徒远', place }));
    const clues: string[] = [];
    for (const content of contents) clues.push(await clueOf(await file(content)));
    const [a, b, c] = clues as [string, string, string];
    const d = await clueOf(
      await file('关于食堂的建议\n市纪委：建议机关食堂公开每月采购价格，方便群众监督。\n'),
    );
    const linksOf = async (clueNo: string) =>
      (await show(clueNo))!.linked
        .filter((l) => [a, b, c, d].includes(l.clueNo))
        .map(({ clueNo: other, strength, confirmed }) => [other, strength, confirmed]);
    expect(await linksOf(a)).toEqual([
      [b, 'strong', false],
      [c, 'strong', false],
    ]);
    const rejected = await judgeLink(office, 'reject', [b, a], who);
    const confirmed = await judgeLink(office, 'confirm', [a, d], who);
    // Said again, from either side, it is no decision; the opposite is.
    await expect(judgeLink(office, 'confirm', [d, a], who)).rejects.toMatchObject({
      code: 'decision.link_stands',
      params: { decision: confirmed.decision },
    });
    const opposite = await judgeLink(office, 'reject', [d, a], who);
    await undoDecision(office, opposite.decision, who);
    for (const content of contents) await readAgain(content, content);
    expect(await linksOf(a)).toEqual([
      [c, 'strong', false],
      [d, 'strong', true],
    ]);
    expect(await linksOf(d)).toEqual([[a, 'strong', true]]);
    // The verdicts about a merged clue are about what it was merged into.
    const merged = await mergeClues(office, a, c, who);
    expect(await linksOf(c)).toEqual([[d, 'strong', true]]);
    await undoDecision(office, merged.decision, who);
    await undoDecision(office, rejected.decision, who);
    expect(await linksOf(b)).toEqual([
      [a, 'strong', false],
      [c, 'strong', false],
    ]);
  });

  it('lets two people decide, and letters arrive, at once', async () => {
    const matters = ['听涛里', '半山云', '水岸春'].map((place) => ({ accused: `殷${place[0]}平`, place }));
    const clues: string[] = [];
    for (const matter of matters) clues.push(await clueOf(await file(letter(matter))));
    const [a, b, c] = clues as [string, string, string];
    const jobs = await Promise.all(
      matters.map((m) => receive(letter({ ...m, misread: ['请予查处', '请你们查处'] }))),
    );
    const outcomes = await Promise.allSettled([
      mergeClues(office, a, b, who),
      mergeClues(office, b, a, who),
      mergeClues(office, c, a, who),
      ...jobs.map(({ job }) => text({ lane: 'text', ...job! }, { last: true })),
    ]);
    const failed = outcomes.filter((o) => o.status === 'rejected').map((o) => o.reason.code as string);
    expect(failed.every((code) => code === 'decision.clue_merged')).toBe(true);
    expect(failed.length).toBeGreaterThan(0);
    const standing = (await Promise.all([a, b, c].map(show))).flatMap((record) => record ?? []);
    expect(standing).toHaveLength(3 - outcomes.slice(0, 3).filter((o) => o.status === 'fulfilled').length);
    expect(standing.flatMap((r) => r.sources)).toHaveLength(6);
    const merged = await query(
      'select count(*)::int as n from clues where merged_into is not null and not withdrawn',
    );
    expect(merged).toEqual([{ n: 0 }]);
  });

  it('lists families with the principal paper first, and masks informants in reasons', async () => {
    const matter = { accused: '祝长河', place: '玉兰苑' };
    const a = await clueOf(await file(letter(matter), '2019-06-05'));
    await file(letter({ ...matter, misread: ['请予查处', '请你们查处'] }), '2019-06-01');
    const { total, sources, families } = await office.register.families.list(1000);
    expect(families).toHaveLength(total);
    expect(families.reduce((sum, f) => sum + f.sources.length, 0)).toBe(sources);
    expect(families.every((f) => f.sources.length > 1 && f.sources[0]!.relation === 'first')).toBe(true);
    const own = families.find((f) => f.clueNo === a)!;
    expect(own.sources.map((s) => s.receivedOn)).toEqual(['2019-06-01', '2019-06-05']);
    expect(own.sources[1]).toMatchObject({ resembles: 0, why: expect.arrayContaining(['accused:祝长河']) });
    const split = await splitClue(office, a, [own.sources[1]!.id], {
      by: '案管乙',
      reason: `${informant}说是两件事`,
    });
    expect((await show(split.to))!.decisions[0]!.reason).toBe('▇▇▇说是两件事');
    expect(JSON.stringify(await query('select * from decisions'))).not.toContain(informant);
    expect(JSON.stringify(await query('select * from audit'))).not.toContain(informant);
  });
});
