import { PermanentError } from '../../../domain/index.js';
import { MAX_FILE_CHARACTERS, MAX_PAGES, MAX_TABLE_CELLS } from '../limits.js';
import { type BiffText, readBiffString, readSharedStrings } from './biff-strings.js';
import { builtInFormat, showNumber } from './number-formats.js';
import type { Sheet } from './sheet-text.js';

/** Records of a workbook stream (MS-XLS) that are read; all others are stepped over. */
const kind = {
  formula: 0x0006,
  end: 0x000a,
  date1904: 0x0022,
  filePass: 0x002f,
  more: 0x003c,
  codePage: 0x0042,
  sheet: 0x0085,
  multiple: 0x00bd,
  richText: 0x00d6,
  style: 0x00e0,
  merges: 0x00e5,
  strings: 0x00fc,
  shared: 0x00fd,
  remark: 0x01b6,
  number: 0x0203,
  text: 0x0204,
  truth: 0x0205,
  result: 0x0207,
  packed: 0x027e,
  format: 0x041e,
  begin: 0x0809,
};
const BIFF8 = 0x0600;

/** What is known of the whole workbook once its first part is read. */
interface Globals extends BiffText {
  date1904: boolean;
  strings: string[];
  /** The format's number of each style. */
  styles: number[];
  formats: Map<number, string>;
  sheets: Map<number, Sheet>;
}

/**
 * The sheets of a workbook of Excel 5 to 2003, each cell as it is shown.
 *
 * @throws {PermanentError} `extraction.password_needed`, `extraction.too_much_text`, `extraction.damaged`.
 */
export function readBiff(stream: Buffer): Sheet[] {
  if (stream.length < 8 || stream.readUInt16LE(0) !== kind.begin) {
    throw new PermanentError('extraction.damaged', { kind: 'xls' });
  }
  const globals: Globals = {
    unicode: stream.readUInt16LE(4) === BIFF8,
    codePage: 936,
    date1904: false,
    strings: [],
    styles: [],
    formats: new Map(),
    sheets: new Map(),
  };
  let sheet: Sheet | undefined;
  let depth = 0;
  let cells = 0;
  let stringParts: Buffer[] = [];
  let before = 0;
  /** The cell whose formula gave a text, which comes later. */
  let waiting: [row: number, column: number] | null = null;
  const put = (row: number, column: number, text: string) => {
    if (!sheet || depth !== 1) return;
    cells += 1;
    if (cells > MAX_TABLE_CELLS) {
      throw new PermanentError('extraction.too_much_text', { limit: MAX_FILE_CHARACTERS });
    }
    const columns = sheet.rows.get(row) ?? new Map<number, string>();
    sheet.rows.set(row, columns);
    columns.set(column, text);
  };
  const show = (value: number, style: number) => {
    const id = globals.styles[style] ?? 0;
    return showNumber(value, globals.formats.get(id) ?? builtInFormat(id), globals.date1904);
  };
  for (const { type, data, offset } of records(stream)) {
    if (type === kind.begin) {
      depth += 1;
      if (depth === 1) sheet = globals.sheets.get(offset);
      continue;
    }
    if (type === kind.end) {
      depth -= 1;
      if (stringParts.length > 0) globals.strings = readSharedStrings(stringParts);
      stringParts = [];
      continue;
    }
    // A record that is cut short says nothing that can be used.
    if (data.length < (leastBytes[type] ?? 0)) continue;
    if (type === kind.more) {
      if (before === kind.strings) stringParts.push(data);
      else if (before === kind.remark && data.length > 1) sheet?.comments.push(remarkOf(data));
      if (before === kind.remark) before = type;
      continue;
    }
    before = type;
    const row = data.length >= 6 ? data.readUInt16LE(0) : 0;
    const column = data.length >= 6 ? data.readUInt16LE(2) : 0;
    const style = data.length >= 6 ? data.readUInt16LE(4) : 0;
    switch (type) {
      case kind.strings:
        stringParts = [data];
        break;
      case kind.shared:
        put(row, column, globals.strings[data.readUInt32LE(6)] ?? '');
        break;
      case kind.text:
      case kind.richText:
        put(row, column, readBiffString(data, 6, 2, globals));
        break;
      case kind.number:
        put(row, column, show(data.readDoubleLE(6), style));
        break;
      case kind.packed:
        put(row, column, show(unpackNumber(data.readUInt32LE(6)), style));
        break;
      case kind.multiple:
        for (let i = 0; 4 + i * 6 + 6 <= data.length - 2; i++) {
          const at = 4 + i * 6;
          put(row, column + i, show(unpackNumber(data.readUInt32LE(at + 2)), data.readUInt16LE(at)));
        }
        break;
      case kind.truth:
        if (data[7] === 0) put(row, column, data[6] === 0 ? 'FALSE' : 'TRUE');
        break;
      case kind.formula:
        waiting = null;
        if (data.readUInt16LE(12) !== 0xffff) put(row, column, show(data.readDoubleLE(6), style));
        else if (data[6] === 0) waiting = [row, column];
        else if (data[6] === 1) put(row, column, data[8] === 0 ? 'FALSE' : 'TRUE');
        break;
      case kind.result:
        if (waiting) put(...waiting, readBiffString(data, 0, 2, globals));
        waiting = null;
        break;
      case kind.merges:
        for (let at = 2; at + 8 <= data.length && (sheet?.merges.length ?? 0) < MAX_TABLE_CELLS; at += 8) {
          sheet?.merges.push({
            s: { r: data.readUInt16LE(at), c: data.readUInt16LE(at + 4) },
            e: { r: data.readUInt16LE(at + 2), c: data.readUInt16LE(at + 6) },
          });
        }
        break;
      default:
        readGlobal(type, data, globals);
    }
  }
  return [...globals.sheets.values()];
}

