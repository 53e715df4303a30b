import sharp from 'sharp';
import type { SampleFormat } from './expected.js';
import { type Paper, type PaperItem, plainText, type SetAsidePaper } from './letters/paper.js';
import type { Printer } from './rendering/browser.js';
import { renderDocx } from './rendering/docx.js';
import { handwrittenHtml } from './rendering/formats/handwriting.js';
import { type MemberFile, renderEml, renderMsg } from './rendering/formats/mail.js';
import { renderOfdLetter } from './rendering/formats/ofd-letter.js';
import { saveAs } from './rendering/formats/office.js';
import { renderPdfForm } from './rendering/formats/pdf-form.js';
import { renderCsv, renderSheet } from './rendering/formats/sheet.js';
import { renderWebPage } from './rendering/formats/web-page.js';
import { type Look, letterHtml } from './rendering/html.js';
import {
  drawPages,
  faxTiff,
  type GreyPage,
  phonePhoto,
  scanJpeg,
  tiltedPng,
} from './rendering/paper-image.js';
import { renderCidPdf, renderScanPdf } from './rendering/pdf.js';
import { renderText } from './rendering/text.js';
import { writeZip } from './rendering/zip.js';

/** Makes the file of a paper; null where it needs LibreOffice and there is none. */
export async function renderPaper(
  paper: Paper | SetAsidePaper,
  printer: Printer,
  seed: number,
): Promise<Uint8Array | null> {
  if ('review' in paper || !paper.items)
    return renderOne(paper.format, plainText(paper.body), lookOf(paper), printer, seed);
  const { format, items } = paper;
  if (format !== 'eml' && format !== 'zip-gbk')
    return renderOne(format, plainText(paper.body), lookOf(paper), printer, seed);
  const members = await Promise.all(
    items.filter((item) => item.member).map((item, i) => renderMember(item, printer, seed + i)),
  );
  if (format === 'eml') return renderEml(plainText(items[0]!.body ?? ''), members.flat());
  // Programs pack a folder in the order of its names as bytes: page 10 before page 2.
  const names = members.flat().sort((a, b) => (a.name < b.name ? -1 : 1));
  return writeZip(
    names.map(({ name, bytes }) => ({ name, content: bytes })),
    'gbk',
  );
}

async function renderMember(item: PaperItem, printer: Printer, seed: number): Promise<MemberFile[]> {
  const names = [item.member ?? []].flat();
  const format = item.format ?? 'docx';
  const text = plainText(item.body ?? '');
  if (format !== 'jpg-scan') {
    const bytes = await renderOne(format, text, 'kai', printer, seed);
    if (!bytes) throw new Error(`${names[0]}: no member can need LibreOffice`);
    return [{ name: names[0]!, bytes }];
  }
  const pages = await drawPages(await printer.print(letterHtml(text, 'kai')), 200);
  if (pages.length !== names.length) throw new Error(`${names[0]}: ${pages.length} pages`);
  return Promise.all(
    pages.map(async (page, i) => ({ name: names[i]!, bytes: await scanJpeg(page, seed + i) })),
  );
}

async function renderOne(
  format: SampleFormat,
  text: string,
  look: Look,
  printer: Printer,
  seed: number,
): Promise<Uint8Array | null> {
  switch (format) {
    case 'txt-utf8':
    case 'txt-utf16le':
    case 'txt-gb18030':
    case 'txt-big5':
      return renderText(text, format);
    case 'docx':
    case 'docx-revised':
      return renderDocx(text);
    case 'doc':
    case 'rtf':
      return saveAs(format, await renderDocx(text), 'docx');
    case 'xlsx':
      return renderSheet(text, 'xlsx');
    case 'xls':
      return saveAs('xls', renderSheet(text, 'xlsx'), 'xlsx');
    case 'csv-gbk':
      return renderCsv(text);
    case 'html-gbk':
      return renderWebPage(text);
    case 'ofd':
      return renderOfdLetter(text);
    case 'msg':
      return renderMsg(text);
    case 'pdf-cid':
      return renderCidPdf(text);
    case 'pdf-form':
      return renderPdfForm(text);
    case 'pdf-text':
      return printer.print(letterHtml(text, look));
    case 'png-handwritten': {
      const [page] = await drawPages(await printer.print(handwrittenHtml(text, seed)), 150);
      return tiltedPng(page!, 0);
    }
    case 'eml':
    case 'zip-gbk':
      throw new Error(`${format} holds several papers`);
    default:
      return renderImage(
        format,
        text,
        await drawPages(await printer.print(letterHtml(text, look)), 200),
        seed,
      );
  }
}

async function renderImage(
  format: SampleFormat,
  text: string,
  pages: GreyPage[],
  seed: number,
): Promise<Uint8Array> {
  switch (format) {
    case 'jpg-photo':
      return phonePhoto(pages[0]!, seed);
    case 'jpg-scan':
      return scanJpeg(pages[0]!, seed);
    case 'png-tilted':
      return tiltedPng(pages[0]!, 3.4);
    case 'tiff-fax':
      return faxTiff(pages, seed);
    case 'webp-scan':
      return sharp(await scanJpeg(pages[0]!, seed))
        .webp({ quality: 40 })
        .toBuffer();
    case 'gif-scan':
      return sharp(await tiltedPng(pages[0]!, 0.8))
        .gif({ colours: 16, dither: 0 })
        .toBuffer();
    default: {
      const scans = await Promise.all(pages.map((page, i) => scanJpeg(page, seed + i, i % 2 ? -0.6 : 0.4)));
      return renderScanPdf(scans, format === 'pdf-garbled' ? text : undefined);
    }
  }
}

/** Official letters have their red head and seal; a fax is written large to be readable. */
function lookOf(paper: Paper | SetAsidePaper): Look {
  if ('review' in paper) return 'print';
  const official =
    paper.source !== 'petition' && paper.source !== 'self-report' && paper.source !== 'self-check';
  if (official) return 'official';
  if (paper.format === 'tiff-fax') return 'large';
  return paper.format === 'pdf-text' ? 'print' : 'kai';
}
