import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { createRandom } from '../../../../bench/random.js';
import { readerOf } from '../../../../pipelines/extraction/in-process.js';
import { grainOf } from '../../../../pipelines/ocr/page/grain.js';

it('grain is measured in greys, and letters are none', async () => {
  const page = await readerOf('png').renderPage!(readFileSync('bench/pages/page-05.png'), 1);
  expect(grainOf(page)).toBe(0);
  const random = createRandom(7);
  // Three throws of a width of w have a deviation of w / 2.
  const data = page.data.map(() => 128 + (random.next() + random.next() + random.next() - 1.5) * 40);
  const grain = grainOf({ ...page, data });
  expect(grain).toBeGreaterThan(18);
  expect(grain).toBeLessThan(22);
});
