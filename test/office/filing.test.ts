import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, it } from '@jest/globals';
import { isSumDoubted } from '../../domain/index.js';
import { correctClue, fileItems, registerByHand, undoDecision } from '../../office/index.js';
import { type HandedIn, useOffice } from './office-in-use.js';

const { office, problems, receive, file, text, resultsOf, refile, recordsOf, query } =
  await useOffice('filing-items');
const informant = '费良玉';

const letter = (accused: string, place = '嘉禾里') => `关于澜川市人防办工程科科长${accused}有关问题的举报信
澜川市纪委监委领导：
我叫${informant}，电话13987654321。现反映澜川市人防办工程科科长${accused}在${place}小区结建审批中压件不办，2019年5月20日收受开发商曹旺生现金3万元后才予受理，还违规减免易地建设费96.5万元。请予查处。
举报人：${informant}
2019年6月3日`;
const cover = (accused: string) => `中共澜川市纪委信访室
澜纪信转〔2019〕61号
青麓区纪委监委：
现将${informant}反映${accused}有关问题的信访举报件（编号2019第0417号）转去，请按规定办理。
附件：1件2页
2019年6月26日
附件`;
const list = (names: readonly string[]) =>
  [
    '中共澜川市委第三巡察组问题线索移交清单',
    '移送单位：市委巡察办',
    ['序号', '被反映人', '单位及职务', '反映主要问题', '涉及金额（万元）'].join('\t'),
    ...names.map((name, i) =>
      [
        `${i + 1}`,
        name,
        '澜川市人防办工程科科长',
        `2018年在第${i + 7}号防空地下室审批中违规减免易地建设费，收受开发商现金`,
        `${i + 1}3.6`,
      ].join('\t'),
    ),
    '移交人：司空曙',
  ].join('\n');

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

  it('makes a clue of every row, with its place, by the office that sends the list', async () => {
    const batch = randomUUID();
    const documentId = await fileOne(list(['樊立群', '谈文彬', '翁凤来']), { batch });
    const records = await recordsOf(documentId);
    expect(
      records.map((r) => [r.sources[0]!.row, r.accused[0]!.name, r.amount, r.source, r.signature]),
    ).toEqual([
      [2, '樊立群', 136_000, 'inspection', 'unit'],
      [3, '谈文彬', 236_000, 'inspection', 'unit'],
      [4, '翁凤来', 336_000, 'inspection', 'unit'],
    ]);
    expect(await office.register.receipts.summary(batch)).toMatchObject({ items: 3, newClues: 3, review: 0 });
  });

  it('puts many rows about one matter under one clue, in the order of the list, whenever it is worked out', async () => {
    const kinds = '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉';
    const content = [...kinds].reduce(
      (text, kind, i) =>
        text
          .replace(`第${i + 7}号防空地下室`, `翠竹里二期防空地下室${kind}区`)
          .replace(`\t${i + 1}3.6`, '\t13.6'),
      list([...kinds].map(() => '连城璧')),
    );
    const documentId = await fileOne(content);
    const [record, ...others] = await recordsOf(documentId);
    expect(others).toEqual([]);
    expect(record!.sources.map((source) => source.row)).toEqual([...kinds].map((_, i) => i + 2));
    expect(record!.sources.map((source) => source.relation === 'first')).toEqual(
      [...kinds].map((_, i) => i === 0),
    );
    // What is worked out at once is written down for each row all the same.
    const named = await query(
      `select distinct i.id from items i join audit a on a.action = 'item.filed'
         and (a.details->'item' = to_jsonb(i.id) or a.details->'items' @> to_jsonb(i.id))
       where i.document_id = $1`,
      [documentId],
    );
    expect(named).toHaveLength(kinds.length);
  });

  it('takes rows that a later reading no longer finds out of counts and lists, and back again', async () => {
    const content = list(['孔繁林', '毕世昌', '娄景春']);
    const documentId = await fileOne(content);
    const before = await recordsOf(documentId);
    expect(before).toHaveLength(3);
    const all = await resultsOf(content);
    const total = (await office.register.records.list({})).total;
    await refile(content, all.slice(0, 2));
    const after = await recordsOf(documentId);
    expect(after.map((r) => r.clueNo)).toEqual(before.slice(0, 2).map((r) => r.clueNo));
    const gone = before[2]!.clueNo;
    expect(await office.register.records.show(gone)).toBeNull();
    expect((await office.register.records.list({})).total).toBe(total - 1);
    expect((await office.register.records.list({ words: ['娄景春'] })).total).toBe(0);
    const kept = await query('select state, text from items where document_id = $1 order by ordinal', [
      documentId,
    ]);
    expect(kept.map((r) => r.state)).toEqual(['filed', 'filed', 'superseded']);
    expect(kept[2]!.text).toContain('娄景春');
    const audit = await query("select action from audit where action = 'clue.withdrawn'");
    expect(audit).toHaveLength(1);
    // Found again, it stands under the number that it had.
    await refile(content, all);
    expect((await recordsOf(documentId)).map((r) => r.clueNo)).toEqual(before.map((r) => r.clueNo));
    expect((await office.register.records.list({})).total).toBe(total);
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

  it('counts 零报告 and blank forms as recorded, without clue work', async () => {
    const batch = randomUUID();
    await fileOne(
      '问题线索收集表\n填报单位：峤山县自然资源局\n反映的主要问题：经认真组织自查，截至6月13日，本单位未发现、未收到涉及人防系统的问题线索。无问题，零报告。',
      { batch },
    );
    const nothing = ['1', '无', '无', '无', '0'].join('\t');
    await fileOne(list([]).replace('移交人', `${nothing}\n移交人`), { batch });
    const summary = await office.register.receipts.summary(batch);
    expect(summary).toMatchObject({ items: 2, newClues: 0, repeats: 0, outOfScope: 2, review: 0 });
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
