import { deflateSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { onePage, pdfStream, shownWords } from '../../../../bench/hostile/building/pdf-file.js';
import { readerOf } from '../../../../pipelines/extraction/in-process.js';
import { extract as read } from '../../extractions.js';

const extract = (bytes: Uint8Array) => read(bytes, 'pdf');
const draw = (bytes: Uint8Array) => readerOf('pdf').renderPage!(bytes, 1);
const words = 'A short page of plain words that can be read by anybody';

const annotated = (count: number) =>
  onePage({
    page: `/Annots [${'6 0 R '.repeat(count)}]`,
    objects: ['<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents (x) >>'],
  });

const scan = (side: number) =>
  onePage({
    content: pdfStream('q 595 0 0 842 0 0 cm /X Do Q'),
    resources: '/XObject << /X 6 0 R >>',
    objects: [
      pdfStream(
        deflateSync(Buffer.alloc(side * Math.ceil(side / 8))),
        `/Type /XObject /Subtype /Image /Width ${side} /Height ${side} /BitsPerComponent 1 /ColorSpace /DeviceGray /Filter /FlateDecode`,
      ),
    ],
  });

/** Files like these, somewhat larger, take minutes where nothing is looked at before the work begins. */
describe('what a page of a PDF may cost', () => {
  it('is not spent on remarks by the thousand: its words are read, it is not drawn', async () => {
    const { pages } = await extract(annotated(100_000));
    expect(pages).toMatchObject([{ text: expect.stringContaining(words), recognise: false }]);
    await expect(draw(annotated(100_000))).rejects.toMatchObject({ code: 'extraction.page_not_rendered' });
    expect((await draw(annotated(100))).width).toBeGreaterThan(2_000);
  }, 30_000);

  it('is not spent on a picture of more pixels than a scan has', async () => {
    expect((await extract(scan(12_000))).pages).toMatchObject([{ recognise: true }]);
    await expect(draw(scan(12_000))).rejects.toMatchObject({ code: 'extraction.page_not_rendered' });
    expect((await draw(scan(4_000))).width).toBeGreaterThan(500);
  }, 30_000);

  it('is not spent on putting hundreds of thousands of pieces of text in order', async () => {
    const pieces = (count: number) =>
      onePage({ content: pdfStream(`BT /F1 9 Tf 50 700 Td ${'(ab ) Tj '.repeat(count)} ET ${shownWords}`) });
    expect((await extract(pieces(31_000))).pages[0]!.text).toContain(words);
    expect((await extract(pieces(100))).pages[0]!.text).toContain(words);
  });
});
