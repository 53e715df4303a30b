import { deflateRawSync } from 'node:zlib';
import sharp from 'sharp';
import { toDocx, toPdf, toTxt } from '../letters/index.js';
import { gifFile, pngFile } from './building/image-file.js';
import { onePage } from './building/pdf-file.js';
import { zipFile } from './building/zip-file.js';
import { type Family, filesOf, goodLetter } from './hostile-file.js';

const join = (...parts: (Uint8Array | string)[]) =>
  Buffer.concat(parts.map((part) => Buffer.from(part as string)));
const white = () => sharp({ create: { width: 200, height: 200, channels: 3, background: '#fff' } });

/** Files that are two things at once, and such as say they are another. */
export const polyglots: Family = () => [
  ...filesOf('polyglot', {
    'gif-and-script.gif': () => join('GIF89a=1;/*', gifFile(1).subarray(10), '*/;alert(1)'),
    'jpeg-and-zip.jpg': async () =>
      join(await white().jpeg().toBuffer(), zipFile([{ name: 'a.txt', content: goodLetter(770) }])),
    'png-and-zip.png': () =>
      join(
        pngFile({ width: 100, height: 100, depth: 8 }),
        zipFile([{ name: 'a.txt', content: goodLetter(771) }]),
      ),
    'pdf-and-zip.pdf': () => zipFile([{ name: 'a.txt', content: goodLetter(772) }], { prefix: onePage() }),
    'zip-with-pdf-first.zip': () => zipFile([{ name: 'a.pdf', content: toPdf(goodLetter(773)), method: 0 }]),
    'docx-and-mail.docx': () =>
      join(
        'From: a@example.invalid\r\nMIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\n',
        toDocx(goodLetter(774)),
      ),
    'docx-and-pdf.docx': () => join(toDocx(goodLetter(775)), toPdf(goodLetter(776))),
    'pdf-in-text.txt': () => join('说明：下面是文件 %PDF-1.4\n', goodLetter(777)),
    'html-and-zip.html': () =>
      join(
        '<!doctype html><html><body>举报</body></html>',
        zipFile([{ name: 'a.txt', content: goodLetter(778) }]),
      ),
    'rtf-and-docx.rtf': () => join('{\\rtf1 ', toDocx(goodLetter(779)), '}'),
    'docx-and-xlsx.docx': () =>
      zipFile([
        { name: 'word/document.xml', content: '<x/>' },
        { name: 'xl/workbook.xml', content: '<x/>' },
        { name: 'OFD.xml', content: '<x/>' },
      ]),
    'two-pdfs.pdf': () => join(toPdf(goodLetter(780)), toPdf(goodLetter(781))),
    'deflated.txt': () => deflateRawSync(goodLetter(782)),
    'program.exe': () => join('MZ\u0090', Buffer.alloc(4000)),
    'elf.txt': () => join('\u007fELF\u0002\u0001\u0001', Buffer.alloc(4000)),
    'shell.txt': () => `#!/bin/sh\ntouch /tmp/qidi-hostile-sh\n`,
    'video.mp4': () => join(Buffer.from('0000001866747970', 'hex'), 'mp42', Buffer.alloc(4000)),
    'base64-of-a-letter.txt': () => Buffer.from(goodLetter(783).repeat(20)).toString('base64'),
  }),
  ...filesOf('wrong-extension', {
    'text.pdf': () => goodLetter(790),
    'text.docx': () => goodLetter(791),
    'text.jpg': () => goodLetter(792),
    'text.exe': () => goodLetter(793),
    'gbk.html': () => toTxt(goodLetter(794), 'gb18030'),
    'docx.txt': () => toDocx(goodLetter(795)),
    'docx.zip': () => toDocx(goodLetter(796)),
    'pdf.docx': () => toPdf(goodLetter(797)),
    'pdf.tif': () => toPdf(goodLetter(798)),
    'png.pdf': () => pngFile({ width: 60_000, height: 60_000, depth: 1 }),
    'jpeg.txt': async () => (await white().jpeg().toBuffer()).subarray(0, 300),
    'gif.jpg': () => gifFile(1),
    'tiff.doc': async () => (await white().tiff().toBuffer()).subarray(0, 300),
    'zip.txt': () => zipFile([{ name: 'a', content: 'x' }]),
    'mail.doc': () =>
      `From: a@example.invalid\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n${goodLetter(799)}`,
    'rtf.doc': () => '{\\rtf1 x}',
    'page.xls': () => '<html><table><tr><td>举报</td></tr></table></html>',
  }),
];
