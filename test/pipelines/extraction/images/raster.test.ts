import { describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import type { FileFormat } from '../../../../domain/index.js';
import { readerOf } from '../../../../pipelines/extraction/in-process.js';
import { extract, extractionOf } from '../../extractions.js';

const renderPage = (bytes: Uint8Array, format: FileFormat, page: number) =>
  readerOf(format).renderPage!(bytes, page);
/** White, with a black bar along the top. */
const sheet = (width = 200, height = 300) =>
  sharp({ create: { width, height, channels: 3, background: '#fff' } }).composite([
    { input: { create: { width, height: 30, channels: 3, background: '#000' } }, left: 0, top: 0 },
  ]);

describe('images', () => {
  it.each(['jpeg', 'png', 'tiff', 'webp', 'gif'] as const)(
    '%s is one page to be recognised',
    async (format) => {
      const bytes = await sheet().toFormat(format).toBuffer();
      const extraction = await extract(bytes, format);
      expect(extraction).toEqual(extractionOf([{ recognise: true }], { format }));
      const image = await renderPage(bytes, format, 1);
      expect([image.width, image.height, image.data.length]).toEqual([200, 300, 60_000]);
      expect(image.data[10 * 200 + 100]).toBeLessThan(20);
      expect(image.data[200 * 200 + 100]).toBeGreaterThan(240);
    },
  );

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

  it.each(['jpeg', 'png', 'tiff', 'webp'] as const)('refuses half a %s', async (format) => {
    const whole = await sheet(800, 1200).toFormat(format).toBuffer();
    await expect(extract(whole.subarray(0, whole.length >> 1), format)).rejects.toMatchObject({
      code: 'extraction.damaged',
      params: { kind: format },
    });
  });

  it('refuses an image that is one endless line', async () => {
    const line = (width: number) =>
      sharp({ create: { width, height: 1, channels: 3, background: '#fff' } })
        .png()
        .toBuffer();
    await expect(extract(await line(65_536), 'png')).rejects.toMatchObject({
      code: 'extraction.image_too_long',
      params: { limit: 65_535 },
    });
    expect((await extract(await line(65_535), 'png')).pages).toHaveLength(1);
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

  it('reads of a moving picture the first', async () => {
    const frames = await Promise.all(
      ['#000', '#fff'].map((background) =>
        sharp({ create: { width: 30, height: 20, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    );
    for (const format of ['gif', 'webp'] as const) {
      const bytes = await sharp(frames, { join: { animated: true } })
        .toFormat(format)
        .toBuffer();
      expect((await extract(bytes, format)).pages).toHaveLength(1);
      const image = await renderPage(bytes, format, 1);
      expect([image.width, image.height, image.data[0]]).toEqual([30, 20, 0]);
    }
  });

  it('shows half a GIF as far as it is one, or says that it cannot', async () => {
    const whole = await sheet(400, 600).gif().toBuffer();
    const bytes = whole.subarray(0, whole.length >> 1);
    const outcome = await extract(bytes, 'gif')
      .then(() => renderPage(bytes, 'gif', 1))
      .catch((error: { code: string }) => error.code);
    expect(['extraction.damaged', 'extraction.page_not_rendered']).toContain(outcome);
  });

  it.each<[string, Promise<Buffer>]>([
    ['CMYK JPEG', sheet().toColourspace('cmyk').jpeg().toBuffer()],
    ['JPEG in several scans', sheet().jpeg({ progressive: true }).toBuffer()],
    ['interlaced PNG', sheet().png({ progressive: true }).toBuffer()],
    ['PNG of 16 bits', sheet().toColourspace('rgb16').png().toBuffer()],
    ['PNG with a palette', sheet().png({ palette: true, colours: 4 }).toBuffer()],
    ['TIFF of 16 bits', sheet().toColourspace('grey16').tiff({ compression: 'lzw' }).toBuffer()],
    ['TIFF with JPEG inside', sheet().tiff({ compression: 'jpeg' }).toBuffer()],
    ['CMYK TIFF', sheet().toColourspace('cmyk').tiff({ compression: 'packbits' }).toBuffer()],
    ['TIFF of one bit', sheet().toColourspace('b-w').tiff({ bitdepth: 1, compression: 'none' }).toBuffer()],
    [
      'TIFF of four bits, white being 0',
      sheet().toColourspace('b-w').tiff({ bitdepth: 4, miniswhite: true, compression: 'deflate' }).toBuffer(),
    ],
    ['large TIFF', sheet().tiff({ bigtiff: true, compression: 'none' }).toBuffer()],
  ])('reads a %s', async (_, made) => {
    const bytes = await made;
    const { parts } = await extract(bytes, '');
    const image = await renderPage(bytes, parts[0].format!, 1);
    expect([image.width, image.height]).toEqual([200, 300]);
    expect(image.data[10 * 200 + 100]).toBeLessThan(30);
    expect(image.data[200 * 200 + 100]).toBeGreaterThan(240);
  });
});

/** A TIFF of one bit by hand, each page a directory with its tags in order and its pixels in one strip. */
function tiffOf(pages: { tags: Record<number, number>; strip: Uint8Array; next?: number }[]): Buffer {
  const chunks: Uint8Array[] = [Buffer.from([0x49, 0x49, 42, 0, 8, 0, 0, 0])];
  let at = 8;
  for (const [index, { tags, strip, next }] of pages.entries()) {
    const all: Record<number, number> = { 273: 0, 279: strip.length, ...tags };
    const length = 2 + Object.keys(all).length * 12 + 4;
    all[273] = at + length;
    const directory = Buffer.alloc(length);
    directory.writeUInt16LE(Object.keys(all).length, 0);
    for (const [i, [tag, value]] of Object.entries(all)
      .sort(([a], [b]) => Number(a) - Number(b))
      .entries()) {
      directory.writeUInt16LE(Number(tag), 2 + i * 12);
      directory.writeUInt16LE(4, 4 + i * 12);
      directory.writeUInt32LE(1, 6 + i * 12);
      directory.writeUInt32LE(value, 10 + i * 12);
    }
    const end = at + length + strip.length;
    directory.writeUInt32LE(next ?? (index + 1 < pages.length ? end : 0), length - 4);
    chunks.push(directory, strip);
    at = end;
  }
  return Buffer.concat(chunks);
}

const bits = (code: string): Buffer =>
  Buffer.from(
    code
      .replaceAll(' ', '')
      .padEnd(Math.ceil(code.length / 8) * 8, '0')
      .match(/.{8}/g)!
      .map((byte) => Number.parseInt(byte, 2)),
  );
/** Rows of 200 pixels as a fax writes them (T.4): none white, 192 + 8 black; then all white. */
const endOfLine = '000000000001';
const black = '00110101 000011001000 000101';
const white = '010111 10011';
const rows = (before: string) =>
  bits(
    Array.from({ length: 60 }, (_, y) => `${before} ${y < 20 ? black : white}`)
      .join(' ')
      .replaceAll(' ', ''),
  );
const sheetOf = (tags: Record<number, number>) => ({
  256: 200,
  257: 60,
  258: 1,
  262: 0,
  277: 1,
  278: 60,
  ...tags,
});

describe('a fax in TIFF', () => {
  it('packed as Group 3 is read, page by page', async () => {
    const page = { tags: sheetOf({ 259: 3, 292: 0 }), strip: rows(endOfLine) };
    const bytes = tiffOf([page, page]);
    expect((await extract(bytes, 'tif')).pages).toHaveLength(2);
    for (const number of [1, 2]) {
      const image = await renderPage(bytes, 'tiff', number);
      expect([image.width, image.height, image.data[5 * 200 + 50], image.data[40 * 200 + 50]]).toEqual([
        200, 60, 0, 255,
      ]);
    }
  });

  it('with pages that come back to one before, have no size or too many pixels is refused', async () => {
    const page = { tags: sheetOf({ 259: 3, 292: 0 }), strip: rows(endOfLine) };
    const refused = async (pages: Parameters<typeof tiffOf>[0]) =>
      extract(tiffOf(pages), 'tif').then(
        () => 'read',
        (error: { code: string }) => error.code,
      );
    expect(await refused([page, { ...page, next: 8 }])).toBe('extraction.damaged');
    expect(await refused([{ ...page, tags: { ...page.tags, 256: 0 } }])).toBe('extraction.damaged');
    expect(await refused([page, { ...page, tags: { ...page.tags, 256: 20_000, 257: 20_000 } }])).toBe(
      'extraction.image_too_large',
    );
    const large = { ...page, tags: { ...page.tags, 256: 10_000, 257: 10_000 }, strip: Buffer.alloc(0) };
    expect(await refused(Array.from({ length: 201 }, () => large))).toBe('extraction.image_too_large');
    expect(await refused(Array.from({ length: 2_001 }, () => ({ ...page, strip: Buffer.alloc(0) })))).toBe(
      'extraction.too_many_pages',
    );
  });
});
