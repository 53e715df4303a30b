import iconv from 'iconv-lite';
import {
  PDFDocument,
  popGraphicsState,
  pushGraphicsState,
  StandardFonts,
  setTextRenderingMode,
  TextRenderingMode,
} from 'pdf-lib';
import { madeAt } from './docx.js';

const charactersInLine = 30;
const linesOnPage = 36;

/**
 * A PDF by hand whose only font is STSong-Light with the predefined CMap UniGB-UCS2-H and no font file,
 * as older office printers' drivers wrote them: no reader can turn it into text without the CMap.
 */
export function renderCidPdf(text: string): Buffer {
  const lines = text
    .replace(/^\|/gm, '')
    .replace(/\|/g, '　')
    .split('\n')
    .flatMap((line) => line.match(new RegExp(`.{1,${charactersInLine}}`, 'gu')) ?? ['']);
  const pages: string[] = [];
  for (let from = 0; from < lines.length; from += linesOnPage) {
    const shown = lines.slice(from, from + linesOnPage).map((line) => `<${ucs2(line)}> Tj T*`);
    pages.push(`BT /F1 14 Tf 20 TL 72 770 Td\n${shown.join('\n')}\nET`);
  }
  const objects = pages.flatMap((content, index) => [
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${7 + 2 * index} 0 R >>`,
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
  ]);
  return numberedPdf('', pages.length, objects);
}

/**
 * A PDF by hand: catalogue (1), pages (2) and that font (3 to 5), then the given objects from 6 on, of which every
 * second one is a page, the first ones `pages` times.
 *
 * @param catalogue further entries of it.
 */
export function numberedPdf(catalogue: string, pages: number, further: readonly string[]): Buffer {
  const kids = Array.from({ length: pages }, (_, i) => `${6 + 2 * i} 0 R`).join(' ');
  const objects: string[] = [
    `<< /Type /Catalog /Pages 2 0 R ${catalogue}>>`,
    `<< /Type /Pages /Count ${pages} /Kids [${kids}] >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 5 0 R >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
    ...further,
  ];
  let out = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const at = out.length;
    out += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const xref = out.length;
  const entries = offsets.map((o) => `${String(o).padStart(10, '0')} 00000 n \n`).join('');
  out += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`;
  return Buffer.from(out, 'latin1');
}

/** The hexadecimal digits of a text in two-byte characters. */
export function ucs2(line: string): string {
  return Buffer.from(line, 'utf16le').swap16().toString('hex').toUpperCase();
}

/** Puts page images (JPEG) into a PDF of A4 pages; with `layer`, hides that text behind each as garbage. */
export async function renderScanPdf(pages: Uint8Array[], layer?: string): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  pdf.setProducer('ScanStation 5');
  pdf.setCreationDate(madeAt);
  pdf.setModificationDate(madeAt);
  const font = layer === undefined ? undefined : await pdf.embedFont(StandardFonts.Helvetica);
  for (const bytes of pages) {
    const page = pdf.addPage([595.28, 841.89]);
    if (font && layer !== undefined) {
      page.pushOperators(pushGraphicsState(), setTextRenderingMode(TextRenderingMode.Invisible));
      page.drawText(mojibake(layer), { x: 60, y: 760, size: 11, font, lineHeight: 16, maxWidth: 480 });
      page.pushOperators(popGraphicsState());
    }
    page.drawImage(await pdf.embedJpg(bytes), { x: 0, y: 0, width: 595.28, height: 841.89 });
  }
  return pdf.save();
}

/** What a scanner's software with the wrong code page writes: the GBK bytes of the letter read as Latin. */
function mojibake(text: string): string {
  return iconv
    .decode(iconv.encode(text, 'gbk'), 'latin1')
    .replace(/[^\n\x20-\x7e\xa1-\xff]/g, '')
    .replace(/(.{60})/g, '$1\n');
}
