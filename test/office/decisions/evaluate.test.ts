import { describe, expect, it } from '@jest/globals';
import { correctClue, evaluateCorrections, mergeClues } from '../../../office/index.js';
import { letter, useCorrecting, who } from './correcting.js';

const { office, file, card, correct } = await useCorrecting('evaluate');

describe('how well machines read, by what people set right', () => {
  it('measures the machine by it, field by field', async () => {
    const before = await evaluateCorrections(office);
    const clueNo = await file(letter('郎建业', '疏影园'), '2019-06-09');
    const { accused, topics } = await card(clueNo);
    expect(accused).toHaveLength(1);
    await correct(
      clueNo,
      { accused: [{ ...accused[0]!, position: '站长' }].map(({ evidence: _, ...a }) => a) },
      true,
    );
    const after = await evaluateCorrections(office);
    expect(after.clues).toBe(before.clues + 1);
    const grown = (what: string) => {
      const [was, is] = [before.counts[what] ?? { right: 0, found: 0, wanted: 0 }, after.counts[what]!];
      return { right: is.right - was.right, found: is.found - was.found, wanted: is.wanted - was.wanted };
    };
    expect(grown('accusedName')).toEqual({ right: 1, found: 1, wanted: 1 });
    expect(grown('accused')).toEqual({ right: 0, found: 1, wanted: 1 });
    expect(grown('topics').right).toBe(topics.length);
    expect(grown('petitionClass')).toEqual({ right: 1, found: 1, wanted: 1 });
    expect(after.misses).toContainEqual({
      clueNo,
      what: 'accused',
      missing: [expect.stringContaining('站长')],
      wrong: [expect.stringContaining('科长')],
    });
  });

  it('counts neither right nor wrong whom nobody looked at beside one that was set right', async () => {
    const clueNo = await file(letter('公羊德', '晓月里'), '2019-06-26');
    const other = await file(letter('百里溪', '残荷里'), '2019-06-27');
    await mergeClues(office, other, clueNo, who);
    const [first, second] = (await card(clueNo)).accused.map(({ evidence: _, ...a }) => a);
    expect([first!.name, second!.name]).toEqual(['公羊德', '百里溪']);
    const before = (await evaluateCorrections(office)).counts.accusedName;
    await correctClue(office, clueNo, {}, false, who, [{ who: '公羊德', to: { ...first!, name: '公羊得' } }]);
    const { counts, misses } = await evaluateCorrections(office);
    const was = before ?? { right: 0, found: 0, wanted: 0 };
    expect(counts.accusedName).toEqual({ ...was, found: was.found + 1, wanted: was.wanted + 1 });
    const missed = { clueNo, what: 'accusedName', missing: ['公羊得'], wrong: ['公羊德'] };
    expect(misses).toContainEqual(missed);
    await correctClue(office, clueNo, {}, true, who);
    expect((await evaluateCorrections(office)).counts.accusedName).toEqual({
      right: was.right + 1,
      found: was.found + 2,
      wanted: was.wanted + 2,
    });
  });
});
