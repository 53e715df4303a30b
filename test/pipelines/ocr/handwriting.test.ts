import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { createRandom } from '../../../bench/random.js';
import { readerOf } from '../../../pipelines/extraction/in-process.js';
import type { PageImage } from '../../../pipelines/image.js';
import { useRecogniser } from '../recognisers.js';

const recogniser = await useRecogniser({ engine: 'bundled' });

const size = { width: 900, height: 1000 };

/** Lines of strokes by a hand that nobody can read. */
function scribble(seed: number): PageImage {
  const random = createRandom(seed);
  const data = new Uint8Array(size.width * size.height).fill(250);
  const dot = (x: number, y: number) => {
    for (let row = Math.round(y) - 1; row <= Math.round(y) + 1; row++) {
      const at = row * size.width + Math.round(x);
      if (row >= 0 && row < size.height && x > 2 && x < size.width - 2) data.fill(30, at - 1, at + 2);
    }
  };
  for (let base = 120; base < 900; base += 80) {
    for (let x = 80 + random.between(0, 30); x < 780; x += random.between(34, 60)) {
      const height = random.between(30, 60);
      for (let stroke = random.between(3, 8); stroke > 0; stroke--) {
        let [px, py] = [x + random.next() * height, base + (random.next() - 0.5) * height];
        let angle = random.next() * Math.PI * 2;
        const bend = (random.next() - 0.5) * 0.15;
        for (let length = random.between(10, height); length > 0; length--) {
          dot(px, py);
          px += Math.cos(angle);
          py += Math.sin(angle);
          angle += bend;
        }
      }
    }
  }
  return { ...size, data, dpi: 150 };
}

const page = (name: string) => readerOf('png').renderPage!(readFileSync(`bench/pages/${name}.png`), 1);

describe('a handwritten page', () => {
  it('says so, where its characters can be guessed at', async () => {
    const { flags, text, confidence } = await recogniser.recognise(await page('hand-1'));
    expect(flags).toEqual(['handwritten', 'low_confidence']);
    expect(text.length).toBeGreaterThan(50);
    expect(confidence).toBeLessThan(0.6);
  });

  it.each([7, 77])('gives no noise for text, where nothing can be read (%d)', async (seed) => {
    const { flags, text, lines } = await recogniser.recognise(scribble(seed));
    expect(flags).toContain('unreadable_page');
    expect({ text, lines }).toEqual({ text: '', lines: [] });
  });
});

describe('print', () => {
  it('in 楷体 that stands a little uneven is no handwriting, but some of it is doubtful', async () => {
    const { flags, text } = await recogniser.recognise(await page('hand-0'));
    expect(flags).toEqual(['low_confidence']);
    expect(text).toContain('青溪县的居民');
  });

  it('too coarse to be read is no handwriting', async () => {
    const { width, height, data } = await page('page-03');
    const coarse = await sharp(data, { raw: { width, height, channels: 1 } })
      .resize({ width: 330 })
      .raw()
      .toBuffer({ resolveWithObject: true });
    const { info } = coarse;
    const { flags, text } = await recogniser.recognise({
      width: info.width,
      height: info.height,
      data: coarse.data,
      dpi: null,
    });
    expect(flags).toEqual(['unreadable_page']);
    expect(text).toBe('');
  });
});
