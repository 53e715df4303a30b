export type PdfObject = string | Buffer | null;

export interface PdfLies {
  /** More entries of the trailer. */
  trailer?: string;
  startxref?: number;
  /** In place of the true table. */
  xref?: string;
  head?: string;
}

/** A PDF of hand-written objects: their numbers are their places in the list, from 1; the first is the catalogue. */
export function pdfFile(objects: readonly PdfObject[], lies: PdfLies = {}): Buffer {
  const parts: Buffer[] = [Buffer.from(lies.head ?? '%PDF-1.7\n', 'latin1')];
  let at = parts[0]!.length;
  const put = (part: string | Buffer) => {
    const bytes = typeof part === 'string' ? Buffer.from(part, 'latin1') : part;
    parts.push(bytes);
    at += bytes.length;
  };
  const offsets = objects.map((body, i) => {
    const offset = at;
    if (body !== null) for (const part of [`${i + 1} 0 obj\n`, body, '\nendobj\n']) put(part);
    return offset;
  });
  const xref = at;
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  put(lies.xref ?? `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`);
  put(`trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${lies.trailer ?? ''} >>\n`);
  put(`startxref\n${lies.startxref ?? xref}\n%%EOF\n`);
  return Buffer.concat(parts);
}

export function pdfStream(content: Uint8Array | string, entries = '', length?: number | string): Buffer {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'latin1') : content;
  const head = `<< /Length ${length ?? bytes.length} ${entries} >>\nstream\n`;
  return Buffer.concat([Buffer.from(head, 'latin1'), bytes, Buffer.from('\nendstream', 'latin1')]);
}

export const shownWords =
  'BT /F1 12 Tf 50 700 Td (A short page of plain words that can be read by anybody) Tj ET';

/** One page that shows words, with what is added to its catalogue and its page; further objects from number 6. */
export function onePage(
  more: {
    catalogue?: string;
    page?: string;
    content?: PdfObject;
    resources?: string;
    mediaBox?: string;
    objects?: readonly PdfObject[];
  } = {},
  lies: PdfLies = {},
): Buffer {
  return pdfFile(
    [
      `<< /Type /Catalog /Pages 2 0 R ${more.catalogue ?? ''} >>`,
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      `<< /Type /Page /Parent 2 0 R /MediaBox ${more.mediaBox ?? '[0 0 595 842]'} /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> ${more.resources ?? ''} >> ${more.page ?? ''} >>`,
      more.content ?? pdfStream(shownWords),
      '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
      ...(more.objects ?? []),
    ],
    lies,
  );
}
