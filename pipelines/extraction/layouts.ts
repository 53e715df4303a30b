import type { FileFormat } from '../../domain/index.js';

/** How the lines of a text come about; see `NormaliseOptions`. */
export type Layout = 'print' | 'typed' | 'paragraphs';

/** Apart from the readers: whoever only works with extracted text must not load them. */
export const layouts: Record<FileFormat, Layout> = {
  text: 'typed',
  markdown: 'typed',
  csv: 'paragraphs',
  html: 'paragraphs',
  rtf: 'paragraphs',
  docx: 'paragraphs',
  doc: 'paragraphs',
  xlsx: 'paragraphs',
  xls: 'paragraphs',
  ofd: 'print',
  pdf: 'print',
  eml: 'typed',
  msg: 'typed',
  mbox: 'typed',
  tar: 'paragraphs',
  gz: 'paragraphs',
  zip: 'paragraphs',
  jpeg: 'print',
  png: 'print',
  tiff: 'print',
  bmp: 'print',
  webp: 'print',
  gif: 'print',
  heic: 'print',
};

/** Whether the lines of a file's text end where the paper does. */
export function isPrinted(format: FileFormat | null): boolean {
  return format !== null && layouts[format] === 'print';
}
