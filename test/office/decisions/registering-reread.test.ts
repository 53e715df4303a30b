import { describe, expect, it } from '@jest/globals';
import type { TypedCard } from '../../../domain/index.js';
import {
  correctClue,
  evaluateCorrections,
  planSweep,
  registerByHand,
  runSweep,
  undoDecision,
} from '../../../office/index.js';
import type { SweepScope } from '../../../register/index.js';
import { card, letter, useRegistering, who } from './registering.js';

const {
  office,
  file,
  text,
  query,
  resultsOf,
  refile,
  recordsOf,
  receive,
  handIn,
  show,
  register,
  waiting,
  counts,
} = await useRegistering('registering-reread');

describe('a paper registered by hand, read again', () => {
  it('stays when the file is read again, also with a further receipt, and measures no machine', async () => {
    const { receiptId } = await receive('见附件一。');
    const { to } = await register(receiptId);
    await receive('见附件一。');
    const { sources, accused } = await show(to);
    expect(sources.map((s) => [s.relation, s.text])).toEqual([
      ['first', card.summary],
      ['same-file', card.summary],
    ]);
    expect(accused).toHaveLength(1);
    await correctClue(office, to, { topics: ['A5', 'E4'] }, true, who);
    expect(await evaluateCorrections(office)).toMatchObject({ counts: {}, misses: [] });
  });

  it('is not lost when it is undone after machines learned to read it: they file it, and it waits until then', async () => {
    const content = letter.replaceAll('岑文博', '单于明');
    await refile(content, await resultsOf('见附件九。'));
    const { receiptId, documentId, job } = await handIn(content);
    const { decision, to } = await register(receiptId);
    await text({ ...job!, lane: 'text' }, { last: true });
    expect((await show(to)).sources.map((s) => s.typed)).toEqual([true, true]);
    const before = await counts();
    await undoDecision(office, decision, who);
    expect(await waiting()).toContain(`R${receiptId}`);
    expect(await counts()).toEqual({ filed: before.filed - 1, review: before.review + 1 });
    const due = (await office.register.upkeep.overdue(0)).filter((w) => w.documentId === documentId);
    expect(due).toHaveLength(1);
    await text(due[0]!, { last: true });
    const [record, ...others] = await recordsOf(documentId);
    expect(others).toEqual([]);
    expect(record!.clueNo).not.toBe(to);
    expect(record!.accused.map((a) => a.name)).toEqual(['单于明']);
    expect(record!.sources.map((s) => s.typed)).toEqual([false, false]);
    expect(await waiting()).not.toContain(`R${receiptId}`);
    expect(await counts()).toEqual(before);
  });

  it('takes a file that cannot be read at all, however often machines fail at it', async () => {
    const rar = Buffer.concat([Buffer.from('Rar!\x1a\x07\x00', 'latin1'), Buffer.alloc(64, 1)]);
    const { batch, receiptId } = await receive(rar, 'one place', 'rar');
    expect(await office.register.receipts.files(batch, 'failed')).toHaveLength(1);
    const failed = async () => (await office.register.upkeep.counts()).documents.failed;
    expect(await failed()).toBe(1);
    const { to } = await register(receiptId);
    const again = await receive(rar, 'one place', 'rar');
    expect(again.receiptId).toBe(receiptId);
    expect(await office.register.receipts.files(again.batch, 'failed')).toEqual([]);
    expect(await failed()).toBe(0);
    expect(await waiting()).not.toContain(`R${receiptId}`);
    expect(await show(to)).toMatchObject({ channel: 'visit', summary: card.summary });
  });

  it('is not read again by a sweep unless that is asked for, and a failure is named by its receipts', async () => {
    const rar = (fill: number) =>
      Buffer.concat([Buffer.from('Rar!\x1a\x07\x00', 'latin1'), Buffer.alloc(64, fill)]);
    const byHand = await receive(rar(2), 'by hand', 'rar');
    await register(byHand.receiptId);
    const left = await receive(rar(3), 'left', 'rar');
    const due = async (scope: SweepScope) => (await planSweep(office, scope)).due;
    const asked = await due({ byHand: true });
    const [{ n: settled }] = (await query(
      "select count(distinct document_id)::int as n from items join documents d on d.id = document_id where typed is not null and d.state = 'failed'",
    )) as [{ n: number }];
    expect(settled).toBeGreaterThan(0);
    expect(asked - (await due({}))).toBe(settled);
    const unread = await handIn('收到了，还没有办。'.repeat(9));
    const { files, reasons } = await planSweep(office, {});
    const planned = ({ receiptId }: { receiptId: number }) =>
      files.find((f) => f.papers.includes(`R${receiptId}`));
    expect(planned(left)).toMatchObject({
      why: 'failed',
      code: 'extraction.archive',
      stages: ['extraction'],
    });
    expect(planned(unread)).toMatchObject({ why: 'unfinished', code: null });
    expect(planned(byHand)).toBeUndefined();
    expect(Object.values(reasons).reduce((sum, n) => sum + n)).toBe(files.length);
    const { failed } = await runSweep(office, {}, async (sweepId) => {
      for (const { id, state } of await office.register.sweeps.documents(sweepId)) {
        if (state !== 'due') continue;
        const [row] = await query('select generation from documents where id = $1', [id]);
        await text({ lane: 'text', documentId: id, generation: row!.generation }, { last: true });
      }
    });
    expect(failed.map((f) => f.papers)).toContainEqual([`R${left.receiptId}`]);
    expect(failed.flatMap((f) => f.papers)).not.toContain(`R${byHand.receiptId}`);
  });

  it('says of what a stopped sweep made due why it was', async () => {
    const scope = { since: '2021-03-04', until: '2021-03-04' };
    await file(letter.replaceAll('岑文博', '苗得雨'), { day: scope.since });
    expect((await planSweep(office, scope)).due).toBe(0);
    const { lexicon } = office;
    const changed = { ...lexicon, digests: { ...lexicon.digests, topics: 'other words' } };
    const stopped = runSweep({ ...office, lexicon: changed }, scope, () =>
      Promise.reject(new Error('stopped')),
    );
    await expect(stopped).rejects.toThrow('stopped');
    expect((await planSweep({ ...office, lexicon: changed }, scope)).files).toMatchObject([
      { why: 'outdated' },
    ]);
  });

  it('measures the machine by what it could read alone', async () => {
    const { documentId } = await receive(
      letter.replaceAll('岑文博', '慕容德').replaceAll('枫林湾', '揽翠园'),
    );
    const [found] = await recordsOf(documentId);
    const { clueNo } = found!;
    const typed: TypedCard = {
      ...card,
      amount: 9_000_000,
      accused: [
        ...card.accused!,
        { name: '慕容德', organisation: '澜川市人防办', position: '工程科科长兼站长' },
      ],
    };
    await registerByHand(
      office,
      { receiptId: (await receive('见附件十一。')).receiptId, ordinal: null },
      typed,
      clueNo,
      who,
    );
    const before = (await evaluateCorrections(office)).counts;
    await correctClue(office, clueNo, {}, true, who);
    const { counts, misses } = await evaluateCorrections(office);
    expect(misses.filter((m) => m.clueNo === clueNo)).toEqual([]);
    const grown = (what: string) => counts[what]!.wanted - (before[what]?.wanted ?? 0);
    expect(grown('accusedName')).toBe(1);
    expect(grown('topics')).toBe(found!.topics.length);
    await correctClue(office, clueNo, { accused: [{ ...card.accused![0]!, name: '慕容得' }] }, false, who);
    expect((await evaluateCorrections(office)).misses).toContainEqual({
      clueNo,
      what: 'accusedName',
      missing: ['慕容得'],
      wrong: ['慕容德'],
    });
  });
});
