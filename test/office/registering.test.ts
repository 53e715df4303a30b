import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { recordSchema, type TypedCard } from '../../domain/index.js';
import {
  correctClue,
  evaluateCorrections,
  mergeClues,
  registerByHand,
  undoDecision,
} from '../../office/index.js';
import { zipOf } from '../pipelines/extraction/files.js';
import { useOffice } from './office-in-use.js';

const {
  office,
  file,
  text,
  query,
  resultsOf,
  refile,
  recordsOf,
  receive: handIn,
} = await useOffice('registering');
const informant = '费良玉';
const who = { by: '案管甲', reason: '人工阅读原件' };
const letter = `关于澜川市人防办工程科科长岑文博有关问题的举报信
澜川市纪委监委领导：
我叫${informant}，电话13987654321。现反映澜川市人防办工程科科长岑文博在枫林湾小区结建审批中，2019年5月20日收受开发商曹旺生现金3万元，违规减免易地建设费96.5万元。请予查处。
举报人：${informant}
2019年6月3日`;
const card: TypedCard = {
  petitionClass: 'report',
  summary: '反映石涧县人防办主任赖永昌收受红包。2017年春节前，赖永昌收受包工头红包2万元。',
  accused: [{ name: '赖永昌', organisation: '石涧县人防办', position: '主任' }],
  topics: ['A5'],
  amount: 20_000,
};

