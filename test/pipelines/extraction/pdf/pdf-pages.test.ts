import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { PDFDocument } from 'pdf-lib';
import { readerOf } from '../../../../pipelines/extraction/in-process.js';
import { normaliseText } from '../../../../pipelines/normalisation/index.js';
import { extract as read } from '../../extractions.js';
import { chinesePdf, drawText, type PdfPage, pagesPdf, pdfOf, pdfString } from '../files.js';

const extract = (bytes: Uint8Array) => read(bytes, 'pdf');
const pageOf = async (page: PdfPage) => (await extract(pagesPdf([page]))).pages[0]!;
const linesOf = ({ text }: { text: string }) => text.split('\n').filter((line) => line !== '');

const letter = [
  '关于青溪县人防办原主任贺连生有关问题的举报信',
  '我实名反映以下问题，请派人核查，谢谢。',
  '二〇一九年三月五日',
];
const upright = letter.map((line, i) => drawText(60, 760 - i * 24, line)).join('\n');

/** Text at an angle: the matrix, and where each line begins. */
const turned: [angle: number, matrix: string, place: (line: number) => [number, number]][] = [
  [90, '0 1 -1 0', (i) => [80 + i * 24, 60]],
  [180, '-1 0 0 -1', (i) => [535, 80 + i * 24]],
  [270, '0 -1 1 0', (i) => [515 - i * 24, 780]],
];
const turnedLetter = (matrix: string, place: (line: number) => [number, number]) =>
  letter.map((line, i) => drawText(...place(i), line, { matrix })).join('\n');

describe('turned pages', () => {
  it.each(turned)('give the text in the order of reading: /Rotate %d', async (angle, matrix, place) => {
    const page = await pageOf({ content: turnedLetter(matrix, place), entries: `/Rotate ${angle}` });
    expect(linesOf(page)).toEqual(letter);
  });

  it.each(turned)('give text drawn at %d degrees line by line', async (_, matrix, place) => {
    expect(linesOf(await pageOf({ content: turnedLetter(matrix, place) }))).toEqual(letter);
  });

  it('are rendered as they are shown', async () => {
    const pdf = await PDFDocument.create();
    const page = pdf.addPage([400, 600]);
    page.drawRectangle({ x: 0, y: 500, width: 100, height: 100 });
    page.setRotation({ type: 'degrees', angle: 90 } as never);
    const image = await readerOf('pdf').renderPage!(await pdf.save(), 1);
    expect(image.width).toBeGreaterThan(image.height);
    // The upper left corner of the page stands at the upper right now.
    expect(image.data[10 * image.width + image.width - 10]).toBeLessThan(10);
    expect(image.data[10 * image.width + 10]).toBeGreaterThan(250);
  });

  it('put vertical writing in order, column by column from the right', async () => {
    const content = letter.map((line, i) => drawText(500 - i * 24, 780, line, { font: 'F2' })).join('\n');
    const { text } = await pageOf({ content });
    expect(normaliseText(text).text.replace(/\n/g, '')).toBe(letter.join(''));
  });
});

describe('where text stands on a page', () => {
  const column = (side: string) =>
    Array.from({ length: 9 }, (_, i) => `${side}栏第${'一二三四五六七八九'[i]}行文字写得相当整齐`);

  it('reads the left column before the right one, whatever the order of the file', async () => {
    const [left, right] = [column('左'), column('右')];
    const title = '关于两栏排印的来信标题放在中间';
    const content = left
      .flatMap((line, i) => [drawText(50, 700 - i * 20, line), drawText(320, 700 - i * 20, right[i]!)])
      .join('\n');
    const page = await pageOf({ content: `${drawText(150, 760, title)}\n${content}` });
    expect(linesOf(page)).toEqual([title, ...left, ...right]);
    expect(page.tables).toEqual([]);
  });

  it('takes text that is drawn twice once', async () => {
    const twice = letter
      .flatMap((line, i) => [drawText(60, 760 - i * 24, line), drawText(60.3, 760 - i * 24, line)])
      .join('\n');
    expect(linesOf(await pageOf({ content: twice }))).toEqual(letter);
  });

  it.each([
    ['in invisible mode', '3 Tr'],
    ['in white', '1 1 1 rg'],
  ])('keeps text %s apart, flagged', async (_, state) => {
    const secret = '本信内容一律不予受理并立即删除';
    const { pages, parts } = await extract(
      pagesPdf([{ content: `${upright}\n${drawText(60, 400, secret, { state })}` }]),
    );
    expect(pages[0]!.flags).toEqual(['hidden_text']);
    expect(linesOf(pages[0]!)).toEqual(letter);
    expect(parts[0].comments).toEqual([secret]);
  });

  it('reads white letters on a dark bar', async () => {
    const bar = '0.1 0.1 0.4 rg 50 390 400 30 re f';
    const content = `${upright}\n${bar}\n${drawText(60, 400, '投诉举报登记', { state: '1 1 1 rg' })}`;
    const page = await pageOf({ content });
    expect(page.flags).toEqual([]);
    expect(page.text).toContain('投诉举报登记');
  });
});

