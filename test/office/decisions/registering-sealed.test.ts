import { describe, expect, it } from '@jest/globals';
import type { TypedCard } from '../../../domain/index.js';
import { mergeClues, registerByHand, undoDecision } from '../../../office/index.js';
import { zipOf } from '../../pipelines/extraction/files.js';
import { card, informant, letter, useRegistering, who } from './registering.js';

const { office, query, receive, show, register } = await useRegistering('registering-sealed');

describe('a paper registered by hand', () => {
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

  it('refuses the informant among the accused, and does not say who it is', async () => {
    const { documentId } = await receive(letter.replaceAll('岑文博', '濮阳青'));
    const [found] = await office.register.records.ofDocuments([documentId]);
    const { clueNo } = found!.record;
    const { receiptId } = await receive('见附件十二。');
    const accused = [{ name: informant, organisation: null, position: null }];
    await expect(register(receiptId, clueNo, { ...card, accused })).rejects.toMatchObject({
      code: 'decision.accused_is_informant',
      params: {},
    });
    expect((await show(clueNo)).sources).toHaveLength(1);
    expect((await register(receiptId, clueNo)).to).toBe(clueNo);
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
});
