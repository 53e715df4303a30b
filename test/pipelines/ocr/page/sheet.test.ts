import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { FileFormat } from '../../../../domain/index.js';
import { readerOf } from '../../../../pipelines/extraction/in-process.js';
import type { PageImage } from '../../../../pipelines/image.js';
import { estimateSkew } from '../../../../pipelines/ocr/page/geometry.js';
import { evenOut } from '../../../../pipelines/ocr/page/illumination.js';
import { flatten } from '../../../../pipelines/ocr/page/perspective.js';
import { findSheet, type Quad } from '../../../../pipelines/ocr/page/sheet.js';

const sample = (name: string, format: FileFormat) =>
  readerOf(format).renderPage!(readFileSync(join('samples', 'files', name)), 1);

/** Paper of grey 210 with corners 150 pixels from the edges of a table of grey 60. */
function paperOnTable(): PageImage {
  const image = { width: 1200, height: 1500, data: new Uint8Array(1200 * 1500).fill(60), dpi: null };
  for (let y = 150; y < 1350; y++) image.data.fill(210, y * 1200 + 150, y * 1200 + 1050);
  return image;
}

function part(image: PageImage, top: number, bottom: number): PageImage {
  const data = image.data.slice(top * image.width, bottom * image.width);
  return { ...image, height: bottom - top, data };
}

describe('a photographed sheet', () => {
  it.each([
    '2013-09-16-来信照片-以罚代建.jpg',
    '2016-07-19-安澜县缓缴-手机拍照.jpg',
    '2020-10-15-来信照片-升学宴收红包.jpg',
  ])('is found and made square: %s', async (name) => {
    const photo = await sample(name, 'jpeg');
    const sheet = findSheet(photo);
    expect(sheet).not.toBeNull();
    const [topLeft, topRight, bottomRight, bottomLeft] = sheet!;
    for (const [x, y] of [topLeft, topRight]) {
      expect(y).toBeGreaterThan(80);
      expect(y).toBeLessThan(200);
      expect(Math.min(x, photo.width - x)).toBeGreaterThan(70);
    }
    for (const [, y] of [bottomRight, bottomLeft]) expect(y).toBeGreaterThan(1940);
    const even = evenOut(flatten(photo, sheet!));
    // Photographed from aside, upper and lower lines ran at angles of their own.
    const [title, middle] = [Math.round(even.height * 0.06), Math.round(even.height * 0.3)];
    expect(Math.abs(estimateSkew(part(even, title, middle)))).toBeLessThanOrEqual(0.4);
    expect(Math.abs(estimateSkew(part(even, middle, even.height)))).toBeLessThanOrEqual(0.4);
  });

  it('is cut out without the table', () => {
    const sheet = findSheet(paperOnTable());
    expect(sheet).not.toBeNull();
    const flat = flatten(paperOnTable(), sheet!);
    expect(Math.abs(flat.width - 900)).toBeLessThan(40);
    expect(Math.abs(flat.height - 1200)).toBeLessThan(40);
    expect(flat.data.every((value) => value === 210)).toBe(true);
  });

  it('keeps the place of what is on it', () => {
    const image = { width: 200, height: 200, data: new Uint8Array(200 * 200).fill(255), dpi: null };
    image.data.fill(0, 100 * 200 + 90, 100 * 200 + 110);
    const quad: Quad = [
      [50, 50],
      [150, 50],
      [150, 150],
      [50, 150],
    ];
    const flat = flatten(image, quad);
    expect([flat.width, flat.height]).toEqual([100, 100]);
    expect([...flat.data.slice(50 * 100 + 38, 50 * 100 + 62)]).toEqual([
      ...new Array<number>(2).fill(255),
      ...new Array<number>(20).fill(0),
      ...new Array<number>(2).fill(255),
    ]);
  });
});

describe('no sheet is cut out', () => {
  it.each([
    ['2016-07-05-来信-安澜县缓缴.png', 'png'],
    ['2014-12-18-传真-公款旅游.tif', 'tiff'],
    ['2019-09-17-防护设备采购问题.pdf', 'pdf'],
  ] as const)('of a scan: %s', async (name, format) => {
    expect(findSheet(await sample(name, format))).toBeNull();
  });

  it('where something is written beside it', () => {
    const image = paperOnTable();
    for (let line = 20; line < 140; line += 30) {
      for (let x = 100; x < 1100; x += 40) {
        for (let y = line; y < line + 16; y++) image.data.fill(230, y * 1200 + x, y * 1200 + x + 4);
      }
    }
    expect(findSheet(image)).toBeNull();
  });

  it('where it leaves the picture', () => {
    const image = paperOnTable();
    for (let y = 150; y < 1500; y++) image.data.fill(210, y * 1200 + 150, y * 1200 + 1200);
    expect(findSheet(image)).toBeNull();
  });

  it('where a dark picture stands on white paper', () => {
    const image = paperOnTable();
    expect(findSheet({ ...image, data: image.data.map((value) => 255 - value) })).toBeNull();
  });
});