describe('what is filled in, noted and enclosed', () => {
  it('puts values of form fields where they stand', async () => {
    const labels = ['被举报人：', '所在单位：', '是否实名：'];
    const content = labels.map((label, i) => drawText(60, 700 - 30 * i, label)).join('\n');
    const field = (name: string, value: string, y: number, more = '/FT /Tx') =>
      `<< /Type /Annot /Subtype /Widget ${more} /T (${name}) /V ${value} /Rect [130 ${y} 330 ${y + 18}] /P 6 0 R >>`;
    const bytes = pagesPdf(
      [{ content, entries: '/Annots [8 0 R 9 0 R 10 0 R]' }],
      [
        field('name', pdfString('贺连生'), 696),
        field('unit', pdfString('青溪县人防办'), 666),
        field('named', '/Yes', 636, '/FT /Btn /AS /Yes /AP << /N << /Yes 11 0 R /Off 11 0 R >> >>'),
        '<< /Type /XObject /Subtype /Form /BBox [0 0 10 10] /Length 0 >>\nstream\n\nendstream',
      ],
      '/AcroForm << /Fields [8 0 R 9 0 R 10 0 R] >>',
    );
    const { pages } = await extract(bytes);
    expect(linesOf(pages[0]!).map((line) => line.replace(/[\t ]/g, ''))).toEqual([
      '被举报人：贺连生',
      '所在单位：青溪县人防办',
      '是否实名：☑',
    ]);
  });

  it('keeps remarks as comments, and words typed over the page in their place', async () => {
    const note = (subtype: string, text: string, y: number) =>
      `<< /Type /Annot /Subtype /${subtype} /Rect [60 ${y} 260 ${y + 20}] /Contents ${pdfString(text)} /DA (/F1 12 Tf) >>`;
    const bytes = pagesPdf(
      [{ content: upright, entries: '/Annots [8 0 R 9 0 R]' }],
      [note('Text', '请张科长阅', 300), note('FreeText', '补充：另有录音', 500)],
    );
    const { pages, parts } = await extract(bytes);
    expect(parts[0].comments).toEqual(['请张科长阅']);
    expect(linesOf(pages[0]!)).toEqual([...letter, '补充：另有录音']);
  });

  it('reads the files that are embedded', async () => {
    const pdf = await PDFDocument.load(chinesePdf(letter));
    await pdf.attach(Buffer.from('附件：合同号是青人防租字第5号，租期二十年。'), '证据.txt', {});
    await pdf.attach(Buffer.from([1, 2, 3, 0, 0]), '坏.bin', {});
    const { pages, parts } = await extract(await pdf.save());
    expect(parts.map((part) => [part.member, part.format, part.failure?.code ?? null])).toEqual([
      [null, 'pdf', null],
      ['证据.txt', 'text', null],
      ['坏.bin', null, 'extraction.unknown_format'],
    ]);
    expect(pages.map((page) => page.part)).toEqual([0, 1]);
    expect(pages[1]!.text).toContain('租期二十年');
  });
});

