import { describe, expect, it } from '@jest/globals';
import { mergeClues, registerByHand, undoDecision } from '../../../office/index.js';
import { zipOf } from '../../pipelines/extraction/files.js';
import { card, letter, useRegistering, who } from './registering.js';

const {
  office,
  file,

  receive,

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
