import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { distance, lettersOnly } from '../../../../bench/edit-distance.js';
import { readerOf } from '../../../../pipelines/extraction/in-process.js';
import { mostInked, turnPage } from '../../../../pipelines/ocr/page/turn.js';
import { useRecogniser } from '../../recognisers.js';

const letters = JSON.parse(readFileSync('bench/pages/letters.json', 'utf8')) as { text: string }[];
const page = await readerOf('png').renderPage!(readFileSync('bench/pages/page-05.png'), 1);
const recogniser = await useRecogniser();

describe('a page', () => {
  it('turned four quarters is itself', () => {
    const small = { width: 3, height: 2, data: Uint8Array.of(1, 2, 3, 4, 5, 6), dpi: 150 };
    expect(turnPage(small, 1)).toEqual({
      width: 2,
      height: 3,
      data: Uint8Array.of(4, 1, 5, 2, 6, 3),
      dpi: 150,
    });
    expect(turnPage(turnPage(small, 1), 3)).toEqual(small);
    expect(turnPage(turnPage(small, 1), 1)).toEqual(turnPage(small, 2));
  });

  it('is sampled where most is written', () => {
    const data = new Uint8Array(2000 * 3000).fill(255);
    for (let y = 2500; y < 2900; y++) data.fill(0, y * 2000 + 1500, y * 2000 + 1900);
    const sample = mostInked({ width: 2000, height: 3000, data, dpi: null });
    expect([sample.width, sample.height]).toEqual([720, 720]);
    expect(sample.data.filter((value) => value === 0)).toHaveLength(400 * 400);
  });

  it.each([1, 2, 3] as const)(
    'that lies %p quarter turns wrong is read upright',
    async (turns) => {
      const { text, flags, width, height } = await recogniser.recognise(turnPage(page, turns));
      const wanted = lettersOnly(letters[4]!.text);
      expect(distance(lettersOnly(text), wanted) / wanted.length).toBeLessThan(0.03);
      expect(flags).toEqual([]);
      expect(height).toBeGreaterThan(width);
    },
    120_000,
  );
});
