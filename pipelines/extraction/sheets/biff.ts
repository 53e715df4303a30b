import { PermanentError } from '../../../domain/index.js';
import { MAX_TABLE_CELLS, MAX_TEXT_CHARACTERS } from '../limits.js';
import { chineseFormats } from './chinese-dates.js';

/** Records of a workbook stream (MS-XLS) that are looked at here. */
const record = {
  bof: 0x0809,
  filePass: 0x002f,
  boundSheet: 0x0085,
  xf: 0x00e0,
  format: 0x041e,
  multiple: 0x00bd,
};
const cellRecords = new Set([0x0006, 0x0203, 0x0204, 0x0205, 0x00d6, 0x00fd, 0x027e]);
const BIFF8 = 0x0600;

/**
 * A workbook stream as it can be handed to a library that takes all cells into memory: its cells are counted first,
 * and the Chinese formats that it names by their number are written out.
 *
 * @throws {PermanentError} `extraction.password_needed`, `extraction.too_much_text`, `extraction.damaged`.
 */
export function prepareWorkbook(stream: Buffer): Buffer {
  let cells = 0;
  let formatsAt: number | null = null;
  const sheetPlaces: number[] = [];
  if (stream.length < 8 || stream.readUInt16LE(0) !== record.bof) throw damaged();
  const isBiff8 = stream.readUInt16LE(4) === BIFF8;
  for (let at = 0; at + 4 <= stream.length; ) {
    const type = stream.readUInt16LE(at);
    const length = stream.readUInt16LE(at + 2);
    if (type === record.filePass) throw new PermanentError('extraction.password_needed');
    if (type === record.boundSheet && length >= 4) sheetPlaces.push(at + 4);
    else if (type === record.xf || type === record.format) formatsAt ??= at;
    else if (type === record.multiple) cells += Math.max((length - 6) / 6, 0);
    else if (cellRecords.has(type)) cells += 1;
    at += 4 + length;
  }
  if (cells > MAX_TABLE_CELLS) {
    throw new PermanentError('extraction.too_much_text', { limit: MAX_TEXT_CHARACTERS });
  }
  if (!isBiff8 || formatsAt === null) return stream;
  const formats = Buffer.concat([...chineseFormats].map(([id, code]) => formatRecord(id, code)));
  const prepared = Buffer.concat([stream.subarray(0, formatsAt), formats, stream.subarray(formatsAt)]);
  // Sheets are found by their place in the stream, which is further on now.
  for (const place of sheetPlaces) {
    const at = place < formatsAt ? place : place + formats.length;
    if (at + 4 > prepared.length) throw damaged();
    prepared.writeUInt32LE((prepared.readUInt32LE(at) + formats.length) >>> 0, at);
  }
  return prepared;
}

function formatRecord(id: number, code: string): Buffer {
  const text = Buffer.from(code, 'utf16le');
  const head = Buffer.alloc(9);
  head.writeUInt16LE(record.format, 0);
  head.writeUInt16LE(5 + text.length, 2);
  head.writeUInt16LE(id, 4);
  head.writeUInt16LE(code.length, 6);
  head.writeUInt8(1, 8);
  return Buffer.concat([head, text]);
}

function damaged(): PermanentError {
  return new PermanentError('extraction.damaged', { kind: 'xls' });
}
