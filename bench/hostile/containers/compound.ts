import { compoundFile } from '../building/compound-file.js';
import { type Family, filesOf, randomBytes } from '../hostile-file.js';

const record = (type: number, data: Uint8Array, length = data.length) => {
  const head = Buffer.alloc(4);
  head.writeUInt16LE(type);
  head.writeUInt16LE(length, 2);
  return Buffer.concat([head, data]);
};
const beginning = record(0x809, Buffer.from('0006050000000000000000000000 0000'.replaceAll(' ', ''), 'hex'));

/** The head of a Word 97 document that says where its pieces lie. */
function wordDocument(fields: Readonly<Record<number, number>> = {}): Buffer {
  const head = Buffer.alloc(8192);
  head.writeUInt16LE(0xa5ec);
  head.writeUInt16LE(0xc1, 2);
  head.writeUInt16LE(0x200, 10);
  head.writeUInt32LE(100, 0x4c);
  head.writeUInt16LE(0x5d, 0x98);
  for (const [place, value] of Object.entries(fields)) head.writeUInt32LE(value, Number(place));
  return head;
}

export const compoundFiles: Family = (_, random) => {
  const doc = { '1Table': Buffer.alloc(4096), WordDocument: wordDocument() };
  const xls = { Workbook: Buffer.concat([beginning, record(10, Buffer.alloc(0))]) };
  return filesOf('compound', {
    'empty-words.doc': () => compoundFile(doc),
    'chain-in-a-circle.doc': () => compoundFile(doc, { fat: { 3: 2, 4: 2, 5: 2, 12: 2 } }),
    'directory-chain-in-a-circle.doc': () => compoundFile(doc, { fat: { 1: 1 } }),
    'directory-tree-in-a-circle.doc': () =>
      compoundFile(doc, { directory: { 1: { 68: 2, 72: 2 }, 2: { 68: 1, 72: 1, 76: 0 } } }),
    'entry-is-its-own-child.doc': () => compoundFile(doc, { directory: { 0: { 76: 0 } } }),
    'stream-of-four-gigabytes.doc': () => compoundFile(doc, { directory: { 2: { 120: 0xfffffff0 } } }),
    'stream-begins-beyond.doc': () => compoundFile(doc, { directory: { 2: { 116: 0x7ffffff0 } } }),
    'mini-stream-lies.doc': () =>
      compoundFile(doc, {
        directory: { 0: { 116: 0x00ffffff, 120: 0x7fffffff }, 2: { 120: 40 } },
        header: { 60: 3, 64: 0x7fffffff },
      }),
    'million-tables.doc': () => compoundFile(doc, { header: { 44: 1_000_000, 72: 1_000_000, 68: 1 } }),
    'sector-size-of-2-to-30.doc': () => compoundFile(doc, { header: { 30: 0x0006001e } }),
    'mini-sector-size-of-zero.doc': () => compoundFile(doc, { header: { 32: 0 } }),
    'pieces-beyond-the-end.doc': () =>
      compoundFile({
        '1Table': randomBytes(random, 4096),
        WordDocument: wordDocument({ 418: 0, 422: 0xffffffff }),
      }),
    'pieces-endless.doc': () =>
      compoundFile({
        '1Table': Buffer.concat([Buffer.from('02ffffff7f', 'hex'), randomBytes(random, 4000)]),
        WordDocument: wordDocument({ 418: 0, 422: 4096, 76: 0x7fffffff }),
      }),
    'encrypted.doc': () =>
      compoundFile({ '1Table': randomBytes(random, 4096), WordDocument: wordDocument({ 10: 0x0300 }) }),
    'random-streams.doc': () =>
      compoundFile({ '1Table': randomBytes(random, 9000), WordDocument: randomBytes(random, 60_000) }),
    'no-table.doc': () => compoundFile({ WordDocument: wordDocument() }),
    'macros.doc': () =>
      compoundFile({ ...doc, VBA: randomBytes(random, 9000), _VBA_PROJECT: randomBytes(random, 9000) }),
    'no-sheets.xls': () => compoundFile(xls),
    'chain-in-a-circle.xls': () => compoundFile(xls, { fat: { 2: 2, 3: 2 } }),
    'record-longer-than-the-file.xls': () =>
      compoundFile({ Workbook: Buffer.concat([beginning, record(0xfc, Buffer.alloc(16), 0xffff)]) }),
    'two-thousand-million-strings.xls': () =>
      compoundFile({
        Workbook: Buffer.concat([
          beginning,
          record(0xfc, Buffer.from('ffffff7fffffff7fffff01', 'hex')),
          record(10, Buffer.alloc(0)),
        ]),
      }),
    'sheet-begins-at-itself.xls': () =>
      compoundFile({
        Workbook: Buffer.concat([
          beginning,
          record(0x85, Buffer.from('0000000000000400 73686565'.replaceAll(' ', ''), 'hex')),
          record(10, Buffer.alloc(0)),
        ]),
      }),
    'hundred-thousand-sheets.xls': () =>
      compoundFile({
        Workbook: Buffer.concat([
          beginning,
          ...Array.from({ length: 100_000 }, () =>
            record(0x85, Buffer.from('00000000000001 0073'.replaceAll(' ', ''), 'hex')),
          ),
        ]),
      }),
    'under-a-password.xls': () =>
      compoundFile({
        Workbook: Buffer.concat([
          beginning,
          record(0x2f, randomBytes(random, 52)),
          randomBytes(random, 4000),
        ]),
      }),
    'far-cell.xls': () =>
      compoundFile({
        Workbook: Buffer.concat([
          beginning,
          record(0x203, Buffer.from('ffffffff0000000000000000f03f', 'hex')),
          record(10, Buffer.alloc(0)),
        ]),
      }),
    'random-records.xls': () =>
      compoundFile({ Workbook: Buffer.concat([beginning, randomBytes(random, 200_000)]) }),
    'encrypted-package.docx': () =>
      compoundFile({
        EncryptedPackage: randomBytes(random, 20_000),
        EncryptionInfo: randomBytes(random, 1200),
      }),
    'encrypted-package.xlsx': () =>
      compoundFile({
        EncryptedPackage: randomBytes(random, 30_000),
        EncryptionInfo: randomBytes(random, 1200),
      }),
    'slides.ppt': () => compoundFile({ 'PowerPoint Document': randomBytes(random, 9000) }),
    'properties-lie.msg': () =>
      compoundFile({
        '__properties_version1.0': randomBytes(random, 4096),
        '__substg1.0_1000001F': Buffer.from('关于某单位涉嫌违规收费的反映'.repeat(200), 'utf16le'),
      }),
    'message-in-itself.msg': () =>
      compoundFile(
        { '__properties_version1.0': Buffer.alloc(4096), '__substg1.0_3701000D': Buffer.alloc(4096) },
        { directory: { 2: { 64: 0x01010028, 76: 1 } } },
      ),
    'header-only.doc': () => compoundFile(doc).subarray(0, 512),
    'cut-in-the-directory.doc': () => compoundFile(doc).subarray(0, 1100),
  });
};
