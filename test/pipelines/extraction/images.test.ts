import { describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { readerOf } from '../../../pipelines/extraction/in-process.js';
import { extract, extractionOf } from '../extractions.js';

const renderPage = (bytes: Uint8Array, format: 'jpeg' | 'png' | 'tiff', page: number) =>
  readerOf(format).renderPage!(bytes, page);
/** White, with a black bar along the top. */
const sheet = (width = 200, height = 300) =>
  sharp({ create: { width, height, channels: 3, background: '#fff' } }).composite([
    { input: { create: { width, height: 30, channels: 3, background: '#000' } }, left: 0, top: 0 },
  ]);

describe('images', () => {
  it.each(['jpeg', 'png', 'tiff'] as const)('%s is one page to be recognised', async (format) => {
    const bytes = await sheet().toFormat(format).toBuffer();
    const extraction = await extract(bytes, format);
    expect(extraction).toEqual(extractionOf([{ recognise: true }], { format }));
    const image = await renderPage(bytes, format, 1);
    expect([image.width, image.height, image.data.length]).toEqual([200, 300, 60_000]);
    expect(image.data[10 * 200 + 100]).toBeLessThan(20);
    expect(image.data[200 * 200 + 100]).toBeGreaterThan(240);
  });

  it('reads every page of a TIFF', async () => {
    const pages = await Promise.all(
      [0, 128, 255].map((v) =>
        sharp({ create: { width: 40, height: 40, channels: 3, background: { r: v, g: v, b: v } } })
          .png()
          .toBuffer(),
      ),
    );
    const bytes = await sharp(pages, { join: { animated: true } })
      .tiff()
      .toBuffer();
    const extraction = await extract(bytes, 'tif');
    expect(extraction.pages.map((page) => page.number)).toEqual([1, 2, 3]);
    const greys = [];
    for (const page of [1, 2, 3]) greys.push((await renderPage(bytes, 'tiff', page)).data[800]);
    expect(greys).toEqual([0, 128, 255]);
    await expect(renderPage(bytes, 'tiff', 4)).rejects.toMatchObject({
      code: 'extraction.page_not_rendered',
    });
  });

  it('turns photographs the way up that the camera says', async () => {
    const bytes = await sheet().jpeg().withMetadata({ orientation: 6 }).toBuffer();
    const image = await renderPage(bytes, 'jpeg', 1);
    expect([image.width, image.height]).toEqual([300, 200]);
    expect(image.data[100 * 300 + 290]).toBeLessThan(20);
  });

  it('shows what is transparent as paper', async () => {
    const bytes = await sharp({
      create: { width: 20, height: 20, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
    })
      .png()
      .toBuffer();
    expect((await renderPage(bytes, 'png', 1)).data[0]).toBe(255);
  });

  it('flags a wrong extension and goes by the content', async () => {
    const extraction = await extract(await sheet().png().toBuffer(), 'jpg');
    expect(extraction).toMatchObject({ parts: [{ format: 'png', flags: ['wrong_extension'] }] });
  });

  it.each(['jpeg', 'png', 'tiff'] as const)('refuses half a %s', async (format) => {
    const whole = await sheet(800, 1200).toFormat(format).toBuffer();
    await expect(extract(whole.subarray(0, whole.length >> 1), format)).rejects.toMatchObject({
      code: 'extraction.damaged',
      params: { kind: format },
    });
  });

  it('refuses an image of too many pixels', async () => {
    const bytes = await sharp({
      create: { width: 12_000, height: 10_000, channels: 3, background: '#fff' },
      limitInputPixels: false,
    })
      .png({ compressionLevel: 1 })
      .toBuffer();
    await expect(extract(bytes, 'png')).rejects.toMatchObject({ code: 'extraction.image_too_large' });
  });
});
