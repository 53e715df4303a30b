import {
  AlignmentType,
  Document,
  type FileChild,
  Packer,
  Paragraph,
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

/** Writes a letter as a Word file: first line as title, `|` rows as a bordered table. */
export async function renderDocx(text: string): Promise<Buffer> {
  const children: FileChild[] = [];
  let rows: string[][] = [];
  const flush = () => {
    if (rows.length > 0) children.push(tableOf(rows));
    rows = [];
  };
  for (const [index, line] of text.split('\n').entries()) {
    if (line.startsWith('|')) {
      rows.push(tableCells(line));
      continue;
    }
    flush();
    children.push(
      new Paragraph({
        alignment: index === 0 ? AlignmentType.CENTER : AlignmentType.LEFT,
        indent: index === 0 || line.endsWith('：') ? undefined : { firstLine: 640 },
        children: [new TextRun({ text: line, font: '仿宋', size: index === 0 ? 36 : 32, bold: index === 0 })],
      }),
    );
  }
  flush();
  const letter = () =>
    Packer.toBuffer(new Document({ creator: '办公室', title: '', sections: [{ children }] }));
  return withFixedEntryTimes(await atFixedTime(letter));
}

/** `^` goes on the cell above it, `<` the cell before it; the last cell of a short row takes what is left. */
function tableOf(rows: string[][]): Table {
  const width = Math.max(...rows.map((r) => r.length));
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map(
      (cells, r) => new TableRow({ children: cells.flatMap((_, c) => cellOf(rows, r, c, width)) }),
    ),
  });
}

function cellOf(rows: string[][], r: number, c: number, width: number): TableCell[] {
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
      children: [new Paragraph(continues ? '' : text)],
    }),
  ];
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
