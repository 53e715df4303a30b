/** A stretch of the stream with one formatting; what is not said is false or null. */
export interface Run {
  end: number;
  deleted: boolean;
  special: boolean;
  /** A character of a symbol font. */
  symbol: number | null;
  inTable: boolean;
  endsRow: boolean;
  row: RowShape | null;
}

export interface RowShape {
  /** Edges of the cells in twips: one more than there are cells. */
  edges: number[];
  continues: boolean[];
  joined: boolean[];
}

/** Modifiers of properties (sprm) that are looked at; all others are stepped over. */
const modifier = {
  deleted: 0x0800,
  special: 0x0855,
  symbol: 0x6a09,
  inTable: 0x2416,
  endsRow: 0x2417,
  tableDepth: 0x6649,
  elsewhere: 0x6646,
  elsewhereOld: 0x6645,
  tableShape: 0xd608,
  verticalMerge: 0xd62b,
  merge: 0x5624,
  tabs: 0xc615,
};
const PAGE = 512;
const CELL_BYTES = 20;

/**
 * Finds the formatting at any place of the stream. It lies in pages of 512 bytes, each for some stretches; a table
 * says which page is for which places. A damaged page is passed over: its text is plain then.
 */
export function openFormatting(
  stream: Buffer,
  data: Buffer,
  table: Buffer,
  kind: 'character' | 'paragraph',
  mostPages: number,
): (place: number) => Run {
  const count = Math.min(Math.max(Math.floor((table.length - 4) / 8), 0), Math.ceil(mostPages));
  const starts = Array.from({ length: count + 1 }, (_, i) =>
    table.length >= 4 ? table.readUInt32LE(i * 4) : 0,
  );
  const known = new Map<number, Run>();
  return (place) => {
    const index = lastNotBeyond(count, place, (i) => starts[i]!);
    if (index < 0 || place >= starts[count]!)
      return plainUntil(index < 0 && count > 0 ? starts[0]! : stream.length);
    const page = (table.readUInt32LE((count + 1) * 4 + index * 4) & 0x3fffff) * PAGE;
    if (page + PAGE > stream.length) return plainUntil(starts[index + 1]!);
    const runs = stream[page + PAGE - 1]!;
    const perRun = kind === 'character' ? 1 : 13;
    if ((runs + 1) * 4 + runs * perRun > PAGE - 1) return plainUntil(starts[index + 1]!);
    const run = lastNotBeyond(runs, place, (i) => stream.readUInt32LE(page + i * 4));
    if (run < 0)
      return plainUntil(runs > 0 ? Math.max(stream.readUInt32LE(page), place + 1) : starts[index + 1]!);
    const key = page + run;
    const before = known.get(key);
    if (before) return before;
    const found = plainUntil(stream.readUInt32LE(page + (run + 1) * 4));
    const offset = stream[page + (runs + 1) * 4 + run * perRun]! * 2;
    if (offset > 0) readModifiers(modifiersAt(stream, page + offset, page + PAGE, kind), data, found);
    known.set(key, found);
    return found;
  };
}

function plainUntil(end: number): Run {
  return { end, deleted: false, special: false, symbol: null, inTable: false, endsRow: false, row: null };
}

function modifiersAt(stream: Buffer, at: number, limit: number, kind: 'character' | 'paragraph'): Buffer {
  const length = stream[at]!;
  if (kind === 'character') return stream.subarray(at + 1, Math.min(at + 1 + length, limit));
  // Behind the length stands the paragraph's style, of two bytes.
  const start = length === 0 ? at + 2 : at + 1;
  const bytes = length === 0 ? (stream[at + 1] ?? 0) * 2 : length * 2 - 1;
  return stream.subarray(start + 2, Math.min(start + bytes, limit));
}

function readModifiers(list: Buffer, data: Buffer, run: Run, depth = 0): void {
  for (let at = 0; at + 2 < list.length; ) {
    const code = list.readUInt16LE(at);
    const length = operandBytes(list, at + 2, code);
    const operand = list.subarray(at + 2, at + 2 + length);
    at += 2 + length;
    if (operand.length < length) return;
    switch (code) {
      case modifier.deleted:
        run.deleted = isOn(operand[0]!);
        break;
      case modifier.special:
        run.special = isOn(operand[0]!);
        break;
      case modifier.symbol:
        run.symbol = operand.readUInt16LE(2);
        break;
      case modifier.inTable:
        run.inTable = operand[0] === 1;
        break;
      case modifier.tableDepth:
        if (operand.readInt32LE(0) > 0) run.inTable = true;
        break;
      case modifier.endsRow:
        run.endsRow = operand[0] === 1;
        break;
      case modifier.tableShape:
        run.row = readRowShape(operand.subarray(2));
        break;
      case modifier.verticalMerge:
        if (run.row && operand[1]! < run.row.continues.length)
          run.row.continues[operand[1]!] = operand[2] === 1;
        break;
      case modifier.merge:
        if (run.row) run.row.joined.fill(true, operand[0]! + 1, operand[1]);
        break;
      case modifier.elsewhere:
      case modifier.elsewhereOld: {
        // Rows of many cells have more to say than a page holds.
        const start = operand.readUInt32LE(0);
        if (depth > 0 || start + 2 > data.length) break;
        const end = start + 2 + data.readUInt16LE(start);
        readModifiers(data.subarray(start + 2, end), data, run, depth + 1);
        break;
      }
    }
  }
}

/** How long what follows a modifier is; told by its three highest bits. */
function operandBytes(list: Buffer, at: number, code: number): number {
  switch (code >> 13) {
    case 0:
    case 1:
      return 1;
    case 3:
      return 4;
    case 7:
      return 3;
    case 6:
      if (code === modifier.tableShape)
        return at + 2 <= list.length ? list.readUInt16LE(at) + 1 : list.length;
      if (code === modifier.tabs && list[at] === 255) {
        const deleted = list[at + 1] ?? 0;
        return 3 + deleted * 4 + (list[at + 2 + deleted * 4] ?? 0) * 3;
      }
      return 1 + (list[at] ?? 0);
    default:
      return 2;
  }
}

function readRowShape(operand: Buffer): RowShape | null {
  const cells = operand[0] ?? 0;
  const flagsAt = 1 + (cells + 1) * 2;
  if (cells === 0 || cells > 63 || operand.length < flagsAt) return null;
  const flagsOf = (i: number) => {
    const at = flagsAt + i * CELL_BYTES;
    return at + 2 <= operand.length ? operand.readUInt16LE(at) : 0;
  };
  const indices = Array.from({ length: cells }, (_, i) => i);
  return {
    edges: Array.from({ length: cells + 1 }, (_, i) => operand.readInt16LE(1 + i * 2)),
    joined: indices.map((i) => (flagsOf(i) & 0x2) !== 0),
    continues: indices.map((i) => (flagsOf(i) & 0x60) === 0x20),
  };
}

function isOn(value: number): boolean {
  return value === 1 || value === 0x81;
}

/** The last of `count` ascending numbers that is not beyond `place`, -1 where all are. */
function lastNotBeyond(count: number, place: number, numberAt: (index: number) => number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numberAt(middle) <= place) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
