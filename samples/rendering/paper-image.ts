import { PDFiumLibrary } from '@hyzyla/pdfium';
import sharp from 'sharp';
import { seededRandom } from './seeded-random.js';
import { warp } from './warp.js';

/** One page as grey pixels, 255 white. */
export interface GreyPage {
  data: Buffer;
  width: number;
  height: number;
}

/** Draws every page of a PDF in grey at so many dots an inch. */
export async function drawPages(pdf: Uint8Array, dotsPerInch: number): Promise<GreyPage[]> {
  const library = await PDFiumLibrary.init();
  try {
    const document = await library.loadDocument(pdf);
    const pages: GreyPage[] = [];
    for (const page of document.pages()) {
      const image = await page.render({
        scale: dotsPerInch / 72,
        render: async ({ data, width, height }) =>
          sharp(data, { raw: { width, height, channels: 4 } })
            .flatten({ background: '#fff' })
            .toColourspace('b-w')
            .raw()
            .toBuffer(),
      });
      pages.push({ data: Buffer.from(image.data), width: image.width, height: image.height });
    }
    document.destroy();
    return pages;
  } finally {
    library.destroy();
  }
}

const open = (page: GreyPage) =>
  sharp(page.data, { raw: { width: page.width, height: page.height, channels: 1 } });

/** An office scanner: a slight tilt, greyish paper, specks, JPEG. `tilt` in degrees. */
export async function scanJpeg(page: GreyPage, seed: number, tilt = 0.5): Promise<Buffer> {
  const random = seededRandom(seed);
  const dirty = Buffer.from(page.data);
  for (let i = 0; i < dirty.length; i++) {
    const grey = 22 + dirty[i]! * 0.86 + (random() - 0.5) * 14;
    dirty[i] = Math.max(0, Math.min(255, grey));
  }
  for (let speck = 0; speck < 60; speck++) {
    const at = Math.floor(random() * (dirty.length - page.width * 3));
    for (const offset of [0, 1, page.width]) dirty[at + offset] = 90;
  }
  return open({ ...page, data: dirty })
    .rotate(tilt, { background: '#e6e6e6' })
    .resize(page.width, page.height, { fit: 'cover' })
    .blur(0.5)
    .toColourspace('b-w')
    .jpeg({ quality: 48 })
    .toBuffer();
}

/** A flatbed scan laid on askew and kept as PNG with sixteen greys. */
export async function tiltedPng(page: GreyPage, degrees: number): Promise<Buffer> {
  return open(page)
    .rotate(degrees, { background: '#d8d8d8' })
    .blur(0.6)
    .linear(0.88, 18)
    .toColourspace('b-w')
    .png({ palette: true, colours: 16, compressionLevel: 9, dither: 0 })
    .toBuffer();
}

/** A hand-held phone's photo: paper on a table in poor light, out of square, a shadow, blur, noise, JPEG. */
export async function phonePhoto(page: GreyPage, seed: number): Promise<Buffer> {
  const random = seededRandom(seed);
  const width = 1560;
  const height = 2080;
  const paper = warp(page, width, height, [
    [90 + 50 * random(), 80 + 40 * random()],
    [1450 + 40 * random(), 120 + 50 * random()],
    [1490 + 30 * random(), 1980 + 30 * random()],
    [50 + 30 * random(), 2010 + 40 * random()],
  ]);
  const edge = 1250 + 500 * random();
  const pixels = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      const grey = paper[i]!;
      const shadow = 1 - 0.3 * Math.max(0, Math.min(1, (x * 0.9 + y * 0.55 - edge) / 170));
      const light = (0.9 - 0.3 * (x / width) - 0.12 * (y / height)) * shadow;
      const noise = (random() - 0.5) * 22;
      const [r, g, b] = grey < 0 ? [96 + 14 * Math.sin(y / 9), 66, 44] : [grey, grey * 0.965, grey * 0.875];
      for (const [channel, value] of [r, g, b].entries()) {
        const lit = value! * light + noise + 8;
        pixels[i * 3 + channel] = Math.max(0, Math.min(255, lit));
      }
    }
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .blur(0.7)
    .jpeg({ quality: 62 })
    .toBuffer();
}

/** A fax: black and white only, specks, several pages in one G4 TIFF. */
export async function faxTiff(pages: GreyPage[], seed: number): Promise<Buffer> {
  const random = seededRandom(seed);
  const bilevel = await Promise.all(
    pages.map(async (page) => {
      const data = Buffer.from(page.data.map((grey) => (grey + (random() - 0.5) * 90 > 150 ? 255 : 0)));
      for (let speck = 0; speck < 900; speck++) data[Math.floor(random() * data.length)] = 0;
      return open({ ...page, data })
        .png()
        .toBuffer();
    }),
  );
  const sheets = bilevel.length === 1 ? sharp(bilevel[0]) : sharp(bilevel, { join: { animated: true } });
  return sheets
    .toColourspace('b-w')
    .tiff({ compression: 'ccittfax4', bitdepth: 1, xres: 7.874, yres: 7.874 })
    .toBuffer();
}
