import { describe, expect, it } from '@jest/globals';
import { PDFDocument, rgb, StandardFonts } from 'pdf-lib';
import sharp from 'sharp';
import { readerOf } from '../../../../pipelines/extraction/in-process.js';
import { extract as read } from '../../extractions.js';
import { chinesePdf, pdfOf, streamOf } from '../files.js';

const extract = (bytes: Uint8Array) => read(bytes, 'pdf');
const renderPage = (bytes: Uint8Array, page: number) => readerOf('pdf').renderPage!(bytes, page);

const letter = [
  '关于青溪县人防办原主任贺连生有关问题的举报信',
  '尊敬的市纪委监委领导：',
  '我实名反映以下问题，请派人核查，谢谢。',
];

async function scanned(pages: number): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const picture = await sharp({ create: { width: 827, height: 1169, channels: 3, background: '#fff' } })
    .composite([
      { input: { create: { width: 400, height: 40, channels: 3, background: '#000' } }, left: 100, top: 100 },
    ])
    .jpeg()
    .toBuffer();
  const image = await pdf.embedJpg(picture);
  for (let i = 0; i < pages; i++)
    pdf.addPage([595, 842]).drawImage(image, { x: 0, y: 0, width: 595, height: 842 });
  return pdf.save();
}

describe('PDF', () => {
  it('gives the text of fonts that are not embedded', async () => {
    const extraction = await extract(chinesePdf(letter));
    expect(extraction.parts).toMatchObject([{ format: 'pdf', encoding: null, flags: [] }]);
    expect(extraction.pages).toHaveLength(1);
    expect(extraction.pages[0]).toMatchObject({ number: 1, recognise: false, flags: [] });
    expect(extraction.pages[0]!.text.split('\n').filter((line) => line !== '')).toEqual(letter);
  });

  it('keeps the file of the caller as it was', async () => {
    const bytes = chinesePdf(letter);
    const before = Buffer.from(bytes);
    await extract(bytes);
    expect(before.equals(bytes)).toBe(true);
  });

  it('sends scanned pages to recognition, in the resolution of the scan', async () => {
    const bytes = await scanned(3);
    const extraction = await extract(bytes);
    expect(extraction.pages.map((page) => [page.number, page.text, page.recognise, page.flags])).toEqual([
      [1, '', true, []],
      [2, '', true, []],
      [3, '', true, []],
    ]);
    const image = await renderPage(bytes, 2);
    expect(image.width).toBeGreaterThan(815);
    expect(image.width).toBeLessThan(840);
    expect(image.data).toHaveLength(image.width * image.height);
    expect(image.data[0]).toBeGreaterThan(250);
    expect(image.data[120 * image.width + 300]).toBeLessThan(10);
  });

  it('sends a scan with nothing but a stamp of text on it to recognition', async () => {
    const pdf = await PDFDocument.load(await scanned(1));
    pdf.getPage(0).drawText('Scanned with an app', { x: 20, y: 20, size: 10 });
    const extraction = await extract(await pdf.save());
    expect(extraction.pages[0]).toMatchObject({ text: '', recognise: true, flags: [] });
  });

  it('sends a scan under a fax header to recognition, and keeps the full layer of a searchable one', async () => {
    const pdf = await PDFDocument.load(await scanned(2));
    const line = 'Received by fax 2019-03-05 09:14 from 0871 page 1 of 2 registered under number 41';
    pdf.getPage(0).drawText(line, { x: 20, y: 820, size: 10 });
    for (let i = 0; i < 6; i++)
      pdf.getPage(1).drawText(line, { x: 20, y: 700 - i * 20, size: 10, opacity: 0 });
    const { pages } = await extract(await pdf.save());
    expect(pages[0]).toMatchObject({ number: 1, text: '', recognise: true, flags: [] });
    expect(pages[1]).toMatchObject({ text: expect.stringContaining(line), recognise: false });
  });

  it('keeps a short page of real text, and leaves a blank page alone', async () => {
    const pdf = await PDFDocument.create();
    const font = await pdf.embedFont(StandardFonts.Helvetica);
    pdf.addPage().drawText('Yours, 2019-03-05', { x: 50, y: 700, font });
    pdf.addPage();
    pdf.addPage().drawRectangle({ x: 20, y: 20, width: 200, height: 200, color: rgb(0, 0, 0) });
    const { pages } = await extract(await pdf.save());
    expect(pages).toMatchObject([
      { number: 1, text: expect.stringContaining('Yours, 2019-03-05'), recognise: false, flags: [] },
      { number: 2, text: '', recognise: false, flags: ['blank_page'] },
      { number: 3, text: '', recognise: true, flags: [] },
    ]);
  });

  it('sends a garbage text layer to recognition and says so', async () => {
    const codes = Array.from({ length: 80 }, (_, i) => (0xe000 + i).toString(16)).join('');
    const map = `/CIDInit /ProcSet findresource begin begincmap /CMapName /X def 1 begincodespacerange <0000> <ffff> endcodespacerange 1 beginbfrange <e000> <e0ff> <e000> endbfrange endcmap end`;
    const bytes = pdfOf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
      streamOf(`BT /F1 14 Tf 60 700 Td <${codes}> Tj ET\n60 690 400 4 re f`),
      '<< /Type /Font /Subtype /Type0 /BaseFont /Odd /Encoding /Identity-H /ToUnicode 8 0 R /DescendantFonts [6 0 R] >>',
      '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Odd /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /FontDescriptor 7 0 R >>',
      '<< /Type /FontDescriptor /FontName /Odd /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
      streamOf(map),
    ]);
    const { pages } = await extract(bytes);
    expect(pages).toMatchObject([{ number: 1, text: '', recognise: true, flags: ['garbled_text_layer'] }]);
  });

  it('refuses what is cut off, damaged or under a password', async () => {
    const whole = Buffer.from(await scanned(2));
    await expect(extract(whole.subarray(0, whole.length >> 1))).rejects.toMatchObject({
      code: 'extraction.damaged',
    });
    await expect(extract(Buffer.from('%PDF-1.4\nnothing here\nstartxref\n0\n%%EOF'))).rejects.toMatchObject({
      code: 'extraction.damaged',
    });
    await expect(extract(protectedPdf())).rejects.toMatchObject({ code: 'extraction.password_needed' });
  });

  it('says which page cannot be rendered', async () => {
    await expect(renderPage(chinesePdf(letter), 9)).rejects.toMatchObject({
      code: 'extraction.page_not_rendered',
      params: { page: 9 },
    });
  });
});

/** The security handler's keys belong to a password that nobody has. */
function protectedPdf(): Buffer {
  const key = '5a'.repeat(32);
  const plain = chinesePdf(letter).toString('latin1');
  const encrypt = `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${key}> /U <${key}> /P -4 >> /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]`;
  return Buffer.from(plain.replace('/Root 1 0 R', `/Root 1 0 R ${encrypt}`), 'latin1');
}
