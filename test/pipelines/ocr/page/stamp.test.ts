import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { distance, lettersOnly } from '../../../../bench/edit-distance.js';
import { readerOf } from '../../../../pipelines/extraction/in-process.js';
import type { PageImage } from '../../../../pipelines/image.js';
import { preparePage } from '../../../../pipelines/ocr/page/prepare.js';
import { removeStamps } from '../../../../pipelines/ocr/page/stamp.js';
import { useRecogniser } from '../../recognisers.js';

const letters = JSON.parse(readFileSync('bench/pages/letters.json', 'utf8')) as { text: string }[];
const imageOf = (name: string) =>
  readerOf('png').renderPage!(readFileSync(`bench/pages/${name}.png`), 1) as Promise<PageImage>;
const recogniser = await useRecogniser();

/** A round stamp over the print: a ring, and a disc in its middle; ink lets darker ink through. */
function stamped(
  page: PageImage,
  centre: readonly [number, number],
  radius: number,
  grey: number,
): PageImage {
  const data = Uint8Array.from(page.data);
  for (let y = centre[1] - radius; y <= centre[1] + radius; y++) {
    for (let x = centre[0] - radius; x <= centre[0] + radius; x++) {
      const far = Math.hypot(x - centre[0], y - centre[1]);
      if (far > radius || (far < radius - 8 && far > radius / 4)) continue;
      data[y * page.width + x] = Math.min(data[y * page.width + x]!, grey);
    }
  }
  return { ...page, data };
}

describe('a stamp', () => {
  it('over a letter is taken away, and what it hid is read', async () => {
    const page = await imageOf('page-05');
    const { text } = await recogniser.recognise(stamped(page, [600, 420], 110, 135));
    const wanted = lettersOnly(letters[4]!.text);
    expect(distance(lettersOnly(text), wanted) / wanted.length).toBeLessThan(0.03);
  });

  it('leaves nothing of its strokes', async () => {
    const page = { width: 900, height: 900, data: new Uint8Array(810_000).fill(255), dpi: null };
    // Print: a black bar outside and one under the ring.
    for (const top of [60, 440])
      for (let y = top; y < top + 6; y++) page.data.fill(20, y * 900 + 100, y * 900 + 800);
    const clean = removeStamps(stamped(page, [450, 450], 120, 140));
    expect(clean.data.filter((value) => value === 140)).toHaveLength(0);
    expect(clean.data.filter((value) => value === 20)).toHaveLength(2 * 6 * 700);
  });

  it('goes also where another piece is as dark as print', () => {
    const page = { width: 900, height: 900, data: new Uint8Array(810_000).fill(255), dpi: null };
    for (let y = 20; y < 32; y++) page.data.fill(80, y * 900 + 100, y * 900 + 800);
    const clean = removeStamps(stamped(stamped(page, [250, 250], 120, 100), [600, 640], 120, 150));
    expect(clean.data.filter((value) => value === 150)).toHaveLength(0);
    expect(clean.data.filter((value) => value === 100).length).toBeGreaterThan(5000);
    // The other way about: the darker one comes last.
    const turned = removeStamps(stamped(stamped(page, [250, 250], 120, 150), [600, 640], 120, 100));
    expect(turned.data.filter((value) => value === 150)).toHaveLength(0);
    expect(turned.data.filter((value) => value === 100).length).toBeGreaterThan(5000);
  });

  it('is none where nothing darker is printed: that is print itself', () => {
    const page = { width: 900, height: 900, data: new Uint8Array(810_000).fill(255), dpi: null };
    const pale = stamped(page, [450, 450], 120, 140);
    expect(removeStamps(pale)).toBe(pale);
  });

  it.each(['page-01', 'page-05', 'page-09', 'ruled-form', 'hand-0'])('is not seen on %s', async (name) => {
    const { image } = await preparePage(await imageOf(name));
    expect(removeStamps(image)).toBe(image);
  });
});
