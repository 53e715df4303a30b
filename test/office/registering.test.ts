import { describe, expect, it } from '@jest/globals';
import type { TypedCard } from '../../domain/index.js';
import {
  correctClue,
  evaluateCorrections,
  mergeClues,
  planSweep,
  registerByHand,
  runSweep,
  undoDecision,
} from '../../office/index.js';
import type { SweepScope } from '../../register/index.js';
import { zipOf } from '../pipelines/extraction/files.js';
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
} = await useRegistering('registering');

describe('what a person registers by hand', () => {
  it('is a clue with what was typed, found by it, and waits no more', async () => {
    const { batch, receiptId } = await receive('见附件。');
    const before = await counts();
    expect(await waiting()).toEqual([`R${receiptId}`]);
    const { decision, to } = await register(receiptId);
    const record = await show(to);
    expect(record).toMatchObject({
      petitionClass: 'report',
      title: '关于石涧县人防办主任赖永昌有关问题的反映',
      summary: card.summary,
      receivedOn: '2019-07-01',
      channel: 'visit',
      amount: 20_000,
      accused: [{ ...card.accused![0], evidence: [{ quote: '赖永昌' }, { quote: '赖永昌' }] }],
      topics: [{ code: 'A5', score: 1 }],
      sources: [{ receipt: receiptId, typed: true, text: card.summary, relation: 'first' }],
      decisions: [{ id: decision, kind: 'register', by: who.by, reason: who.reason }],
    });
    const { start, end } = record.accused[0]!.evidence[0]!;
    expect(record.sources[0]!.text.slice(start, end)).toBe('赖永昌');
    for (const words of [['红包2万'], ['赖永昌']])
      expect((await office.register.records.list({ words })).lines.map((l) => l.clueNo)).toEqual([to]);
    expect(await waiting()).toEqual([]);
    expect(await counts()).toEqual({ filed: before.filed + 1, review: before.review - 1 });
    expect(await office.register.receipts.summary(batch)).toMatchObject({ items: 1, newClues: 1, review: 0 });
    await expect(register(receiptId)).rejects.toMatchObject({ code: 'decision.not_waiting' });
  });

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

  it('accuses whom the person names, of whatever class it is', async () => {
    const { to } = await register((await receive('见附件五。')).receiptId, null, {
      ...card,
      petitionClass: 'appeal',
    });
    const { petitionClass, title, accused } = await show(to);
    expect([petitionClass, title]).toEqual(['appeal', '反映石涧县人防办主任赖永昌收受红包']);
    expect(accused.map((a) => a.name)).toEqual(['赖永昌']);
  });

  it('waits again when it is undone, and can be registered anew', async () => {
    const { receiptId } = await receive('见附件二。');
    const first = await register(receiptId);
    await undoDecision(office, first.decision, who);
    expect(await office.register.records.show(first.to)).toBeNull();
    expect(await waiting()).toEqual([`R${receiptId}`]);
    await receive('见附件二。');
    expect(await waiting()).toHaveLength(2);
    const second = await register(receiptId);
    expect(second.to).not.toBe(first.to);
    expect((await show(second.to)).sources).toHaveLength(2);
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

  it('goes where it is registered anew, not with the clue that it was taken from; no row of it is deleted', async () => {
    const { documentId } = await receive(letter.replaceAll('岑文博', '尹长风'));
    const [found] = await office.register.records.ofDocuments([documentId]);
    const { clueNo } = found!.record;
    const other = await receive(letter.replaceAll('岑文博', '万俟清').replaceAll('枫林湾', '听雪轩'));
    const [into] = await office.register.records.ofDocuments([other.documentId]);
    const { receiptId } = await receive('见附件十。');
    const first = await register(receiptId, clueNo);
    await undoDecision(office, first.decision, who);
    await mergeClues(office, clueNo, into!.record.clueNo, who);
    expect(await waiting()).toContain(`R${receiptId}`);
    const second = await register(receiptId);
    expect((await show(second.to)).sources.map((s) => s.id)).toEqual(first.sources);
    expect((await show(into!.record.clueNo)).sources).toHaveLength(2);
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

  it('goes under a clue that is there, and leaves it when undone', async () => {
    const { documentId } = await receive(letter.replaceAll('岑文博', '霍启年'));
    const [found] = await office.register.records.ofDocuments([documentId]);
    const { clueNo } = found!.record;
    const { total } = await office.register.records.list();
    const unlike = { ...card, summary: '附图一张。' };
    const { decision, to } = await register((await receive('见附件四。')).receiptId, clueNo, unlike);
    expect(to).toBe(clueNo);
    const grown = await show(clueNo);
    expect(grown.quality).toEqual(found!.record.quality);
    expect(grown.sources.find((s) => s.typed)).toMatchObject({ resembles: null });
    expect((await show(clueNo)).accused.map((a) => a.name)).toContain('赖永昌');
    expect((await office.register.records.list()).total).toBe(total);
    await undoDecision(office, decision, who);
    const { decisions: _, ...after } = await show(clueNo);
    const { decisions: __, ...before } = found!.record;
    expect(after).toEqual(before);
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

  it('says nothing that nobody said, neither who signed nor how it came', async () => {
    for (const content of [
      '见附件丙。',
      Buffer.concat([Buffer.from('Rar!\x1a\x07\x00', 'latin1'), Buffer.alloc(64, 9)]),
    ]) {
      const name = typeof content === 'string' ? '来件.txt' : '来件.rar';
      const { receiptId } = await file(content, { name });
      const { decision, to } = await register(receiptId, null, {
        petitionClass: 'report',
        summary: card.summary,
      });
      const quality = { ocr: false, confidence: 1, flags: [] };
      expect(await show(to)).toMatchObject({ channel: 'unknown', signature: 'unknown', quality });
      await undoDecision(office, decision, who);
      const said = { ...card, channel: 'letter', signature: 'anonymous' } as const;
      expect(await show((await register(receiptId, null, said)).to)).toMatchObject({
        channel: 'letter',
        signature: 'anonymous',
      });
    }
    const stated = await file('见附件丁。', { channel: 'letter' });
    expect(await show((await register(stated.receiptId)).to)).toMatchObject({ channel: 'letter' });
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

  it('asks which of several papers of a file is meant, and takes each by its place', async () => {
    const zip = zipOf({ '1.txt': '见附件甲', '2.txt': '见附件乙' });
    const { receiptId } = await receive(zip, 'one zip', 'zip');
    const papers = (await waiting()).filter((p) => p.startsWith(`R${receiptId}-`));
    expect(papers).toHaveLength(2);
    await expect(register(receiptId)).rejects.toMatchObject({
      code: 'decision.which_paper',
      params: { papers: papers.join(' ') },
    });
    const place = Number(papers[1]!.split('-')[1]) - 1;
    await registerByHand(office, { receiptId, ordinal: place }, card, null, who);
    expect(await waiting()).toContain(`R${receiptId}`);
    await register(receiptId);
    expect((await waiting()).filter((p) => p.startsWith(`R${receiptId}`))).toEqual([]);
  });

  it('takes nothing of classified papers, and of no receipt that it does not know', async () => {
    const { receiptId } = await receive('机密★10年\n关于有关问题的请示\n内容略。\n');
    await expect(register(receiptId)).rejects.toMatchObject({ code: 'decision.classified' });
    await expect(register(receiptId + 1000)).rejects.toMatchObject({ code: 'decision.no_such_receipt' });
    await expect(register(receiptId, '530400-XS-1999-0001')).rejects.toMatchObject({
      code: 'cli.no_such_clue',
    });
  });
});
