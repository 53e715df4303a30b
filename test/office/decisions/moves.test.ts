import { randomUUID } from 'node:crypto';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import {
  mergeClues,
  moveSource,
  openOffice,
  readConfig,
  runSweep,
  splitClue,
  undoDecision,
} from '../../../office/index.js';
import { runWorkers } from '../../../workers/index.js';
import { waitFor } from '../../support/index.js';
import { letter, news, useDeciding, who } from './deciding.js';

const {
  env,
  folder,
  office,

  problems,
  query,
  file,
  readAgain,
  show,
  clueOf,
  sourceOf,
  derived,
} = await useDeciding('moves');
describe('what people put together and apart', () => {
  afterAll(() => expect(problems).toEqual([]));

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
    await cp(new URL('../../../lexicon', import.meta.url), lexicon, {
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
});
