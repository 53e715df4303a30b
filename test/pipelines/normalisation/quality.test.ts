import { describe, expect, it } from '@jest/globals';
import type { Recognition } from '../../../domain/index.js';
import { normalisationStage } from '../../../pipelines/normalisation/index.js';
import { processorTime } from '../../support/index.js';
import { extractionOf } from '../extractions.js';

const letter = '我实名反映青溪县人防办原主任贺连生违规减免易地建设费并收受现金的问题，请派人核查。';

async function normalise(text: string, recognition?: Partial<Recognition>) {
  const page = recognition ? { recognise: true } : { text };
  const read = { page: 1, width: 9, height: 9, text, confidence: 0.9, lines: [], tables: [], flags: [] };
  return normalisationStage.run(
    {
      extraction: extractionOf([page], { format: 'docx' }),
      recognition: recognition ? [{ ...read, ...recognition }] : [],
    } as never,
    { lexicon: {} as never },
  );
}

describe('the quality of a page', () => {
  it('is full for a letter, and goes with the confidence where it was recognised', async () => {
    expect((await normalise(letter)).pages[0]!.quality).toBe(1);
    expect((await normalise(letter, { confidence: 0.8 })).pages[0]!.quality).toBe(0.8);
    expect((await normalise('', { confidence: 0, flags: ['unreadable_page'] })).pages[0]!.quality).toBe(0);
  });

  it('falls with characters that nobody writes, which are flagged', async () => {
    const { pages, flags } = await normalise('\uE001\uE002\uE003人防\uE004\uE005\uE006办\uE007');
    expect(pages[0]!.quality).toBeLessThan(0.1);
    expect(flags).toEqual(['damaged_text']);
  });

  it('stays for names, figures and English', async () => {
    for (const text of ['喆玥嫘犇骉翀璟祎禛赟', 'A座1203，3,456.78元', 'Yours sincerely, the residents']) {
      expect((await normalise(text)).pages[0]!.quality).toBe(1);
    }
  });
});

describe('damaged stretches', () => {
  it.each([
    ['a byte lost from GBK', '座談?dòng)懻摰确绞剑婷拧⑸钔趶夭椋邢虬l力'],
    ['UTF-8 read as Latin', 'çŽ‰æºªå¸‚äººé˜²åŠž'],
    ['what nobody can put back', '锟斤拷锟斤拷锟斤拷'],
  ])('are shown where they stand: %s', async (_, broken) => {
    const { text, pages, flags } = await normalise(`${letter}${broken}。${letter}`);
    expect(flags).toEqual(['damaged_text']);
    const [span, ...others] = pages[0]!.damaged;
    expect(others).toEqual([]);
    expect(span!.start).toBeGreaterThanOrEqual(letter.length - 2);
    expect(span!.end).toBeLessThanOrEqual(text.length - letter.length + 3);
    expect(span!.end - span!.start).toBeGreaterThan(broken.length * 0.6);
  });

  it('are none in a letter, a list of rare names and a quotation with accents', async () => {
    const texts = [letter, '喆玥、嫘犇、骉翀、璟祎、禛赟', '他在café见过对方，说是naïve', '座谈(zuòtán)讨论'];
    for (const text of texts) expect((await normalise(text)).pages[0]!.damaged).toEqual([]);
  });

  it('are found in 50 ms in 100 KB of anything', async () => {
    const { findDamage } = await import('../../../pipelines/normalisation/damage.js');
    for (const unit of ['À', 'ÀÀÀÀÀ ', '?', '?abc', '锟斤', '锟斤拷', '囍', 'â€']) {
      const text = unit.repeat(Math.ceil(100_000 / unit.length));
      expect(processorTime(() => findDamage(text))).toBeLessThan(250);
    }
  });
});
