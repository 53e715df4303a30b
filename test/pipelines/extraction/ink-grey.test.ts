import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';
import { distance, lettersOnly } from '../../../bench/edit-distance.js';
import { readerOf } from '../../../pipelines/extraction/in-process.js';
import { greyOfInk } from '../../../pipelines/extraction/ink-grey.js';
import type { PageImage } from '../../../pipelines/image.js';
import { useRecogniser } from '../recognisers.js';

const letters = JSON.parse(readFileSync('bench/pages/letters.json', 'utf8')) as { text: string }[];
const recogniser = await useRecogniser();

const greys = (...pixels: number[][]) => [...greyOfInk(Uint8Array.from(pixels.flat()), 3)];

describe('the grey of ink', () => {
  it('is brightness where there is no colour, and between print and paper where there is', () => {
    expect(greys([0, 0, 0], [20, 25, 30], [128, 128, 128], [255, 255, 255])).toEqual([0, 24, 128, 255]);
    const inks = greys([40, 60, 160], [110, 50, 150], [200, 30, 40], [0, 130, 60]);
    for (const grey of inks) expect([grey >= 105, grey <= 120]).toEqual([true, true]);
    // Light colours stay as light as they are.
    expect(greys([255, 240, 180])[0]).toBeGreaterThan(230);
    expect(greyOfInk(Uint8Array.from([40, 60, 160, 9, 0, 0, 0, 9]), 4)).toHaveLength(2);
  });
});

/** The fifth letter under a stamp of that colour: a ring and a disc, through which darker ink is seen. */
async function stampedPage(colour: readonly number[]): Promise<Buffer> {
  const { data, info } = await sharp('bench/pages/page-05.png')
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const [x0, y0, radius] = [600, 420, 110];
  for (let y = y0 - radius; y <= y0 + radius; y++)
    for (let x = x0 - radius; x <= x0 + radius; x++) {
      const far = Math.hypot(x - x0, y - y0);
      if (far > radius || (far < radius - 8 && far > radius / 4)) continue;
      const at = (y * info.width + x) * info.channels;
      for (let c = 0; c < 3; c++) data[at + c] = Math.round((data[at + c]! * colour[c]!) / 255);
    }
  const raw = { width: info.width, height: info.height, channels: info.channels };
  return sharp(data, { raw }).png().toBuffer();
}

describe('a stamp over a letter', () => {
  const wanted = lettersOnly(letters[4]!.text);
  const errors = async (image: PageImage) => {
    const { text } = await recogniser.recognise(image);
    return distance(lettersOnly(text), wanted) / wanted.length;
  };

  it.each([
    ['blue', [40, 60, 160]],
    ['violet', [110, 50, 150]],
    ['red', [205, 40, 45]],
  ])('in %s is taken away, and what it hid is read', async (_, colour) => {
    const page = (await readerOf('png').renderPage!(await stampedPage(colour), 1)) as PageImage;
    expect(await errors(page)).toBeLessThan(0.03);
  });

  it('in violet is taken away in a scanned PDF as well', async () => {
    const pdf = await PDFDocument.create();
    const scan = await pdf.embedPng(await stampedPage([110, 50, 150]));
    pdf.addPage([595, 842]).drawImage(scan, { x: 0, y: 0, width: 595, height: 842 });
    expect(await errors((await readerOf('pdf').renderPage!(await pdf.save(), 1)) as PageImage)).toBeLessThan(
      0.03,
    );
  });

  it('by brightness alone hides it: the colour is what helps', async () => {
    const { data, info } = await sharp(await stampedPage([40, 60, 160]))
      .greyscale()
      .toColourspace('b-w')
      .extractChannel(0)
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(await errors({ width: info.width, height: info.height, data, dpi: null })).toBeGreaterThan(0.03);
  });

  it('leaves red and blue lettering legible', async () => {
    const { data, info } = await sharp('bench/pages/page-05.png')
      .toColourspace('srgb')
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    // The upper half red, the lower half blue.
    for (let i = 0; i < data.length; i += 3) {
      const ink = i < data.length / 2 ? [200, 30, 40] : [30, 50, 140];
      for (let c = 0; c < 3; c++) data[i + c] = ink[c]! + ((255 - ink[c]!) * data[i + c]!) / 255;
    }
    const raw = { width: info.width, height: info.height, channels: info.channels };
    const png = await sharp(data, { raw }).png().toBuffer();
    expect(await errors((await readerOf('png').renderPage!(png, 1)) as PageImage)).toBeLessThan(0.03);
  });
});
