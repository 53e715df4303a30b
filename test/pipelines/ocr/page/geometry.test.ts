import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { readerOf } from '../../../../pipelines/extraction/in-process.js';
import type { PageImage } from '../../../../pipelines/image.js';
import { estimateCharacterHeight, estimateSkew } from '../../../../pipelines/ocr/page/geometry.js';
import { evenOut } from '../../../../pipelines/ocr/page/illumination.js';
import { inkShare, inkThreshold, shrink } from '../../../../pipelines/ocr/page/ink.js';
import { preparePage } from '../../../../pipelines/ocr/page/prepare.js';

const letter = () => readerOf('png').renderPage!(readFileSync('bench/pages/page-01.png'), 1);
const blank = (value: number): PageImage => ({
  width: 800,
  height: 1000,
  data: new Uint8Array(800 * 1000).fill(value),
  dpi: null,
});

async function turned(image: PageImage, angle: number): Promise<PageImage> {
  const { data, info } = await sharp(image.data, {
    raw: { width: image.width, height: image.height, channels: 1 },
  })
    .rotate(angle, { background: '#fff' })
    .extractChannel(0)
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data, dpi: image.dpi };
}

describe('a page of print', () => {
  it.each([-11, -7, -2.5, -0.4, 0, 0.7, 3, 6.5])('tells that it lies at %p°', async (angle) => {
    const skew = estimateSkew(await turned(await letter(), angle));
    expect(Math.abs(skew - angle)).toBeLessThanOrEqual(0.2);
  });

  it.each([
    ['2016-07-05-来信-安澜县缓缴.png', 'png', 3.4],
    ['2020-12-01-房产继承纠纷来信.png', 'png', 3.4],
    ['2016-10-12-指挥所工程围标串标.pdf', 'pdf', 0.4],
    ['2019-09-17-防护设备采购问题.pdf', 'pdf', 0.4],
  ] as const)('in 楷体, whose strokes rise to the right: %s', async (name, format, angle) => {
    const page = await readerOf(format).renderPage!(readFileSync(join('samples', 'files', name)), 1);
    expect(Math.abs(estimateSkew(evenOut(page)) - angle)).toBeLessThanOrEqual(0.2);
  });

  it('tells the height of its characters, level or not', async () => {
    // 14 pt at 200 dpi are 39 pixels, of which the ink takes nine tenths.
    const level = await letter();
    const skewed = await turned(level, 4);
    for (const [image, skew] of [
      [level, 0],
      [skewed, 4],
    ] as const) {
      const height = estimateCharacterHeight(image, skew);
      expect(height).toBeGreaterThanOrEqual(31);
      expect(height).toBeLessThanOrEqual(41);
    }
  });

  it('is made level and brought to the size that reads best', async () => {
    const { image, ink } = await preparePage(await turned(await letter(), 3));
    expect(ink).toBeGreaterThan(0.005);
    expect(Math.abs(estimateSkew(image))).toBeLessThanOrEqual(0.2);
    const height = estimateCharacterHeight(image, 0);
    expect(height).toBeGreaterThanOrEqual(24);
    expect(height).toBeLessThanOrEqual(32);
    expect(image.data).toHaveLength(image.width * image.height);
  });

  it('is evened out under a shadow', async () => {
    const page = await letter();
    const shaded = page.data.map((value, i) => value * (0.35 + 0.6 * ((i % page.width) / page.width)));
    const even = evenOut({ ...page, data: shaded });
    let darkPaper = 0;
    for (let i = 0; i < even.data.length; i++) if (page.data[i] === 255 && even.data[i]! < 200) darkPaper++;
    expect(darkPaper / even.data.length).toBeLessThan(0.005);
    expect(inkShare(even)).toBeCloseTo(inkShare(page), 2);
  });

  it('is left as it is where it is white already', async () => {
    const page = await letter();
    expect(evenOut(page)).toBe(page);
  });
});

describe('a page without print', () => {
  it.each([255, 180, 90])('of grey %p has no lines and no ink', async (value) => {
    const { image, ink } = await preparePage(blank(value));
    expect(ink).toBe(0);
    expect(estimateSkew(image)).toBe(0);
    expect(estimateCharacterHeight(image, 0)).toBeNull();
  });

  it('of a single pixel is no trouble', async () => {
    const { image } = await preparePage({ width: 1, height: 1, data: new Uint8Array([0]), dpi: null });
    expect(image.data).toHaveLength(1);
  });
});

describe('ink', () => {
  it('is parted from paper between the two greys', () => {
    const image = blank(200);
    image.data.fill(60, 0, 100_000);
    const threshold = inkThreshold(image);
    expect(threshold).toBeGreaterThanOrEqual(60);
    expect(threshold).toBeLessThan(200);
  });

  it('is averaged when a page is made smaller', () => {
    const image = { width: 4, height: 2, data: new Uint8Array([0, 100, 8, 8, 100, 200, 8, 9]), dpi: 300 };
    expect(shrink(image, 2)).toEqual({ width: 2, height: 1, data: new Uint8Array([100, 8]), dpi: 150 });
  });
});
