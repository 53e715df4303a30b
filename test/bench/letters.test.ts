import { describe, expect, it } from '@jest/globals';
import iconv from 'iconv-lite';
import { generateLetters, repeatKinds, toDocx, toPdf, toTxt } from '../../bench/letters/index.js';
import { compare } from '../../pipelines/duplicates/index.js';
import { extract } from '../pipelines/extractions.js';

const letters = [...generateLetters({ seed: 42, count: 600 })];

describe('generateLetters', () => {
  it('gives the same letters for the same seed', () => {
    expect([...generateLetters({ seed: 42, count: 600 })]).toEqual(letters);
    expect([...generateLetters({ seed: 43, count: 5 })].map((l) => l.text)).not.toEqual(
      letters.slice(0, 5).map((l) => l.text),
    );
  });

  it('has repeats of every kind, form letters and matters of other offices', () => {
    const relations = new Set(letters.map((l) => l.relation));
    expect([...relations].sort()).toEqual([
      'copy',
      'enclosed',
      'first',
      'repeat',
      'rescan',
      'same-file',
      'supplement',
    ]);
    expect(repeatKinds).toHaveLength(6);
    expect(letters.filter((l) => l.formOf !== null && l.from === null).length).toBeGreaterThan(20);
    expect(letters.filter((l) => !l.inScope).length).toBeGreaterThan(20);
  });

  it('hardly ever writes one text twice for two matters', () => {
    const firsts = letters.filter((l) => l.from === null);
    expect(new Set(firsts.map((l) => l.text)).size).toBe(firsts.length);
  });

  it('knows where its terms stand, also through errors', () => {
    for (const letter of letters) {
      for (const { start, end, text } of letter.terms) {
        if (letter.errorRate === 0) expect(letter.text.slice(start, end)).toBe(text);
        expect(end).toBeLessThanOrEqual(letter.text.length);
      }
      for (const own of letter.informant) expect(letter.text).toContain(own);
      expect(letter.text).not.toMatch(/[${}]/);
    }
  });

  it('puts in about as many errors as it was asked for', () => {
    const rescans = letters.filter((l) => l.relation === 'rescan' && l.text.length > 500);
    expect(rescans.length).toBeGreaterThan(10);
    for (const { text, from, errorRate } of rescans) {
      // A shingle stays whole with the chance that all its three characters do.
      const whole = compare(text, letters[from!]!.text).containment;
      expect(Math.abs(whole - (1 - errorRate) ** 3)).toBeLessThan(0.12);
    }
  });
});

describe('letter files', () => {
  const { text } = letters.find((l) => l.text.length > 900)!;

  it('writes text in both encodings', () => {
    expect(iconv.decode(Buffer.from(toTxt(text)), 'utf-8')).toBe(text);
    expect(iconv.decode(Buffer.from(toTxt(text, 'gb18030')), 'gb18030')).toBe(text);
  });

  it('writes a Word document that a reader opens', async () => {
    const { pages } = await extract(toDocx(text), 'docx');
    expect(pages[0]!.text.replace(/\s+/g, '\n').trim()).toBe(text.trim());
  });

  it('writes the same bytes for the same text', () => {
    expect(Buffer.from(toDocx(text)).equals(Buffer.from(toDocx(text)))).toBe(true);
    expect(Buffer.from(toPdf(text)).equals(Buffer.from(toPdf(text)))).toBe(true);
  });
});
