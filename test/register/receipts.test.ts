import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { type Backend, backends, startServers, useFolder } from '../support/index.js';
import { letter, useOffices } from './offices.js';

const folder = await useFolder('receipts');
const servers = await startServers(folder);

describe.each(backends)('receipts and their generations on $name', (backend: Backend) => {
  const { offices, receive, query, run, clueOf } = useOffices(servers, backend);

  it('records a file from one place once, and from another place again', async () => {
    const text = letter(1);
    const [first] = await receive([text], { place: '/in/a.txt' });
    const [again] = await receive([text], { place: '/in/a.txt' });
    const [elsewhere] = await receive([text], { place: '/in/b.txt' });
    // The same receipt: its bytes are known from no other.
    expect(again).toEqual({ ...first, known: false, again: true, job: null });
    expect(elsewhere).toMatchObject({ documentId: first!.documentId, known: true });
    expect(elsewhere!.receiptId).not.toBe(first!.receiptId);
    const [later] = await receive([text], { place: '/in/b.txt' });
    const [earlier] = await receive([text], { place: '/in/a.txt' });
    expect([later!.known, earlier!.known]).toEqual([true, false]);
    expect(first).toMatchObject({ known: false, job: { generation: 1 } });
    const arrivals = await query('select count(*)::int as n from arrivals where receipt_id = $1', [
      first!.receiptId,
    ]);
    expect(arrivals[0]!.n).toBe(3);
    await run(0, first!.job);
    expect(await clueOf(first!.documentId)).toHaveLength(1);
    const sources = await query(
      'select s.relation from sources s join items i on i.id = s.item_id where i.document_id = $1 order by s.ordinal',
      [first!.documentId],
    );
    expect(sources.map((s) => s.relation)).toEqual(['first', 'same-file']);
  });

  it('numbers receipts without gaps, however often files come again', async () => {
    const place = (n: number) => ({ place: `/again/${n}.txt` });
    const [first] = await receive([letter(31)], place(1));
    for (let time = 0; time < 3; time++) await receive([letter(31), letter(31)], place(1));
    const [second] = await receive([letter(32)], place(2));
    expect(second!.receiptId).toBe(first!.receiptId + 1);
  });

  it('records the same bytes that come twenty times at once, from one place and from twenty', async () => {
    const text = letter(2);
    const same = await Promise.all(
      Array.from({ length: 20 }, () => receive([text, text], { place: '/in/same.txt' })),
    );
    const apart = await Promise.all(
      Array.from({ length: 20 }, (_, i) => receive([text], { place: `/in/${i}.txt` })),
    );
    expect(new Set(same.flat().map((r) => r.receiptId)).size).toBe(1);
    expect(new Set([...same, ...apart].flat().map((r) => r.documentId)).size).toBe(1);
    expect(new Set(apart.flat().map((r) => r.receiptId)).size).toBe(20);
    const jobs = [...same, ...apart].flat().flatMap((r) => (r.job ? [r.job] : []));
    expect(jobs).toHaveLength(1);
    // One receipt, however often: only its second arrival within one list is one too many.
    expect(same.map((results) => results.map((r) => r.known))).toEqual(same.map(() => [false, true]));
    expect(apart.flat().filter((r) => !r.known)).toEqual([]);
    await run(0, jobs[0]!);
    const counted = await query(
      `select count(*)::int as n from sources s join items i on i.id = s.item_id where i.document_id = $1`,
      [jobs[0]!.documentId],
    );
    expect(counted[0]!.n).toBe(21);
  });

  it('lets nobody commit who comes too late', async () => {
    const [one] = await receive([letter(3)]);
    const { documentId, generation } = one!.job!;
    const { due } = await offices()[1]!.register.upkeep.revive([{ documentId, generation, lane: 'text' }]);
    expect(due).toEqual([{ documentId, generation: generation + 1, lane: 'text' }]);
    const late = offices()[0]!.register.commitText(
      { documentId, generation, results: [], recognitionDigest: '' },
      async () => undefined,
    );
    await expect(late).rejects.toMatchObject({ code: 'register.superseded' });
    await offices()[0]!.register.documents.fail(documentId, generation, {
      stage: 'items',
      code: 'worker.unexpected',
      params: {},
      durationMs: 1,
    });
    const [row] = await query('select state, generation from documents where id = $1', [documentId]);
    expect(row).toEqual({ state: 'due', generation: generation + 1 });
    expect(await offices()[0]!.register.documents.open(documentId, generation, 'text')).toBeNull();
    await run(0, due[0]!);
    expect(await clueOf(documentId)).toHaveLength(1);
    // Done: the same job again, late or twice, changes nothing.
    const before = await query('select * from documents where id = $1', [documentId]);
    await run(1, due[0]!);
    expect(await query('select * from documents where id = $1', [documentId])).toEqual(before);
  });

  it('gives work up that kills its worker three times, and tells a person', async () => {
    const batch = randomUUID();
    const [one] = await receive([letter(300, '闻人克勤')], { batch });
    const { register } = offices()[0]!;
    let { generation } = one!.job!;
    for (let n = 0; n < 3; n += 1) {
      expect(await register.documents.open(one!.documentId, generation, 'text')).not.toBeNull();
      const { due } = await register.upkeep.revive([
        { documentId: one!.documentId, generation, lane: 'text' },
      ]);
      generation = due[0]?.generation ?? -1;
    }
    expect(generation).toBe(-1);
    expect(await register.receipts.files(batch, 'failed')).toMatchObject([
      { state: 'failed', errorCode: 'worker.died_repeatedly' },
    ]);
    // Presented again, it is tried again.
    const [again] = await receive([letter(300, '闻人克勤')]);
    await run(0, again!.job);
    expect(await clueOf(one!.documentId)).toHaveLength(1);
  });
});
