import { afterAll, describe, expect, it } from '@jest/globals';
import { isSumDoubted } from '../../../domain/index.js';
import { correctClue, registerByHand, undoDecision } from '../../../office/index.js';
import { type HandedIn, useOffice } from '../office-in-use.js';
import { letter } from './papers.js';

const { office, problems, file, resultsOf, refile } = await useOffice('filing-doubts');
describe('what recognition is not sure of', () => {
  afterAll(() => expect(problems).toEqual([]));

  const fileOne = async (content: string, known: HandedIn = {}) => (await file(content, known)).documentId;

  it('marks in the list what recognition is not sure of', async () => {
    const content = letter('寂振华', '听雨里');
    await fileOne(content);
    const [read] = await resultsOf(content);
    // As if it had been recognised: the first character of the name and of each sum is doubted.
    const mentions = read!.sealed.mentions.map((m) =>
      m.text === '寂振华' || m.type === 'money'
        ? { ...m, doubtful: [{ start: m.start, end: m.start + 1 }] }
        : m,
    );
    await refile(content, [
      { ...read!, item: { ...read!.item, recognised: true }, sealed: { ...read!.sealed, mentions } },
    ]);
    const find = async () => (await office.register.records.list({ accused: '寂振华' })).lines[0]!;
    const line = await find();
    expect(line.doubts).toEqual({ accused: [[{ start: 0, end: 1 }]], amount: line.amount !== null });
    expect(line.amount).not.toBeNull();
    const ruling = { by: '案管甲', reason: '核对' };
    const missed = { name: '钟离远', organisation: null, position: null };
    const add = () => correctClue(office, line.clueNo, {}, false, ruling, [{ who: null, to: missed }]);
    const { decision } = await add();
    // Who adds one says nothing of the others.
    expect((await find()).doubts.accused).toEqual([[{ start: 0, end: 1 }], []]);
    const named = async () => (await office.register.records.show(line.clueNo))!.decisions.at(-1)!.named;
    expect(await named()).toEqual(['钟离远']);
    await undoDecision(office, decision, ruling);
    await correctClue(office, line.clueNo, {}, true, ruling, [{ who: null, to: missed }]);
    expect((await find()).doubts).toEqual({ accused: [[], []], amount: false });
    await undoDecision(office, decision + 2, ruling);
    const accused = [{ name: '寂振华', organisation: null, position: null }];
    await correctClue(office, line.clueNo, { accused, amount: 30_000 }, false, ruling);
    expect((await find()).doubts).toEqual({ accused: [[]], amount: false });
    // Whom somebody had looked at before stays looked at.
    await add();
    expect((await find()).doubts.accused).toEqual([[], []]);
  });

  it('does not doubt the sum that a person typed of another paper of the clue', async () => {
    const content = letter('羿振邦', '观澜里');
    await fileOne(content);
    const [read] = await resultsOf(content);
    const mentions = read!.sealed.mentions.map((m) =>
      m.type === 'money' ? { ...m, doubtful: [{ start: m.start, end: m.start + 1 }] } : m,
    );
    await refile(content, [
      {
        ...read!,
        item: { ...read!.item, recognised: true },
        sealed: { ...read!.sealed, mentions, amount: null },
      },
    ]);
    const find = async () => (await office.register.records.list({ accused: '羿振邦' })).lines[0]!;
    // Machines read sums, and could not say which is at issue.
    const { clueNo, amount } = await find();
    expect(amount).toBeNull();
    const { receiptId } = await file('见附件。');
    const card = { petitionClass: 'report', summary: '反映羿振邦收受200万元。', amount: 2_000_000 } as const;
    await registerByHand(office, { receiptId, ordinal: null }, card, clueNo, {
      by: '案管甲',
      reason: '人工阅读原件',
    });
    expect(await find()).toMatchObject({ amount: 2_000_000, doubts: { amount: false } });
    const record = (await office.register.records.show(clueNo))!;
    expect(isSumDoubted(record.amount, record)).toBe(false);
  });
});
