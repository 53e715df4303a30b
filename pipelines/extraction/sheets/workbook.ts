import { type CellObject, CFB, read, set_cptable, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { PermanentError } from '../../../domain/index.js';
import { openCompoundFile } from '../compound-file.js';
import type { FormatReader, ReadFile, ReadPage } from '../formats.js';
import { MAX_SHEET_PART_BYTES } from '../limits.js';
import { newTextBudget } from '../page-text.js';
import { decodeXml } from '../xml.js';
import { readDocumentParts } from '../zip.js';
import { prepareWorkbook } from './biff.js';
import { withChineseFormats } from './chinese-dates.js';
import { writeSheet } from './sheet-text.js';

/** Excel workbooks since 2007 (with macros, binary ones too) and Excel 2003's workbooks in one XML file. */
export const xlsxReader: FormatReader = {
  format: 'xlsx',
  extensions: ['xlsx', 'xlsm', 'xltx', 'xltm', 'xlsb', 'xml'],
  async read(bytes) {
    if (bytes[0] !== 0x50) return readPages(openBook(singleXml(bytes), 'xlsx'));
    return readPages(openBook(repack(await readDocumentParts(bytes, MAX_SHEET_PART_BYTES)), 'xlsx'));
  },
};

/** Excel 5 to 2003, also as WPS writes it. */
export const xlsReader: FormatReader = {
  format: 'xls',
  extensions: ['xls', 'xlt', 'et', 'ett'],
  async read(bytes) {
    // Only these have their texts in a code page.
    set_cptable(await import('@e965/xlsx/dist/cpexcel.full.mjs'));
    const file = openCompoundFile(bytes);
    const stream = file.read('Workbook') ?? file.read('Book');
    if (!stream) throw new PermanentError('extraction.damaged', { kind: 'xls' });
    return readPages(openBook(prepareWorkbook(stream), 'xls'));
  },
};

/** Whether the beginning of an XML file is that of an Excel 2003 workbook. */
export function isSheetXml(start: string): boolean {
  return /<(?:\w{1,10}:)?Workbook\b[^<>]{0,1000}urn:schemas-microsoft-com:office:spreadsheet/.test(start);
}

/** The library sees no part that was not counted, and takes every size from a container that is ours. */
function repack(parts: ReadonlyMap<string, Buffer>): Buffer {
  const container = CFB.utils.cfb_new();
  for (const [name, content] of parts) {
    // Whatever else lies there would be taken for another kind of workbook, or is of no use here.
    if (!/^(?:\[Content_Types\]\.xml$|_rels\/|xl\/)/.test(name)) continue;
    const isStyles = name === 'xl/styles.xml';
    CFB.utils.cfb_add(
      container,
      `/${name}`,
      isStyles ? Buffer.from(withChineseFormats(decodeXml(content))) : content,
    );
  }
  return CFB.write(container, { fileType: 'zip', type: 'buffer' }) as Buffer;
}

function singleXml(bytes: Uint8Array): Buffer {
  if (bytes.length > MAX_SHEET_PART_BYTES) throw new PermanentError('extraction.unpacks_too_large');
  return Buffer.from(
    decodeXml(bytes).replace(/^<\?xml[^<>]{0,200}\?>/, '<?xml version="1.0" encoding="UTF-8"?>'),
  );
}

function openBook(bytes: Buffer, kind: 'xls' | 'xlsx'): WorkBook {
  try {
    return read(bytes, {
      type: 'buffer',
      dense: true,
      cellNF: true,
      cellFormula: false,
      cellHTML: false,
      dateNF: 'yyyy/m/d',
    });
  } catch (cause) {
    if (cause instanceof Error && /password|encrypt/i.test(cause.message)) {
      throw new PermanentError('extraction.password_needed');
    }
    throw new PermanentError('extraction.damaged', { kind }, { cause });
  }
}

/** One page a sheet; sheets with nothing in them are left out. */
function readPages(book: WorkBook): ReadFile {
  const budget = newTextBudget();
  const comments: string[] = [];
  const pages: ReadPage[] = [];
  for (const [i, label] of book.SheetNames.entries()) {
    const sheet = book.Sheets[label];
    if (!sheet) continue;
    const page = writeSheet(sheet, budget);
    comments.push(...commentsOf(sheet));
    const hidden = (book.Workbook?.Sheets?.[i]?.Hidden ?? 0) !== 0;
    if (page.text !== '') pages.push({ ...page, label, flags: hidden ? ['hidden_sheet'] : [] });
  }
  return { pages: pages.length > 0 ? pages : [{ text: '' }], comments };
}

function commentsOf(sheet: WorkSheet): string[] {
  const comments: string[] = [];
  for (const row of Object.values(sheet['!data'] ?? {})) {
    for (const cell of Object.values(row ?? {}) as CellObject[]) {
      for (const { t } of cell?.c ?? []) if (t && t.trim() !== '') comments.push(t.trim());
    }
  }
  return comments;
}
