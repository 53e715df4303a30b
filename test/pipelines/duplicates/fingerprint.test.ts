import { describe, expect, it } from '@jest/globals';
import { addNoise, generateLetters } from '../../../bench/letters/index.js';
import { createRandom } from '../../../bench/random.js';
import { bandCount, compare, duplicatesStage, fingerprintOf } from '../../../pipelines/duplicates/index.js';

const letter = [...generateLetters({ seed: 1, count: 30, repeats: 0 })].find((l) => l.text.length > 600)!;

describe('fingerprints', () => {
  it('ignore layout, punctuation and masks, but no letter', () => {
    const spaced = letter.text.replace(/，/g, ' , ').replace(/。/g, '\n');
    expect(fingerprintOf(`▇▇▇${spaced}`)).toEqual(fingerprintOf(letter.text));
    expect(fingerprintOf(`${letter.text}甲`).textHash).not.toBe(fingerprintOf(letter.text).textHash);
  });

  it('have 32 band keys of 32 bits, and about one anchor for forty characters', () => {
    const { bands, anchors, size } = fingerprintOf(letter.text);
    expect(bands).toHaveLength(bandCount);
    for (const key of [...bands, ...anchors])
      expect(Number.isInteger(key) && key >= 0 && key <= 0xffffffff).toBe(true);
    expect(anchors.length).toBeGreaterThan(letter.text.length / 80);
    expect(anchors.length).toBeLessThan(letter.text.length / 20);
    expect(size).toBeGreaterThan(400);
  });

  it('leave texts that are too short without keys', () => {
    const short = fingerprintOf({ text: '请尽快答复我们，谢谢你们。', accused: [{ name: '范明志' }] });
    expect(short).toMatchObject({ bands: [], anchors: [], names: [] });
    expect(short.textHash).toMatch(/^[0-9a-f]{64}$/);
    expect(fingerprintOf('').size).toBe(0);
  });

  it('share anchors with a paper in which the letter stands, wherever that begins', () => {
    const { anchors } = fingerprintOf(letter.text);
    const other = [...generateLetters({ seed: 3, count: 12, repeats: 0 })].map((l) => l.text).join('');
    for (const cut of [0, 1, 7, 1000]) {
      const around = new Set(fingerprintOf(other.slice(0, cut) + letter.text + other.slice(cut)).anchors);
      expect(anchors.filter((a) => around.has(a)).length).toBe(anchors.length);
    }
  });

  it('hold the full names of the accused, as they are often misspelt', () => {
    const names = (...accused: string[]) =>
      fingerprintOf({ text: letter.text, accused: accused.map((name) => ({ name })) }).names;
    expect(names('范明志')).toHaveLength(1);
    expect(names('范明智')).toEqual(names('范明志'));
    expect(names('范明志')).not.toEqual(names('范志明'));
    expect(names('范某', '某局长')).toEqual([]);
  });

  it('meet in a band at 3 and 5 % wrong characters and hardly ever for other matters', () => {
    const letters = [...generateLetters({ seed: 9, count: 200, repeats: 0, forms: 0 })];
    const random = createRandom(4);
    const meets = (a: number[], b: number[]) => a.some((band, i) => band === b[i]);
    for (const [rate, least] of [
      [0.03, 1],
      [0.05, 0.99],
    ] as const) {
      const found = letters.filter((l) =>
        meets(fingerprintOf(l.text).bands, fingerprintOf(addNoise(l.text, rate, random).text).bands),
      );
      expect(found.length / letters.length).toBeGreaterThanOrEqual(least);
    }
    const bands = letters.map((l) => fingerprintOf(l.text).bands);
    const strangers = bands.filter((b, i) => i > 0 && meets(b, bands[i - 1]!));
    expect(strangers.length).toBeLessThan(10);
  });

  it('are given by the stage, one an item', async () => {
    const sealed = ['甲'.repeat(30), letter.text].map((text) => ({
      text,
      context: '',
      mentions: [],
      accused: [],
      signedOn: null,
      actedFrom: null,
      actedTo: null,
      amount: null,
      informant: [],
    }));
    const context = { lexicon: {} as never };
    expect(await duplicatesStage.run({ sealed }, context)).toEqual(sealed.map((s) => fingerprintOf(s.text)));
  });
});

describe('compare', () => {
  it('is exact on shingles', () => {
    expect(compare('甲乙丙丁', '甲乙丙丁')).toEqual({ jaccard: 1, containment: 1 });
    expect(compare('甲乙丙丁', '甲乙丙戊')).toEqual({ jaccard: 1 / 3, containment: 0.5 });
    expect(compare('', '甲乙丙丁')).toEqual({ jaccard: 0, containment: 0 });
  });

  it('sees a letter within its cover note', () => {
    const { containment, jaccard } = compare(letter.text, `现将来信转去，请阅处。\n${letter.text}`);
    expect(containment).toBe(1);
    expect(jaccard).toBeLessThan(1);
  });
});
