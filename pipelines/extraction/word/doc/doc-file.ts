import { PermanentError } from '../../../../domain/index.js';
import type { CompoundFile } from '../../containers/index.js';
import { openFormatting, type Run } from './doc-formatting.js';

/** A Word 97–2003 document (MS-DOC) by its characters; each has its place (cp) in one long text. */
export interface DocFile {
  /** Where the parts of that text begin and end. */
  ranges: Record<'text' | 'notes' | 'headers' | 'comments' | 'endnotes' | 'boxes' | 'headerBoxes', Range>;
  /** The first cp of each header or footer, note or endnote in its range; the cp of each reference in the text. */
  places: Record<'headers' | 'notes' | 'noteRefs' | 'endnotes' | 'endnoteRefs', number[]>;
  /** Stretches of characters of one formatting, in the order of the text. */
  runs(range: Range): Generator<DocRun>;
  /** The formatting of the paragraph or row whose mark stands at a place in the stream. */
  paragraphAt(place: number): Run;
}

export interface Range {
  start: number;
  end: number;
}

export interface DocRun {
  cp: number;
  text: string;
  /** Where each character stands in the stream: the first one, and how far apart they are. */
  place: number;
  width: 1 | 2;
  formatting: Run;
}

interface Piece extends Range {
  place: number;
  width: 1 | 2;
}

/** Places of what is read of the file information block. */
const LENGTHS = 76;
const TABLES = 154;
const table = {
  noteRefs: 2,
  notes: 3,
  headers: 11,
  characters: 12,
  paragraphs: 13,
  pieces: 33,
  endnoteRefs: 46,
  endnotes: 47,
};
const TABLE_1 = 0x0200;

/** @throws {PermanentError} `extraction.damaged`. */
export function openDoc(file: CompoundFile): DocFile {
  const stream = file.read('WordDocument');
  if (!stream || stream.length < TABLES + 48 * 8) throw damagedDoc();
  const tables = file.read((stream.readUInt16LE(10) & TABLE_1) !== 0 ? '1Table' : '0Table');
  if (!tables) throw damagedDoc();
  const tableOf = (index: number): Buffer => {
    const start = stream.readUInt32LE(TABLES + index * 8);
    const length = stream.readUInt32LE(TABLES + index * 8 + 4);
    if (start + length > tables.length) throw damagedDoc();
    return tables.subarray(start, start + length);
  };
  const pieces = readPieces(tableOf(table.pieces), stream.length);
  const pages = stream.length / 512 + 1;
  const data = file.read('Data') ?? Buffer.alloc(0);
  const characters = openFormatting(stream, data, tableOf(table.characters), 'character', pages);
  const paragraphs = openFormatting(stream, data, tableOf(table.paragraphs), 'paragraph', pages);
  return {
    ranges: rangesOf(stream),
    places: {
      headers: numbersOf(tableOf(table.headers)),
      notes: numbersOf(tableOf(table.notes)),
      noteRefs: firstNumbers(tableOf(table.noteRefs), 2),
      endnotes: numbersOf(tableOf(table.endnotes)),
      endnoteRefs: firstNumbers(tableOf(table.endnoteRefs), 2),
    },
    paragraphAt: (place) => paragraphs(place),
    *runs({ start, end }) {
      for (let i = firstEndingBehind(pieces, start); i < pieces.length; i++) {
        const piece = pieces[i]!;
        if (piece.start >= end) return;
        const to = Math.min(piece.end, end);
        for (let cp = Math.max(piece.start, start); cp < to; ) {
          const place = piece.place + (cp - piece.start) * piece.width;
          const formatting = characters(place);
          const length = Math.min(to - cp, Math.max(Math.ceil((formatting.end - place) / piece.width), 1));
          const bytes = stream.subarray(place, place + length * piece.width);
          const text = piece.width === 2 ? bytes.toString('utf16le') : decodeNarrow(bytes);
          yield { cp, text, place, width: piece.width, formatting };
          cp += length;
        }
      }
    },
  };
}

function rangesOf(stream: Buffer): DocFile['ranges'] {
  let at = 0;
  const next = (place: number): Range => {
    const start = at;
    const length = stream.readInt32LE(LENGTHS + place * 4);
    if (length < 0 || length > stream.length) throw damagedDoc();
    at += length;
    return { start, end: at };
  };
  const text = next(0);
  const notes = next(1);
  const headers = next(2);
  next(3);
  return { text, notes, headers, comments: next(4), endnotes: next(5), boxes: next(6), headerBoxes: next(7) };
}

/** The text lies in pieces, in the order of their table; each has its characters in one byte or in two. */
function readPieces(clx: Buffer, streamBytes: number): Piece[] {
  let at = 0;
  while (clx[at] === 1 && at + 3 <= clx.length) at += 3 + clx.readUInt16LE(at + 1);
  if (clx[at] !== 2 || at + 5 > clx.length) throw damagedDoc();
  const length = clx.readUInt32LE(at + 1);
  const list = clx.subarray(at + 5, at + 5 + length);
  const count = Math.floor((list.length - 4) / 12);
  const pieces: Piece[] = [];
  let before = 0;
  for (let i = 0; i < count; i++) {
    const start = list.readUInt32LE(i * 4);
    const end = list.readUInt32LE((i + 1) * 4);
    const packed = list.readUInt32LE((count + 1) * 4 + i * 8 + 2);
    const narrow = (packed & 0x40000000) !== 0;
    const width = narrow ? 1 : 2;
    const place = narrow ? (packed & 0x3fffffff) >>> 1 : packed & 0x3fffffff;
    // No character is written twice: pieces that say so would make a long text out of a small file.
    if (start !== before || end < start || end > streamBytes) throw damagedDoc();
    if (place + (end - start) * width > streamBytes) throw damagedDoc();
    pieces.push({ start, end, place, width });
    before = end;
  }
  return pieces;
}

/** Where in the list, which is in order, the first piece stands that ends behind a place: headers come by the thousand. */
function firstEndingBehind(pieces: readonly Piece[], place: number): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (pieces[middle]!.end <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** All numbers of a table that is nothing but cps. */
function numbersOf(list: Buffer): number[] {
  return Array.from({ length: list.length >> 2 }, (_, i) => list.readUInt32LE(i * 4));
}

/** The cps of a table in which each but the last has so many bytes of its own behind them all. */
function firstNumbers(list: Buffer, bytes: number): number[] {
  const count = Math.max(Math.floor((list.length - 4) / (4 + bytes)), 0);
  return Array.from({ length: count }, (_, i) => list.readUInt32LE(i * 4));
}

const windows1252 = new TextDecoder('windows-1252');

function decodeNarrow(bytes: Buffer): string {
  return windows1252.decode(bytes);
}

function damagedDoc(): PermanentError {
  return new PermanentError('extraction.damaged', { kind: 'doc' });
}
