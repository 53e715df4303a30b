import { deflateRawSync } from 'node:zlib';

/** CRC-32 as zip wants it. */
function crc32(bytes: Uint8Array): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let k = 0; k < 8; k++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}

/**
 * A zip container, made by hand so that it can also be a wrong one.
 *
 * @param lie what the directory says of each part's unpacked size, instead of the truth.
 */
export function zipOf(parts: Readonly<Record<string, string | Uint8Array>>, lie?: number): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, content] of Object.entries(parts)) {
    const plain = Buffer.from(content as string);
    const packed = deflateRawSync(plain);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(plain), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(lie ?? plain.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    directory.push(
      Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), common, tail, Buffer.from(name)]),
    );
    bodies.push(local);
    at += local.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(directory.length, 4);
  end.writeUInt16LE(directory.length, 6);
  end.writeUInt32LE(entries.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...bodies, entries, Buffer.from('PK\u0005\u0006'), end]);
}

/** A PDF of hand-written objects: their numbers are their places in the list, from 1; the first is the catalogue. */
export function pdfOf(objects: readonly string[]): Buffer {
  let file = '%PDF-1.4\n';
  const offsets = objects.map((body, i) => {
    const offset = file.length;
    file += `${i + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const xref = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  for (const offset of offsets) file += `${String(offset).padStart(10, '0')} 00000 n \n`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}

export function streamOf(content: string): string {
  return `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;
}

/** Text in a Chinese font that is not embedded: it can be read only with the character maps of the reader. */
export function chinesePdf(lines: readonly string[]): Buffer {
  const hex = (line: string) => Buffer.from(line, 'utf16le').swap16().toString('hex');
  const content = lines
    .map((line, i) => `BT /F1 14 Tf 60 ${760 - i * 24} Td <${hex(line)}> Tj ET`)
    .join('\n');
  return pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    streamOf(content),
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /FontDescriptor 7 0 R >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
  ]);
}

/** One page of hand-written content, with further entries of its dictionary (annotations, rotation). */
export interface PdfPage {
  content: string;
  entries?: string;
}

/**
 * A PDF whose font F1 is Chinese and not embedded; F2 is the same for vertical writing.
 *
 * @param extra objects after the pages, numbered on from `6 + 2 * pages.length`; `catalogue` names them.
 */
export function pagesPdf(pages: readonly PdfPage[], extra: readonly string[] = [], catalogue = ''): Buffer {
  const font = (map: string) =>
    `<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /${map} /DescendantFonts [5 0 R] >>`;
  return pdfOf([
    `<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`,
    `<< /Type /Pages /Kids [${pages.map((_, i) => `${6 + 2 * i} 0 R`).join(' ')}] /Count ${pages.length} >>`,
    font('UniGB-UCS2-H'),
    font('UniGB-UCS2-V'),
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >> >>',
    ...pages.flatMap(({ content, entries = '' }, i) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${7 + 2 * i} 0 R /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> ${entries} >>`,
      streamOf(content),
    ]),
    ...extra,
  ]);
}

const ucs2 = (text: string) => Buffer.from(text, 'utf16le').swap16().toString('hex');

/** The hexadecimal form of a text string of a dictionary. */
export const pdfString = (text: string) => `<feff${ucs2(text)}>`;

/** Draws a text with its foot at a place; `state` goes before it (colour, render mode). */
export function drawText(
  x: number,
  y: number,
  text: string,
  { size = 12, font = 'F1', matrix = '1 0 0 1', state = '' } = {},
): string {
  return `q ${state} BT /${font} ${size} Tf ${matrix} ${x} ${y} Tm <${ucs2(text)}> Tj ET Q`;
}
