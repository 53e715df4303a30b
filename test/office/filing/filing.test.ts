import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, it } from '@jest/globals';
import { fileItems } from '../../../office/index.js';
import { type HandedIn, useOffice } from '../office-in-use.js';
import { cover, informant, letter } from './papers.js';

const { office, problems, receive, file, text, resultsOf, refile, recordsOf, query } =
  await useOffice('filing-items');
describe('filing the items of a document', () => {
  afterAll(() => expect(problems).toEqual([]));

  const fileOne = async (content: string, known: HandedIn = {}) => (await file(content, known)).documentId;

  it('puts a cover beside the letter that it covers, under one clue', async () => {
    const batch = randomUUID();
    const documentId = await fileOne(`${cover('金国梁')}\n${letter('金国梁')}`, { batch });
    const [record, ...others] = await recordsOf(documentId);
    expect(others).toEqual([]);
    expect(record!.sources.map((s) => [s.relation, s.text.startsWith('中共')])).toEqual([
      ['first', false],
      ['enclosed', true],
    ]);
    expect(record).toMatchObject({ source: 'superior', channel: 'transfer', signature: 'named' });
    expect(record!.accused.map((a) => a.name)).toEqual(['金国梁']);
    // The cover names the writer, whom only the letter declares.
    expect(JSON.stringify(record)).not.toContain(informant);
    expect(await office.register.receipts.summary(batch)).toMatchObject({
      items: 2,
      newClues: 1,
      repeats: 1,
    });
  });

  it('calls a letter that was received before enclosed, and its cover with it', async () => {
    const first = await fileOne(letter('钟离守正', '鼎盛国际城'), { day: '2019-06-05' });
    const forwarded = await fileOne(`${cover('钟离守正')}\n${letter('钟离守正', '鼎盛国际城')}`);
    const [record] = await recordsOf(forwarded);
    expect((await recordsOf(first)).map((r) => r.clueNo)).toEqual([record!.clueNo]);
    expect(record!.sources.map((s) => s.relation)).toEqual(['first', 'enclosed', 'enclosed']);
    expect(record).toMatchObject({ source: 'petition', receivedOn: '2019-06-05' });
  });

  it('gives the clue of a document that was one item to the letter in it', async () => {
    const content = `${cover('骆长庚')}\n${letter('骆长庚', '云栖里')}`;
    const split = await resultsOf(content);
    expect(split).toHaveLength(2);
    const { documentId, job } = await receive(content);
    const whole = await resultsOf(content.replaceAll('附件', ' '));
    const one = [{ ...whole[0]!, item: { ...whole[0]!.item, cover: false } }];
    await office.register.commitText({ ...job!, results: [], recognitionDigest: '' }, (filing) =>
      fileItems(filing, office, documentId, one),
    );
    const [before] = await recordsOf(documentId);
    await refile(content, split);
    const records = await recordsOf(documentId);
    expect(records.map((r) => r.clueNo)).toEqual([before!.clueNo]);
    expect(new Set(records[0]!.sources.map((s) => s.relation))).toEqual(
      new Set(['first', 'enclosed', 'same-file']),
    );
  });

  it('counts as registered before what had been read, and not what had only been received', async () => {
    const papers = [letter('权德舆', '听松里'), letter('令狐楚', '观澜里')];
    const place = randomUUID();
    const first = { batch: randomUUID(), place };
    await receive(papers[0]!, first);
    await file(papers[1]!, { ...first, place: `${place}2` });
    expect(await office.register.receipts.summary(first.batch)).toMatchObject({
      received: 2,
      items: 1,
      known: 0,
    });
    const again = { batch: randomUUID(), place };
    const { documentId } = await receive(papers[0]!, again);
    await receive(papers[1]!, { ...again, place: `${place}2` });
    const [due] = await query('select generation from documents where id = $1', [documentId]);
    await text({ lane: 'text', documentId, generation: due!.generation }, { last: true });
    expect(await office.register.receipts.summary(again.batch)).toMatchObject({ items: 2, known: 1 });
  });

  it('counts what still waits in the queue neither as filed nor as for a person', async () => {
    const paper = letter('宋之问', '枕流里');
    await file(paper);
    const batch = randomUUID();
    // The same bytes from another place: its items are known, and no worker has filed them for this receipt yet.
    const { documentId, job } = await receive(paper, { batch });
    const { receipts } = office.register;
    const none = { items: 0, known: 0, newClues: 0, repeats: 0, outOfScope: 0, review: 0 };
    expect(await receipts.summary(batch)).toMatchObject({ received: 1, ...none });
    expect(await receipts.progress(batch)).toMatchObject({ files: 1, filesDone: 0 });
    await text({ lane: 'text', ...job!, documentId }, { last: true });
    expect(await receipts.summary(batch)).toMatchObject({ ...none, items: 1, repeats: 1 });
  });

  it('names none for a person of what waits in the queue, as it counts none', async () => {
    const paper = `机密★10年\n${letter('贾岛', '推敲里')}`;
    await file(paper);
    const batch = randomUUID();
    const { documentId, job } = await receive(paper, { batch });
    const { receipts } = office.register;
    expect(await receipts.summary(batch)).toMatchObject({ items: 0, review: 0 });
    expect(await receipts.reviews(batch)).toEqual([]);
    await text({ lane: 'text', ...job!, documentId }, { last: true });
    expect(await receipts.summary(batch)).toMatchObject({ items: 1, review: 1 });
    expect(await receipts.reviews(batch)).toMatchObject([{ code: 'items.classified' }]);
  });

  it('sends a classified file to a person, and keeps no word of it', async () => {
    const batch = randomUUID();
    const secret = '青麓山预备指挥所坐标';
    const documentId = await fileOne(`机密★10年\n关于${secret}的报告\n${letter('白立明')}`, {
      batch,
      name: '报告.txt',
    });
    expect(await recordsOf(documentId)).toEqual([]);
    expect(await office.register.receipts.summary(batch)).toMatchObject({ items: 1, review: 1 });
    expect(await office.register.receipts.reviews(batch)).toEqual([
      {
        paper: expect.stringMatching(/^R\d+$/),
        name: '报告.txt',
        member: null,
        code: 'items.classified',
        params: { mark: '机密★10年' },
      },
    ]);
    for (const { name } of await query(
      `select table_name as name from information_schema.tables
       where table_schema = 'public' and table_type = 'BASE TABLE'`,
    )) {
      const rows = await query(`select t::text as row from ${name} t`);
      expect({ name, found: rows.filter((r) => (r.row as string).includes(secret)) }).toEqual({
        name,
        found: [],
      });
    }
  });

  it('withdraws the clue of a file that is seen to be classified later', async () => {
    const content = letter('傅明远', '桂湖花园');
    const documentId = await fileOne(content);
    const [before] = await recordsOf(documentId);
    const [classified] = await resultsOf(`秘密★长期\n${content}`);
    await refile(content, [classified!]);
    expect(await recordsOf(documentId)).toEqual([]);
    expect(await office.register.records.show(before!.clueNo)).toBeNull();
    const [kept] = await query('select state, text from items where document_id = $1', [documentId]);
    expect(kept).toEqual({ state: 'review', text: '' });
  });
});
