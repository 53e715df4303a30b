import { randomUUID } from 'node:crypto';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { recordSchema } from '../../domain/index.js';
import {
  judgeLink,
  mergeClues,
  moveSource,
  openOffice,
  readConfig,
  runSweep,
  splitClue,
  undoDecision,
} from '../../office/index.js';
import { runWorkers } from '../../workers/index.js';
import { waitFor } from '../support/index.js';
import { useOffice } from './office-in-use.js';

const {
  env,
  folder,
  office,
  receive,
  text,
  problems,
  file: handIn,
  resultsOf,
  refile,
  query,
} = await useOffice('decisions');
const informant = '费良玉';
const who = { by: '案管甲', reason: '内容不是一回事' };

interface Matter {
  accused: string;
  place: string;
  /** Said besides. */
  more?: string;
  /** What another recognition of the page makes of it. */
  misread?: readonly [string, string];
}
const letter = ({ accused, place, more = '', misread = ['', ''] }: Matter) =>
  `关于澜川市人防办工程科科长${accused}有关问题的举报信
澜川市纪委监委领导：
我叫${informant}，电话13987654321。现反映澜川市人防办工程科科长${accused}在${place}小区结建审批中压件不办，2019年5月20日收受开发商曹旺生现金3万元后才予受理，还违规减免易地建设费96.5万元。${more}请予查处。
举报人：${informant}
2019年6月3日`.replaceAll(...misread);
const news = (place: string) =>
  `补充反映新的情况：2019年8月15日，${place}小区的监理费26万元被转到他妻弟名下的咨询公司，合同是事后倒签的，会计手里留有转账凭证复印件，经手人也愿意当面说明全部经过，当时在场的还有三位同事。`;

