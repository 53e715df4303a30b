import { type CellObject, CFB, read, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { PermanentError } from '../../../domain/index.js';
import { isBomb, listZip, openCompoundFile, readDocumentParts } from '../containers/index.js';
import type { FormatReader, Member, ReadFile, ReadPage } from '../formats.js';
import { MAX_MEMBERS, MAX_SHEET_PART_BYTES, MAX_TABLE_ROWS } from '../limits.js';
import { decodeXml } from '../markup/index.js';
import { newTextBudget } from '../page-text.js';
import { embeddedMember, hasLargePicture } from '../word/index.js';
import { readBiff } from './biff.js';
import { showNumber, withBuiltInFormats } from './number-formats.js';
import { type Sheet, writeSheet } from './sheet-text.js';

/** No program has longer sheets. */
const MAX_ROWS = 1_048_576;

/** Excel workbooks since 2007 (with macros too) and Excel 2003's workbooks in one XML file. */
export const xlsxReader: FormatReader = {
  format: 'xlsx',
  extensions: ['xlsx', 'xlsm', 'xltx', 'xltm', 'xml'],
  async read(bytes) {
    if (bytes[0] !== 0x50) return readPages(sheetsOf(openBook(singleXml(bytes))));
    const read = readPages(sheetsOf(openBook(repack(await readParts(bytes)))));
    const textless = read.pages.every(({ text }) => text === '');
    const wanted = (await listZip(bytes)).filter(
      ({ name }) =>
        /^xl\/embeddings\/[^/]+$/i.test(name) ||
        (textless && /^xl\/media\/[^/]+\.(?:jpe?g|png|tiff?|bmp|gif)$/i.test(name)),
    );
    const members: Member[] = [];
    for (const entry of wanted.slice(0, MAX_MEMBERS + 1)) members.push(await embeddedMember(bytes, entry));
    const unread = !textless && (await hasLargePicture(bytes));
    return { ...read, members, flags: unread ? ['pictures_unread'] : [] };
  },
};

/** Excel 5 to 2003, also as WPS writes it. */
export const xlsReader: FormatReader = {
  format: 'xls',
  extensions: ['xls', 'xlt', 'et', 'ett'],
  read(bytes) {
    const file = openCompoundFile(bytes);
    const stream = file.read('Workbook') ?? file.read('Book');
    if (!stream) throw new PermanentError('extraction.damaged', { kind: 'xls' });
    return Promise.resolve(readPages(readBiff(stream)));
  },
};

/** Whether the beginning of an XML file is that of an Excel 2003 workbook. */
export function isSheetXml(start: string): boolean {
  return /<(?:\w{1,10}:)?Workbook\b[^<>]{0,1000}urn:schemas-microsoft-com:office:spreadsheet/.test(start);
}

/**
 * A workbook that is too large by its sheets alone is an honest one with too many rows, and told so.
 *
 * @throws {PermanentError} `extraction.too_many_rows`, and what `readDocumentParts` throws.
 */
async function readParts(bytes: Uint8Array): Promise<Map<string, Buffer>> {
  try {
    return await readDocumentParts(bytes, MAX_SHEET_PART_BYTES);
  } catch (error) {
    if (!(error instanceof PermanentError) || error.code !== 'extraction.unpacks_too_large') throw error;
    const sheets = (await listZip(bytes)).filter(({ name }) => /^xl\/worksheets\/[^/]*\.xml$/i.test(name));
    const size = sheets.reduce((sum, { unpacked }) => sum + unpacked, 0);
    const isHonest = size > MAX_SHEET_PART_BYTES && sheets.every((sheet) => !isBomb(sheet));
    throw isHonest ? new PermanentError('extraction.too_many_rows', { limit: MAX_TABLE_ROWS }) : error;
  }
}

/** The library sees no part that was not counted, and takes every size from a container that is ours. */
function repack(parts: ReadonlyMap<string, Buffer>): Buffer {
  const container = CFB.utils.cfb_new();
  for (const [name, content] of parts) {
    // Whatever else lies there would be taken for another kind of workbook, or is of no use here.
    if (!/^(?:\[Content_Types\]\.xml$|_rels\/|xl\/.*\.(?:xml|rels)$)/.test(name)) continue;
    const isStyles = name === 'xl/styles.xml';
    CFB.utils.cfb_add(
      container,
      `/${name}`,
      isStyles ? Buffer.from(withBuiltInFormats(decodeXml(content))) : content,
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

function openBook(bytes: Buffer): WorkBook {
  try {
    return quietly(() =>
      read(bytes, {
        type: 'buffer',
        dense: true,
        cellNF: true,
        cellFormula: false,
        cellHTML: false,
        cellText: false,
      }),
    );
  } catch (cause) {
    throw new PermanentError('extraction.damaged', { kind: 'xlsx' }, { cause });
  }
}

/** The library says on the console what it does not know, in words of the file; nothing of a file goes to a log. */
function quietly<T>(work: () => T): T {
  const { error, warn, log } = console;
  const silent = () => undefined;
  Object.assign(console, { error: silent, warn: silent, log: silent });
  try {
    return work();
  } finally {
    Object.assign(console, { error, warn, log });
  }
}

/** One page a sheet; sheets with nothing in them are left out. */
function readPages(sheets: readonly Sheet[]): ReadFile {
  const budget = newTextBudget();
  const pages: ReadPage[] = [];
  for (const sheet of sheets) {
    const page = writeSheet(sheet, budget);
    const flags = sheet.hidden ? (['hidden_sheet'] as const) : [];
    if (page.text !== '') pages.push({ ...page, label: sheet.name, flags: [...flags] });
  }
  return {
    pages: pages.length > 0 ? pages : [{ text: '' }],
    comments: sheets.flatMap(({ comments }) => comments),
  };
}

function sheetsOf(book: WorkBook): Sheet[] {
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  return book.SheetNames.flatMap((name, i) => {
    const sheet = book.Sheets[name];
    return sheet ? [sheetOf(name, sheet, (book.Workbook?.Sheets?.[i]?.Hidden ?? 0) !== 0, date1904)] : [];
  });
}

function sheetOf(name: string, source: WorkSheet, hidden: boolean, date1904: boolean): Sheet {
  const sheet: Sheet = { name, hidden, rows: new Map(), merges: source['!merges'] ?? [], comments: [] };
  // Rows and cells are sparse lists: only what is there is visited.
  for (const [r, cells] of Object.entries(source['!data'] ?? [])) {
    if (Number(r) >= MAX_ROWS) throw new PermanentError('extraction.damaged', { kind: 'xlsx' });
    const columns = new Map<number, string>();
    for (const [c, cell] of Object.entries(cells ?? []) as [string, CellObject | undefined][]) {
      if (!cell) continue;
      columns.set(Number(c), shownIn(cell, date1904));
      for (const { t } of cell.c ?? []) if (t && t.trim() !== '') sheet.comments.push(t.trim());
    }
    sheet.rows.set(Number(r), columns);
  }
  return sheet;
}

function shownIn({ t, v, z }: CellObject, date1904: boolean): string {
  if (t === 'z' || t === 'e' || v === undefined || v === null) return '';
  if (typeof v === 'number') return showNumber(v, z === undefined ? undefined : String(z), date1904);
  if (typeof v === 'boolean') return v ? 'TRUE' : 'FALSE';
  return String(v);
}