describe('what a person registers by hand', () => {
  const receive = async (
    content: string | Uint8Array,
    place: string = randomUUID(),
    extension = 'txt',
    name = `来件.${extension}`,
  ) => {
    const batch = randomUUID();
    return { batch, ...(await file(content, { name, channel: 'visit', batch, place })) };
  };
  const show = async (clueNo: string) => recordSchema.parse(await office.register.records.show(clueNo));
  const register = async (receiptId: number, into: string | null = null, typed = card) =>
    registerByHand(office, { receiptId, ordinal: null }, typed, into, who);
  const waiting = async () => (await office.register.receipts.troubles(100)).map((t) => t.paper);
  const counts = async () => (await office.register.upkeep.counts()).items;

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

  it('goes with its typed text wherever it is merged, and keeps the informant out', async () => {
    const { documentId } = await receive(letter);
    const [found] = await office.register.records.ofDocuments([documentId]);
    const clueNo = found!.record.clueNo;
    const alone = await register((await receive('见附件三。')).receiptId, null, {
      ...card,
      summary: `${informant}口述，${card.summary}`,
    });
    const merged = await mergeClues(office, alone.to, clueNo, who);
    const record = await show(clueNo);
    expect(record.accused.map((a) => a.name)).toEqual(['岑文博', '赖永昌']);
    expect(record.sources[1]).toMatchObject({ typed: true, text: `▇▇▇口述，${card.summary}` });
    expect(JSON.stringify(record)).not.toContain(informant);
    await expect(undoDecision(office, alone.decision, who)).rejects.toMatchObject({
      code: 'decision.undo_first',
      params: { later: String(merged.decision) },
    });
  });

  it('seals whom the typed words themselves call the informant', async () => {
    const { receiptId, documentId } = await receive('见附件六。');
    const typed: TypedCard = {
      ...card,
      title: '李秀兰举报信：赖永昌收受红包',
      summary: '举报人李秀兰（电话13812345678）反映石涧县人防办主任赖永昌收受红包2万元。',
    };
    const ruling = { by: '案管甲', reason: '举报人李秀兰来访，人工阅读原件' };
    const { to } = await registerByHand(office, { receiptId, ordinal: null }, typed, null, ruling);
    const record = await show(to);
    const secret = ['李秀兰', '13812345678'];
    const shown = `举报人▇▇▇（电话${'▇'.repeat(11)}）反映石涧县人防办主任赖永昌收受红包2万元。`;
    expect(record.sources[0]!.text).toBe(shown);
    expect(record.accused.map((a) => a.name)).toEqual(['赖永昌']);
    for (const word of secret) {
      expect(JSON.stringify(record)).not.toContain(word);
      expect((await office.register.records.list({ words: [word] })).total).toBe(0);
      for (const table of ['items', 'decisions', 'clues', 'audit'])
        expect(await query(`select 1 from ${table} t where strpos(t::text, $1) > 0`, [word])).toEqual([]);
    }
    const informants = () =>
      office.register.decide(async (filing) => {
        const [item] = await query('select id from items where document_id = $1', [documentId]);
        return (await filing.informantsOf([Number(item!.id)])).map((f) => f.value);
      });
    expect(await informants()).toEqual(expect.arrayContaining(['李秀兰', '13812345678']));
    await receive('见附件六。');
    expect(await informants()).toContain('李秀兰');
    expect((await show(to)).decisions[0]!.reason).toBe('举报人▇▇▇来访，人工阅读原件');
  });

  it('leaves the accused whom the person names, however the words go', async () => {
    const typed: TypedCard = { ...card, summary: '赖永昌来信说明情况，自述收受红包2万元。' };
    const { to } = await register((await receive('见附件七。')).receiptId, null, typed);
    const { accused, sources } = await show(to);
    expect([accused[0]!.name, sources[0]!.text]).toEqual(['赖永昌', typed.summary]);
  });

  it('is masked, and found by no masked word, once a letter tells who the informant is; until they part', async () => {
    const { documentId } = await receive(letter.replaceAll('岑文博', '宿迁安'));
    const [found] = await office.register.records.ofDocuments([documentId]);
    const summary = `${card.summary}当时费 良 玉在场，费-良-玉可以说明。`;
    const alone = await register((await receive('见附件八。')).receiptId, null, { ...card, summary });
    const find = async (word: string) =>
      (await office.register.records.list({ words: [word] })).lines.map((l) => l.clueNo);
    for (const word of ['费 良 玉', '费-良-玉']) expect(await find(word)).toEqual([alone.to]);
    const merged = await mergeClues(office, alone.to, found!.record.clueNo, who);
    const { sources } = await show(merged.to);
    expect(sources[1]!.text).toBe(`${card.summary}当时▇▇▇▇▇在场，▇▇▇▇▇可以说明。`);
    for (const word of ['费 良 玉', '费-良-玉']) expect(await find(word)).toEqual([]);
    const log = await office.register.decisionLog.list({ timeZone: 'Asia/Shanghai', limit: 1000 });
    const logged = log.decisions.find((d) => d.id === alone.decision);
    expect(logged!.card!.summary).toContain('当时▇▇▇▇▇在场，▇▇▇▇▇可以说明。');
    await undoDecision(office, merged.decision, who);
    expect((await show(alone.to)).sources[0]!.text).toBe(summary);
    for (const word of ['费 良 玉', '费-良-玉']) expect(await find(word)).toEqual([alone.to]);
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
    const { decision, to } = await register((await receive('见附件四。')).receiptId, clueNo);
    expect(to).toBe(clueNo);
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

  it('shows nothing of the name of a file that no machine could read: it may be the informant', async () => {
    const rar = Buffer.concat([Buffer.from('Rar!\x1a\x07\x00', 'latin1'), Buffer.alloc(64, 7)]);
    for (const [i, [name, shown]] of [
      ['李秀兰.txt', '▇▇▇.txt'],
      ['李秀兰13812345678.txt', `${'▇'.repeat(14)}.txt`],
      ['530400197001010014.txt', `${'▇'.repeat(18)}.txt`],
      ['扫描件-王晓明-13812345678.txt', `${'▇'.repeat(19)}.txt`],
      ['红塔区玉兴路12号李秀兰材料', '▇'.repeat(14)],
      ['李秀兰的手写信.rar', '▇▇▇▇▇▇▇.rar'],
    ].entries()) {
      const content = name!.endsWith('.rar') ? rar : `见附件，共${i}页。`;
      const { receiptId } = await receive(content, `named ${i}`, '', name);
      const { to } = await register(receiptId);
      const files = async () => (await show(to)).sources.map((s) => s.file);
      expect(await files()).toEqual([shown]);
      await receive(content, `named again ${i}`, '', name);
      expect(new Set(await files())).toEqual(new Set([shown]));
    }
  });

  it('shows nothing of the name of a member, nor of its archive', async () => {
    const zip = zipOf({ '李秀兰/李秀兰.txt': '见附件丙', '王晓明13812345678.txt': '见附件丁' });
    const { receiptId } = await receive(zip, 'named zip', 'zip', '李秀兰等人材料.zip');
    for (const ordinal of [0, 1]) {
      const { to } = await registerByHand(office, { receiptId, ordinal }, card, null, who);
      await receive(zip, 'named zip', 'zip', '李秀兰等人材料.zip');
      const [source] = (await show(to)).sources;
      expect(source).toMatchObject({
        file: '▇▇▇▇▇▇▇.zip',
        member: expect.stringMatching(/^(?:▇{3}\/▇{3}|▇{14})\.txt$/),
      });
    }
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
