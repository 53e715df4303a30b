import { describe, expect, it } from '@jest/globals';
import type { Correction } from '../../../domain/index.js';
import { type AccusedEdit, correctClue, undoDecision } from '../../../office/index.js';
import { informant, letter, useCorrecting, who } from './correcting.js';

const { office, file, card, correct } = await useCorrecting('corrections-sealed');

describe('what people set right on a card, and the informant', () => {
  it('keeps the informant out of what is typed', async () => {
    const clueNo = await file(letter('卜长庚', '晴川里'), '2019-06-07');
    await correctClue(office, clueNo, { title: `${informant}反映卜长庚` }, false, {
      by: '案管甲',
      reason: `${informant}来电更正`,
    });
    const record = await card(clueNo);
    expect(record.title).toBe('▇▇▇反映卜长庚');
    expect(JSON.stringify(record)).not.toContain(informant);
  });

  it('seals whom the typed words call the informant, though no letter names them', async () => {
    const clueNo = await file(letter('漆雕明', '听泉里').replaceAll(informant, '群众'), '2019-06-08');
    await correctClue(
      office,
      clueNo,
      { summary: '李秀兰（电话13812345678）来访反映漆雕明收受现金3万元。' },
      false,
      {
        by: '案管甲',
        reason: '举报人李秀兰来电更正',
      },
    );
    const { summary, decisions, accused } = await card(clueNo);
    expect(summary).toBe(`▇▇▇（电话${'▇'.repeat(11)}）来访反映漆雕明收受现金3万元。`);
    expect(decisions[0]!.reason).toBe('举报人▇▇▇来电更正');
    const { evidence: _, ...before } = accused[0]!;
    const edits = [{ who: '漆雕明', to: { ...before, name: '漆雕朋' } }];
    await correctClue(office, clueNo, { summary: '漆雕朋来信说明情况。' }, false, who, edits);
    expect((await card(clueNo)).summary).toBe('漆雕朋来信说明情况。');
  });

  it('keeps out an informant of whom only a later copy tells', async () => {
    const unsigned = letter('阚大年', '揽月台')
      .replace(`我叫${informant}，电话13987654321。`, '')
      .replace(`举报人：${informant}`, '一名群众');
    const clueNo = await file(unsigned, '2019-06-10');
    await correctClue(office, clueNo, { title: `${informant}反映阚大年` }, false, {
      by: '案管甲',
      reason: `${informant}来电确认`,
    });
    expect(await file(letter('阚大年', '揽月台'), '2019-06-25')).toBe(clueNo);
    const record = await card(clueNo);
    expect(record.sources).toHaveLength(2);
    expect(JSON.stringify(record)).not.toContain(informant);
    expect(record.title).toBe('▇▇▇反映阚大年');
  });

  it('leaves the unit of the accused where the writer works there, too', async () => {
    const own = letter('乐正明', '望江里').replace('电话', '在澜川市人防办工作，电话');
    const clueNo = await file(own, '2019-06-11');
    const accused = [{ name: '乐正明', organisation: '澜川市人防办', position: '科长' }];
    await correct(clueNo, { accused });
    expect((await card(clueNo)).accused).toMatchObject(accused);
  });

  it('refuses the informant among the accused, and does not say who it is', async () => {
    const clueNo = await file(letter('邬思道', '沁芳里'), '2019-06-24');
    const before = await card(clueNo);
    const [first] = before.accused.map(({ evidence: _, ...a }) => a);
    const them = { name: informant, organisation: null, position: null };
    const tries: [Correction, AccusedEdit[]][] = [
      [{}, [{ who: null, to: them }]],
      [{}, [{ who: '邬思道', to: { ...first!, name: informant } }]],
      [{ accused: [first!, them] }, []],
    ];
    for (const [correction, edits] of tries) {
      const refused = correctClue(office, clueNo, correction, false, who, edits);
      await expect(refused).rejects.toMatchObject({ code: 'decision.accused_is_informant', params: {} });
    }
    expect(await card(clueNo)).toEqual(before);
    // A name in part the informant's is masked, and is there already the second time.
    const to = { name: null, organisation: `${informant}商店`, position: null };
    await correctClue(office, clueNo, {}, false, who, [{ who: null, to }]);
    const again = correctClue(office, clueNo, {}, false, who, [{ who: null, to }]);
    await expect(again).rejects.toMatchObject({
      code: 'decision.accused_there',
      params: { who: '▇▇▇商店' },
    });
    await correctClue(office, clueNo, {}, false, who, [{ who: `${informant}商店`, to: null }]);
    expect((await card(clueNo)).accused).toEqual(before.accused);
  });

  it('tells in the log who set what, when and why, and keeps the informant out', async () => {
    const clueNo = await file(letter('年大有', '听雨轩'), '2019-06-17');
    const by = '案管乙';
    const first = await correctClue(office, clueNo, { summary: `${informant}反映年大有` }, false, {
      by,
      reason: `${informant}来电`,
    });
    const undone = await undoDecision(office, first.decision, { by, reason: '误改' });
    const log = (filter: object) =>
      office.register.decisionLog.list({ timeZone: 'Asia/Shanghai', limit: 100, ...filter });
    expect(await log({ by })).toMatchObject({
      total: 2,
      decisions: [
        {
          id: first.decision,
          kind: 'correct',
          by,
          from: clueNo,
          to: clueNo,
          reason: '▇▇▇来电',
          card: { summary: '▇▇▇反映年大有' },
          undoneBy: undone.decision,
        },
        { id: undone.decision, kind: 'undo', undoes: first.decision, card: null },
      ],
    });
    const all = await log({});
    expect(await log({ limit: 1 })).toEqual({ total: all.total, decisions: all.decisions.slice(-1) });
    expect((await log({ kind: 'merge' })).decisions.every((d) => d.kind === 'merge')).toBe(true);
    expect(await log({ until: '2019-01-01' })).toEqual({ total: 0, decisions: [] });
    expect((await log({ since: '2019-01-01' })).total).toBe(all.total);
  });
});
