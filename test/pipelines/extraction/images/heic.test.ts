import { describe, expect, it } from '@jest/globals';
import { readerOf } from '../../../../pipelines/extraction/in-process.js';
import { extract } from '../../extractions.js';

/** 64 × 48, from white at the top to black at the bottom; no program of ours writes HEVC. */
const gradient = Buffer.from(
  'AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAaptZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAA' +
    'AA5waXRtAAAAAAACAAAAEGlkYXQAAAAAAEAAMAAAADhpbG9jAQAAAERAAAIAAQAAAAAAAAHOAAEAAAAAAAAAMwACAAEAAAAAAAAA' +
    'AQAAAAAAAAAIAAAAOGlpbmYAAAAAAAIAAAAVaW5mZQIAAAEAAQAAaHZjMQAAAAAVaW5mZQIAAAAAAgAAZ3JpZAAAAADVaXBycAAA' +
    'ALNpcGNvAAAAc2h2Y0MBA3AAAAAAAAAAAAAe8AD8/fj4AAAPAyAAAQAYQAEMAf//A3AAAAMAkAAAAwAAAwAeugJAIQABACdCAQED' +
    'cAAAAwCQAAADAAADAB6gIIEFlurkprmwIAAAAwAgAAADACEiAAEABkQBwXPAiQAAABRpc3BlAAAAAAAAAEAAAABAAAAAFGlzcGUA' +
    'AAAAAAAAQAAAADAAAAAQcGl4aQAAAAADCAgIAAAAGmlwbWEAAAAAAAAAAgABAoECAAICA4QAAAAaaXJlZgAAAAAAAAAOZGltZwAC' +
    'AAEAAQAAADttZGF0AAAALygBrxOA9fPW9Hgho1OWwN6/qmKkJo1YCFTZbHV6Q4d2B/57m+HCmbEo13qInJOA',
  'base64',
);

describe('a HEIC', () => {
  it('is one page to be recognised', async () => {
    const { parts, pages } = await extract(gradient, 'heic');
    expect(parts).toMatchObject([{ format: 'heic', flags: [] }]);
    expect(pages).toMatchObject([{ recognise: true, text: '' }]);
    const image = await readerOf('heic').renderPage!(gradient, 1);
    expect([image.width, image.height, image.data.length]).toEqual([64, 48, 64 * 48]);
    expect(image.data[32]).toBeGreaterThan(240);
    expect(image.data[47 * 64 + 32]).toBeLessThan(15);
  });

  it('that is cut off is damaged, at once or when it is to be shown', async () => {
    await expect(extract(gradient.subarray(0, 300), 'heic')).rejects.toMatchObject({
      code: 'extraction.damaged',
      params: { kind: 'heic' },
    });
    await expect(readerOf('heic').renderPage!(gradient.subarray(0, 300), 1)).rejects.toMatchObject({
      code: 'extraction.page_not_rendered',
    });
  });

  it('that says to be larger than any sensor is refused before it is decoded', async () => {
    const huge = Buffer.from(gradient);
    // The box with the size of the picture: length, `ispe`, version, width, height.
    for (let at = huge.indexOf('ispe'); at >= 0; at = huge.indexOf('ispe', at + 1)) {
      huge.writeUInt32BE(8_000, at + 8);
      huge.writeUInt32BE(8_000, at + 12);
    }
    const clap = huge.indexOf('clap');
    if (clap >= 0) huge.write('free', clap, 'latin1');
    await expect(extract(huge, 'heic')).rejects.toMatchObject({ code: 'extraction.image_too_large' });
  });
});