describe('what people decide', () => {
  afterAll(() => expect(problems).toEqual([]));

  const file = async (content: string, day?: string, batch?: string) =>
    (await handIn(content, { day, batch })).documentId;
  /** Files the document with this content anew, as another reading finds it: with that text, or nothing at all. */
  const readAgain = async (content: string, found: string | null) =>
    refile(content, found === null ? [] : await resultsOf(found));
  const show = async (clueNo: string) => {
    const record = await office.register.records.show(clueNo);
    return record === null ? null : recordSchema.parse(record);
  };
  const clueOf = async (documentId: number) => {
    const found = await office.register.records.ofDocuments([documentId]);
    expect(found).toHaveLength(1);
    return found[0]!.record.clueNo;
  };
  const sourceOf = async (clueNo: string, place: number) => (await show(clueNo))!.sources[place]!.id;
  /** All that is worked out of the papers; the decisions themselves stay. */
  const derived = async (clueNo: string) => {
    const { decisions: _, ...rest } = (await show(clueNo))!;
    return rest;
  };

  it('merges two clues, and undoes it under the same numbers', async () => {
    const batch = randomUUID();
    const a = await clueOf(await file(letter({ accused: '钟守正', place: '嘉禾里' }), '2019-06-05', batch));
    const b = await clueOf(await file(letter({ accused: '樊立群', place: '云栖里' }), '2019-06-06', batch));
    const before = [await derived(a), await derived(b)];
    const { total } = await office.register.records.list();
    const { decision, ...done } = await mergeClues(office, b, a, who);
    expect(done).toEqual({ from: b, to: a, sources: before[1]!.sources.map((s) => s.id) });
    const merged = (await show(a))!;
    expect(merged.sources.map((s) => s.id)).toEqual(
      [...before[0]!.sources, ...before[1]!.sources].map((s) => s.id),
    );
    expect(merged.accused.map((p) => p.name)).toEqual(['钟守正', '樊立群']);
    expect(merged.decisions).toMatchObject([{ id: decision, kind: 'merge', by: who.by, from: b, to: a }]);
    expect(await show(b)).toBeNull();
    expect(await office.register.records.mergedInto(b)).toBe(a);
    expect(await office.register.records.list()).toMatchObject({ total: total - 1 });
    expect(await office.register.receipts.summary(batch)).toMatchObject({
      items: 2,
      newClues: 1,
      repeats: 1,
    });
    await expect(mergeClues(office, b, a, who)).rejects.toMatchObject({
      code: 'decision.clue_merged',
      params: { into: a },
    });

    const undone = await undoDecision(office, decision, who);
    expect([await derived(a), await derived(b)]).toEqual(before);
    expect((await show(b))!.decisions).toMatchObject([
      { id: decision, undoneBy: undone.decision },
      { kind: 'undo', undoes: decision },
    ]);
    expect(await office.register.receipts.summary(batch)).toMatchObject({ newClues: 2, repeats: 0 });
    const audit = await query("select action from audit where actor = $1 and subject like 'decision:%'", [
      who.by,
    ]);
    expect(audit.map((r) => r.action)).toEqual(['decision.merge', 'decision.undo']);
  });

  it('files what comes later with the clue that stands, and leaves no merged clue behind', async () => {
    const second = { accused: '谈文彬', place: '翡翠湾' };
    const a = await clueOf(await file(letter({ accused: '翁凤来', place: '桂语江南' })));
    const b = await clueOf(await file(letter(second)));
    const { decision } = await mergeClues(office, b, a, who);
    const later = await file(letter({ ...second, misread: ['请予查处', '请你们查处'] }));
    expect(await clueOf(later)).toBe(a);
    // Read anew without finding it, and found again: it is still where the person put it.
    await readAgain(letter(second), null);
    expect((await show(a))!.sources.map((s) => s.text.includes('翡翠湾'))).toEqual([false, true]);
    await readAgain(letter(second), letter(second));
    expect(await show(b)).toBeNull();
    expect((await show(a))!.sources.filter((s) => s.text.includes('翡翠湾'))).toHaveLength(4);
    // What came meanwhile goes back with what it is like.
    const another = await file(
      letter({ accused: '翁凤来', place: '桂语江南', misread: ['请予查处', '请你们查处'] }),
    );
    await undoDecision(office, decision, who);
    expect([await clueOf(later), await clueOf(another)]).toEqual([b, a]);
    expect((await show(b))!.sources).toHaveLength(4);
  });

  it('splits a source off; neither a new reading nor a sweep puts it back', async () => {
    const matter = { accused: '骆长庚', place: '云起府' };
    const more = { ...matter, more: news('云起府') };
    const a = await clueOf(await file(letter(matter), '2019-06-05'));
    expect(await clueOf(await file(letter(more), '2019-09-01'))).toBe(a);
    const supplement = await sourceOf(a, 1);
    expect((await show(a))!.sources[1]).toMatchObject({ relation: 'supplement', resembles: 0 });
    const before = await derived(a);

    const { decision, to: n } = await splitClue(office, a, [supplement], who);
    expect((await show(n))!.sources).toMatchObject([{ id: supplement, relation: 'first', newFacts: [] }]);
    expect((await show(a))!.sources).toHaveLength(1);
    // The same text misread otherwise, as by another model.
    await readAgain(letter(more), letter({ ...more, misread: ['凭证', '凭征'] }));
    expect((await show(n))!.sources.map((s) => s.text.includes('凭征'))).toEqual([true, true]);
    await readAgain(letter(more), letter(more));
    expect((await show(a))!.sources).toHaveLength(1);

    const lexicon = join(await folder.make(), 'lexicon');
    await cp(new URL('../../lexicon', import.meta.url), lexicon, {
      recursive: true,
      filter: (source) => !source.endsWith('.ts'),
    });
    await mkdir(join(lexicon, 'campaigns', 'own'));
    await writeFile(
      join(lexicon, 'campaigns', 'own', 'topics.yaml'),
      'topics:\n  Z1:\n    name: 倒签\n    strong:\n      - 倒签\n      - 咨询公司\n      - 转账凭证\n      - 妻弟\n',
    );
    const changed = await openOffice(readConfig({ ...env, QIDI_LEXICON: lexicon }));
    try {
      const swept = await runSweep(changed, { words: ['云起府'] }, async () => {
        const stop = new AbortController();
        const working = runWorkers(changed, { stop: stop.signal, report: () => undefined });
        await waitFor('the sweep', async () => !(await changed.register.upkeep.hasDue()), 60_000);
        stop.abort();
        await working;
      });
      expect(swept).toMatchObject({ due: 2, added: [], withdrawn: [], failed: [] });
      expect(swept.changed.map((c) => c.clueNo)).toEqual([n]);
    } finally {
      await changed.close();
    }

    // A copy goes with what it is a copy of, whatever else its words stand in.
    const copy = await file(letter({ ...more, misread: ['请予查处', '请你们查处'] }), '2019-09-20');
    expect(await clueOf(copy)).toBe(n);
    expect(await clueOf(await file(letter({ ...matter, misread: ['请予查处', '请你们查处'] })))).toBe(a);

    const undone = await undoDecision(office, decision, who);
    expect(await show(n)).toBeNull();
    expect(await office.register.records.mergedInto(n)).toBe(a);
    expect(undone.sources).toContain(supplement);
    const after = await derived(a);
    expect(after.sources.map((s) => s.id)).toEqual(expect.arrayContaining(before.sources.map((s) => s.id)));
    expect(after.amount).toBe(before.amount);
    // Nobody ever gets the number again.
    const next = await clueOf(await file(letter({ accused: '娄景春', place: '紫金台' })));
    expect(next > n).toBe(true);
  }, 120_000);

  it('moves one source, with all receipts of its file, and says what cannot be', async () => {
    const content = letter({ accused: '毕世昌', place: '望江台' });
    const a = await clueOf(await file(content, '2019-06-05'));
    await file(content, '2019-06-07');
    const other = await file(
      letter({ accused: '毕世昌', place: '望江台', more: news('望江台') }),
      '2019-09-09',
    );
    expect(await clueOf(other)).toBe(a);
    const b = await clueOf(await file(letter({ accused: '孔繁林', place: '澜庭' })));
    const twin = await sourceOf(a, 0);
    const moved = await moveSource(office, twin, b, who);
    expect(moved).toMatchObject({ from: a, to: b });
    expect(moved.sources).toHaveLength(2);
    expect((await show(b))!.sources.map((s) => s.relation)).toContain('same-file');
    expect((await show(a))!.sources).toMatchObject([{ relation: 'first' }]);

    const left = await sourceOf(a, 0);
    const refused: [() => Promise<unknown>, string][] = [
      [() => moveSource(office, left, b, who), 'decision.last_source'],
      [() => moveSource(office, twin, b, who), 'decision.same_clue'],
      [() => moveSource(office, 99_999_999, b, who), 'decision.no_such_source'],
      [() => splitClue(office, a, [left], who), 'decision.whole_clue'],
      [() => splitClue(office, a, [99_999_999], who), 'decision.no_such_source'],
      [() => mergeClues(office, a, a, who), 'decision.same_clue'],
      [() => mergeClues(office, a, '530400-XS-1999-0001', who), 'cli.no_such_clue'],
      [() => undoDecision(office, 99_999_999, who), 'decision.unknown'],
    ];
    for (const [attempt, code] of refused) await expect(attempt()).rejects.toMatchObject({ code });
    await expect(splitClue(office, a, [twin], who)).rejects.toMatchObject({
      code: 'decision.source_elsewhere',
      params: { source: twin, clueNo: b },
    });
  });

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