function readGlobal(type: number, data: Buffer, globals: Globals): void {
  switch (type) {
    case kind.filePass:
      throw new PermanentError('extraction.password_needed');
    case kind.codePage:
      if (!globals.unicode) globals.codePage = data.readUInt16LE(0);
      break;
    case kind.date1904:
      globals.date1904 = data.readUInt16LE(0) === 1;
      break;
    case kind.style:
      globals.styles.push(data.readUInt16LE(2));
      break;
    case kind.format:
      globals.formats.set(data.readUInt16LE(0), readBiffString(data, 2, globals.unicode ? 2 : 1, globals));
      break;
    case kind.sheet:
      if (globals.sheets.size >= MAX_PAGES) break;
      globals.sheets.set(data.readUInt32LE(0), {
        name: readBiffString(data, 6, 1, globals),
        hidden: (data[4]! & 3) !== 0,
        rows: new Map(),
        merges: [],
        comments: [],
      });
      break;
  }
}

/** What must be there before a record is read at all. */
const leastBytes: Readonly<Record<number, number>> = {
  [kind.formula]: 14,
  [kind.date1904]: 2,
  [kind.codePage]: 2,
  [kind.sheet]: 8,
  [kind.multiple]: 6,
  [kind.richText]: 8,
  [kind.style]: 4,
  [kind.shared]: 10,
  [kind.number]: 14,
  [kind.text]: 8,
  [kind.truth]: 8,
  [kind.packed]: 10,
  [kind.format]: 4,
  [kind.more]: 1,
};

function* records(stream: Buffer): Generator<{ type: number; data: Buffer; offset: number }> {
  for (let at = 0; at + 4 <= stream.length; ) {
    const length = stream.readUInt16LE(at + 2);
    yield { type: stream.readUInt16LE(at), data: stream.subarray(at + 4, at + 4 + length), offset: at };
    at += 4 + length;
  }
}

/** A number in 30 bits: whole or the upper half of a double, and perhaps a hundredth of it. */
function unpackNumber(packed: number): number {
  const double = Buffer.alloc(8);
  double.writeUInt32LE((packed & 0xfffffffc) >>> 0, 4);
  const value = (packed & 2) !== 0 ? packed >> 2 : double.readDoubleLE(0);
  return (packed & 1) !== 0 ? value / 100 : value;
}

function remarkOf(data: Buffer): string {
  const text = (data[0]! & 1) !== 0 ? data.toString('utf16le', 1) : data.toString('latin1', 1);
  return text.trim();
}
