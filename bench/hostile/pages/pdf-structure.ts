import { deflateSync } from 'node:zlib';
import { zlibZeros } from '../building/packed.js';
import { onePage, type PdfObject, pdfFile, pdfStream, shownWords } from '../building/pdf-file.js';
import { type Family, filesOf, randomBytes } from '../hostile-file.js';

const repeated = (count: number, object: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => object(i));
const catalogue = '<< /Type /Catalog /Pages 2 0 R >>';

/** PDFs whose tables, trees and streams are not what they say. */
export const pdfStructure: Family = (_, random) =>
  filesOf('pdf-structure', {
    'stream-1000-to-1.pdf': () =>
      onePage({ content: pdfStream(zlibZeros(200 * 1024 * 1024), '/Filter /FlateDecode') }),
    'chain-of-filters.pdf': () => {
      let bytes: Buffer = zlibZeros(400 * 1024 * 1024);
      for (let i = 0; i < 2; i++) bytes = deflateSync(bytes);
      return onePage({ content: pdfStream(bytes, `/Filter [${'/FlateDecode '.repeat(3)}]`) });
    },
    'thousand-filters.pdf': () =>
      onePage({
        content: pdfStream(`${'3'.repeat(20_000)}>`, `/Filter [${'/ASCIIHexDecode '.repeat(1000)}]`),
      }),
    'predictor-of-millions.pdf': () =>
      onePage({
        content: pdfStream(
          zlibZeros(1000),
          '/Filter /FlateDecode /DecodeParms << /Predictor 15 /Columns 2147483647 /Colors 32 >>',
        ),
      }),
    'page-tree-in-a-circle.pdf': () => pdfFile([catalogue, '<< /Type /Pages /Kids [2 0 R] /Count 1 >>']),
    'page-tree-in-a-wide-circle.pdf': () =>
      pdfFile([
        catalogue,
        '<< /Type /Pages /Kids [3 0 R] /Count 5 >>',
        '<< /Type /Pages /Kids [2 0 R 2 0 R] /Parent 2 0 R /Count 5 >>',
      ]),
    'page-tree-20000-deep.pdf': () =>
      pdfFile([
        catalogue,
        ...repeated(20_000, (i) => `<< /Type /Pages /Kids [${i + 3} 0 R] /Count 1 >>`),
        '<< /Type /Page /MediaBox [0 0 100 100] >>',
      ]),
    'says-a-million-pages.pdf': () => {
      const text = onePage().toString('latin1').replace('/Count 1 ', '/Count 1000000 ');
      return Buffer.from(text, 'latin1');
    },
    'same-page-1900-times.pdf': () =>
      pdfFile([
        catalogue,
        `<< /Type /Pages /Kids [${'3 0 R '.repeat(1900)}] /Count 1900 >>`,
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>',
      ]),
    'three-thousand-pages.pdf': () =>
      pdfFile([
        catalogue,
        `<< /Type /Pages /Kids [${'3 0 R '.repeat(3000)}] /Count 3000 >>`,
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>',
      ]),
    'minus-one-pages.pdf': () =>
      Buffer.from(onePage().toString('latin1').replace('/Count 1 ', '/Count -1 '), 'latin1'),
    'inherits-from-itself.pdf': () => onePage({ page: '/Parent 3 0 R' }),
    'xref-in-a-circle.pdf': () => {
      const file = onePage({}, { trailer: '/Prev 00000' });
      const at = String(file.lastIndexOf('xref\n0 ')).padStart(5, '0');
      return Buffer.from(file.toString('latin1').replace('/Prev 00000', `/Prev ${at}`), 'latin1');
    },
    'xref-of-billions.pdf': () => onePage({}, { xref: 'xref\n0 4294967295\n0000000000 65535 f \n' }),
    'xref-points-at-itself.pdf': () =>
      onePage({}, { xref: `xref\n0 6\n${'0000000009 00000 n \n'.repeat(6)}` }),
    'startxref-beyond.pdf': () => onePage({}, { startxref: 99_999_999_999 }),
    'startxref-negative.pdf': () => onePage({}, { startxref: -1 }),
    'no-xref.pdf': () => onePage({}, { xref: '' }),
    'length-is-itself.pdf': () => onePage({ content: pdfStream(shownWords, '', '4 0 R') }),
    'length-of-a-gigabyte.pdf': () => onePage({ content: pdfStream(shownWords, '', 1_073_741_824) }),
    'length-in-a-circle.pdf': () =>
      onePage({ content: pdfStream(shownWords, '', '6 0 R'), objects: ['7 0 R', '6 0 R'] }),
    'object-streams-in-one-another.pdf': () => {
      const stream = (n: number, first: number) =>
        pdfStream(`${n} 0 << /Type /ObjStm >>`, `/Type /ObjStm /N 1 /First ${first} /Extends ${n} 0 R`);
      return onePage({ objects: [stream(7, 4), stream(6, 4)], catalogue: '/Extra 7 0 R' });
    },
    'object-stream-of-millions.pdf': () =>
      onePage({ objects: [pdfStream('1 0 2 0', '/Type /ObjStm /N 100000000 /First 2000000000')] }),
    'xref-stream-in-a-circle.pdf': () => onePage({}, { xref: '', trailer: '/XRefStm 9 /Prev 9' }),
    'xref-stream-widths.pdf': () => {
      const body = onePage({}, { xref: '' }).toString('latin1').split('trailer')[0]!;
      const stream = pdfStream(
        Buffer.alloc(64),
        '/Type /XRef /W [8 8 2000000000] /Index [0 2000000000] /Size 2000000000 /Root 1 0 R',
      );
      return Buffer.from(
        `${body}9 0 obj\n${stream.toString('latin1')}\nendobj\nstartxref\n${body.length}\n%%EOF\n`,
        'latin1',
      );
    },
    'arrays-100000-deep.pdf': () =>
      onePage({ catalogue: `/Deep ${'['.repeat(100_000)}${']'.repeat(100_000)}` }),
    'dictionaries-unclosed.pdf': () => onePage({ catalogue: `/Deep ${'<< /A '.repeat(50_000)}` }),
    'hundred-thousand-objects.pdf': () => onePage({ objects: repeated(100_000, () => 'null') }),
    'name-of-a-megabyte.pdf': () => onePage({ catalogue: `/${'A'.repeat(1_000_000)} 1` }),
    'comment-of-a-megabyte.pdf': () => onePage({ catalogue: `%${'x'.repeat(1_000_000)}\n` }),
    'no-pages.pdf': () => pdfFile([catalogue, '<< /Type /Pages /Kids [] /Count 0 >>']),
    'no-catalogue.pdf': () => pdfFile([null, '<< /Type /Pages /Kids [] /Count 0 >>']),
    'user-password.pdf': () => onePage({ objects: [encryption(3)] }, { trailer: locked(random, 6) }),
    'empty-password.pdf': () => onePage({ objects: [encryption(2)] }, { trailer: locked(random, 6) }),
    'unknown-cipher.pdf': () =>
      onePage({ objects: ['<< /Filter /Nobody.Knows /V 99 /R 99 >>'] }, { trailer: locked(random, 6) }),
    'head-only.pdf': () => '%PDF-1.7\n%%EOF\n',
    'rubbish-in-a-frame.pdf': () =>
      Buffer.concat([
        Buffer.from('%PDF-1.7\n'),
        randomBytes(random, 500_000),
        Buffer.from('\nstartxref\n9\n%%EOF\n'),
      ]),
    'head-after-a-kilobyte.pdf': () => onePage({}, { head: `${' '.repeat(1000)}%PDF-1.7\n` }),
    'hundred-updates.pdf': () =>
      Buffer.concat([
        onePage(),
        ...repeated(
          100,
          () => '5 0 obj\nnull\nendobj\ntrailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF\n',
        ).map((s) => Buffer.from(s)),
      ]),
  });

/** Keys that belong to no password: the reader has to find that out. */
function encryption(revision: number): PdfObject {
  const key = '5a'.repeat(32);
  return `<< /Filter /Standard /V ${revision - 1} /R ${revision} /Length ${revision === 2 ? 40 : 128} /P -44 /O <${key}> /U <${key}> >>`;
}

function locked(random: Parameters<Family>[1], object: number): string {
  const id = randomBytes(random, 16).toString('hex');
  return `/Encrypt ${object} 0 R /ID [<${id}> <${id}>]`;
}
