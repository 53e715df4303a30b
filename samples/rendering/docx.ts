import {
  AlignmentType,
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  Document,
  type FileChild,
  InsertedTextRun,
  Packer,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalMergeType,
  WidthType,
} from 'docx';
import { tableCells } from '../letters/tables.js';

/** The time at which every produced file pretends to have been made, so that the same letters give the same bytes. */
export const madeAt = new Date('2024-12-31T08:00:00Z');

const revised = { author: '经办人', date: madeAt.toISOString() };
const revision = /【([-+#])([^】]*)】/;

/**
 * Writes a letter as a Word file: first line as title, `|` rows as a bordered table, a form feed as a new page;
 * what is struck out, put in or remarked as revisions and comments.
 */
export async function renderDocx(text: string): Promise<Buffer> {
  const children: FileChild[] = [];
  let rows: string[][] = [];
  const remarks: string[] = [];
  const lines = text.split('\n');
  const flush = () => {
    if (rows.length > 0) children.push(tableOf(rows, remarks));
    rows = [];
  };
  for (const [index, line] of lines.entries()) {
    if (line.startsWith('|')) {
      rows.push(tableCells(line));
      continue;
    }
    flush();
    if (line === '\f') continue;
    const turned = lines[index - 1] === '\f';
    const isTitle = index === 0 || turned;
    children.push(
      new Paragraph({
        alignment: isTitle ? AlignmentType.CENTER : AlignmentType.LEFT,
        indent: isTitle || line.endsWith('：') ? undefined : { firstLine: 640 },
        pageBreakBefore: turned || undefined,
        children: [new TextRun({ text: line, font: '仿宋', size: isTitle ? 36 : 32, bold: isTitle })],
      }),
    );
  }
  flush();
  const letter = () =>
    Packer.toBuffer(
      new Document({
        creator: '办公室',
        title: '',
        comments: remarks.length > 0 ? commentsOf(remarks) : undefined,
        sections: [{ children }],
      }),
    );
  return withFixedEntryTimes(await atFixedTime(letter));
}

/** `^` goes on the cell above it, `<` the cell before it; the last cell of a short row takes what is left. */
function tableOf(rows: string[][], remarks: string[]): Table {
  const width = Math.max(...rows.map((r) => r.length));
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map(
      (cells, r) => new TableRow({ children: cells.flatMap((_, c) => cellOf(rows, r, c, width, remarks)) }),
    ),
  });
}

function cellOf(rows: string[][], r: number, c: number, width: number, remarks: string[]): TableCell[] {
  const cells = rows[r]!;
  const text = cells[c]!;
  if (text === '<') return [];
  const before = cells.findIndex((cell, i) => i > c && cell !== '<');
  const taken = (before < 0 ? width : before) - c;
  const continues = text === '^';
  const starts = rows[r + 1]?.[c] === '^' && !continues;
  const merge = continues ? VerticalMergeType.CONTINUE : starts ? VerticalMergeType.RESTART : undefined;
  return [
    new TableCell({
      columnSpan: taken > 1 || c === cells.length - 1 ? taken : undefined,
      verticalMerge: merge,
      children: [continues ? new Paragraph('') : paragraphOf(text, remarks)],
    }),
  ];
}

function paragraphOf(text: string, remarks: string[]): Paragraph {
  if (!revision.test(text)) return new Paragraph(text);
  const [before = '', ...parts] = text.split(revision);
  const children: ParagraphChild[] = [new TextRun(before)];
  for (let i = 0; i < parts.length; i += 3) {
    const [kind, words = '', behind = ''] = parts.slice(i);
    const id = 100 + children.length;
    if (kind === '-') children.push(new DeletedTextRun({ ...revised, id, text: words }));
    else if (kind === '+') children.push(new InsertedTextRun({ ...revised, id, text: words }));
    else {
      const remark = remarks.push(words) - 1;
      children.push(new CommentRangeStart(remark), new CommentRangeEnd(remark));
      children.push(new TextRun({ children: [new CommentReference(remark)] }));
    }
    children.push(new TextRun(behind));
  }
  return new Paragraph({ children });
}

function commentsOf(remarks: readonly string[]) {
  return {
    children: remarks.map((remark, id) => ({
      id,
      author: revised.author,
      date: madeAt,
      initials: '经',
      children: [new Paragraph(remark)],
    })),
  };
}

/** The properties of the document hold the clock; it stands still while they are written. */
async function atFixedTime<T>(work: () => Promise<T>): Promise<T> {
  const RealDate = globalThis.Date;
  class FixedDate extends RealDate {
    constructor(value: number = madeAt.getTime()) {
      super(value);
    }
  }
  globalThis.Date = FixedDate as DateConstructor;
  try {
    return await work();
  } finally {
    globalThis.Date = RealDate;
  }
}

/** Sets the DOS time (2024-12-31 08:00) of every entry, in the local headers and in the central directory. */
function withFixedEntryTimes(zip: Buffer): Buffer {
  const time = 8 << 11;
  const day = ((2024 - 1980) << 9) | (12 << 5) | 31;
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  let at = zip.readUInt32LE(end + 16);
  for (let entry = zip.readUInt16LE(end + 10); entry > 0; entry--) {
    const local = zip.readUInt32LE(at + 42);
    for (const header of [at + 12, local + 10]) {
      zip.writeUInt16LE(time, header);
      zip.writeUInt16LE(day, header + 2);
    }
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return zip;
}