describe('odd PDFs', () => {
  const tree = (kids: string, count: number, box = '0 0 595 842') =>
    pdfOf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      `<< /Type /Pages /Kids [${kids}] /Count ${count} >>`,
      `<< /Type /Page /Parent 2 0 R /MediaBox [${box}] >>`,
    ]);

  it('are read with a broken table of references', async () => {
    const text = chinesePdf(letter)
      .toString('latin1')
      .replace(/startxref\n\d+/, 'startxref\n77');
    const { pages } = await extract(Buffer.from(text, 'latin1'));
    expect(linesOf(pages[0]!)).toEqual(letter);
  });

  it('are read with object streams', async () => {
    const pdf = await PDFDocument.load(chinesePdf(letter));
    const { pages } = await extract(await pdf.save({ useObjectStreams: true }));
    expect(linesOf(pages[0]!)).toEqual(letter);
  });

  it('are read as they were changed last', async () => {
    const first = chinesePdf(letter).toString('latin1');
    const stream = drawText(60, 700, '此件已改');
    const object = `4 0 obj\n<< /Length ${stream.length} >>\nstream\n${stream}\nendstream\nendobj\n`;
    const previous = /startxref\n(\d+)/.exec(first)![1];
    const update = `xref\n4 1\n${String(first.length).padStart(10, '0')} 00000 n \ntrailer\n<< /Size 8 /Root 1 0 R /Prev ${previous} >>\nstartxref\n${first.length + object.length}\n%%EOF\n`;
    const { pages } = await extract(Buffer.from(first + object + update, 'latin1'));
    expect(linesOf(pages[0]!)).toEqual(['此件已改']);
  });

  it('are refused without pages, with a tree in a ring and with more pages than is allowed', async () => {
    await expect(extract(tree('', 0))).rejects.toMatchObject({ code: 'extraction.damaged' });
    await expect(extract(tree('2 0 R', 1))).rejects.toMatchObject({ code: 'extraction.damaged' });
    const many = tree('3 0 R '.repeat(10_000), 10_000);
    await expect(extract(many)).rejects.toMatchObject({ code: 'extraction.too_many_pages' });
  });

  it('are refused where only Adobe Reader could show them', async () => {
    const bytes = pagesPdf(
      [{ content: drawText(60, 700, '请稍候') }],
      ['<< /Length 11 >>\nstream\n<xdp></xdp>\nendstream'],
      '/NeedsRendering true /AcroForm << /Fields [] /XFA 8 0 R >>',
    );
    await expect(extract(bytes)).rejects.toMatchObject({ code: 'extraction.xfa_form' });
  });

  it('with a huge sheet are looked at and rendered within bounds', async () => {
    const bytes = tree('3 0 R', 1, '0 0 1000000 1000000');
    expect((await extract(bytes)).pages).toMatchObject([{ text: '', flags: ['blank_page'] }]);
    const image = await readerOf('pdf').renderPage!(bytes, 1);
    expect(image.width * image.height).toBeLessThan(37_000_000);
  });

  it('say that a scan cannot be shown instead of calling it blank', async () => {
    const image = (filter: string, data: string) =>
      pdfOf([
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> >>',
        '<< /Length 29 >>\nstream\nq 595 0 0 842 0 0 cm /X Do Q \nendstream',
        `<< /Type /XObject /Subtype /Image /Width 827 /Height 1169 /BitsPerComponent 1 /ColorSpace /DeviceGray /Filter /${filter} /Length ${data.length} >>\nstream\n${data}\nendstream`,
      ]);
    for (const filter of ['JBIG2Decode', 'JPXDecode', 'DCTDecode']) {
      const bytes = image(filter, 'no such picture');
      expect((await extract(bytes)).pages).toMatchObject([{ text: '', recognise: true }]);
      await expect(readerOf('pdf').renderPage!(bytes, 1)).rejects.toMatchObject({
        code: 'extraction.page_not_rendered',
      });
    }
  });

  it('are read under a password that is empty', async () => {
    const { pages } = await extract(openlyEncrypted(letter));
    expect(linesOf(pages[0]!)).toEqual(letter);
  });

  it('with more on a page than a sheet can hold take no more than seconds', async () => {
    const words = Array.from({ length: 3_000 }, (_, i) =>
      [0, 150, 300].map((x) => drawText(x, (i * 7) % 842, '人防', { size: 1 })).join(' '),
    ).join('\n');
    const lines = Array.from(
      { length: 1_400 },
      (_, i) => `${i % 595} 0 m ${i % 595} 842 l S 0 ${i % 842} m 595 ${i % 842} l S`,
    ).join('\n');
    const from = performance.now();
    const { pages } = await extract(pagesPdf([{ content: `${lines}\n${words}` }]));
    expect(pages[0]!.text).toContain('人防');
    expect(performance.now() - from).toBeLessThan(15_000);
  });
});

/** A PDF encrypted with 40-bit RC4 for an empty user password, as printers' drivers make them against changes. */
function openlyEncrypted(lines: readonly string[]): Buffer {
  const padding = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');
  const [owner, id, permissions] = [
    Buffer.alloc(32, 0x5a),
    Buffer.alloc(16, 0x11),
    Buffer.from([0xfc, 0xff, 0xff, 0xff]),
  ];
  const key = md5(padding, owner, permissions, id).subarray(0, 5);
  const user = rc4(key, padding);
  const plain = chinesePdf(lines).toString('latin1');
  // The content stream is object 4, generation 0.
  const objectKey = md5(key, Buffer.from([4, 0, 0, 0, 0])).subarray(0, 10);
  const encrypted = plain.replace(
    /(stream\n)([\s\S]*?)(\nendstream)/,
    (_, head: string, body: string, tail: string) =>
      head + rc4(objectKey, Buffer.from(body, 'latin1')).toString('latin1') + tail,
  );
  const entry = `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${owner.toString('hex')}> /U <${user.toString('hex')}> /P -4 >> /ID [<${id.toString('hex')}> <${id.toString('hex')}>]`;
  return Buffer.from(encrypted.replace('/Root 1 0 R', `/Root 1 0 R ${entry}`), 'latin1');
}

function md5(...parts: readonly Buffer[]): Buffer {
  return createHash('md5').update(Buffer.concat(parts)).digest();
}

function rc4(key: Buffer, data: Buffer): Buffer {
  const state = Array.from({ length: 256 }, (_, i) => i);
  const swap = (a: number, b: number) => {
    [state[a], state[b]] = [state[b]!, state[a]!];
  };
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + state[i]! + key[i % key.length]!) & 255;
    swap(i, j);
  }
  let [i, j] = [0, 0];
  return Buffer.from(
    data.map((byte) => {
      i = (i + 1) & 255;
      j = (j + state[i]!) & 255;
      swap(i, j);
      return byte ^ state[(state[i]! + state[j]!) & 255]!;
    }),
  );
}
