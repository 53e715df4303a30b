import { crc32, inflateRaw } from 'node:zlib';
import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { PermanentError } from '../../../domain/index.js';
import { decodeEntryNames } from '../archives/entry-names.js';
import {
  MAX_DOCUMENT_PART_BYTES,
  MAX_ENTRIES,
  MAX_RATIO,
  MAX_UNPACKED_BYTES,
  RATIO_MATTERS_FROM_BYTES,
} from '../limits.js';

export interface ZipEntry {
  /** As written in the directory, in whatever encoding; nothing about it is safe. */
  name: string;
  packed: number;
  /** As the directory says; unpacking stops where the content is longer. */
  unpacked: number;
  encrypted: boolean;
  method: number;
  crc: number;
  /** Where its local header stands. */
  offset: number;
}

const DEFLATED = 8;
const LOCAL_HEADER_BYTES = 30;
const LOCAL_SIGNATURE = 0x04034b50;

/**
 * The directory of a zip container, nothing unpacked.
 *
 * @throws {PermanentError} `extraction.damaged`, or `extraction.unpacks_too_large` for too many entries and for
 * entries that share their bytes, which only a bomb has.
 */
export async function listZip(bytes: Uint8Array): Promise<ZipEntry[]> {
  const zip = await open(bytes);
  if (zip.entryCount > MAX_ENTRIES) throw new PermanentError('extraction.unpacks_too_large');
  const raw = await new Promise<Entry[]>((resolve, reject) => {
    const entries: Entry[] = [];
    zip.on('entry', (entry) => {
      entries.push(entry);
      zip.readEntry();
    });
    zip.on('end', () => resolve(entries));
    zip.on('error', (cause) => reject(damaged(cause)));
    zip.readEntry();
  });
  const names = decodeEntryNames(
    raw.map((entry) => ({
      raw: entry.fileNameRaw,
      utf8: (entry.generalPurposeBitFlag & 0x800) !== 0,
      unicodeExtra: entry.extraFields.find((field) => field.id === 0x7075)?.data ?? null,
    })),
  );
  const entries = raw.map((entry, i) => ({
    name: names[i]!,
    packed: entry.compressedSize,
    unpacked: entry.uncompressedSize,
    encrypted: (entry.generalPurposeBitFlag & 1) === 1,
    method: entry.compressionMethod,
    crc: entry.crc32,
    offset: entry.relativeOffsetOfLocalHeader,
  }));
  if (overlap(asBuffer(bytes), entries)) throw new PermanentError('extraction.unpacks_too_large');
  return entries;
}

/** Whether two entries share bytes of the file: how a small file is made to unpack to more than any ratio allows. */
function overlap(buffer: Buffer, entries: readonly ZipEntry[]): boolean {
  let end = 0;
  for (const entry of [...entries].sort((a, b) => a.offset - b.offset)) {
    if (entry.offset < end) return true;
    end = (startOfData(buffer, entry) ?? entry.offset) + entry.packed;
  }
  return false;
}

function startOfData(buffer: Buffer, { offset }: ZipEntry): number | null {
  if (offset + LOCAL_HEADER_BYTES > buffer.length || buffer.readUInt32LE(offset) !== LOCAL_SIGNATURE)
    return null;
  return offset + LOCAL_HEADER_BYTES + buffer.readUInt16LE(offset + 26) + buffer.readUInt16LE(offset + 28);
}

/** Whether an entry unpacks to so many times its size that it was made to do harm. */
export function isBomb({ packed, unpacked }: ZipEntry): boolean {
  return unpacked > RATIO_MATTERS_FROM_BYTES && unpacked > packed * MAX_RATIO;
}

/**
 * Unpacks one entry, and proves what the directory says of its length and checksum. What was stored as it is
 * comes as a view of the container's own bytes.
 *
 * @throws {PermanentError} `extraction.password_needed`, `extraction.unpacks_too_large`, `extraction.damaged`,
 * or `extraction.archive` for a packing other than deflate.
 */
export async function readZipEntry(bytes: Uint8Array, entry: ZipEntry): Promise<Buffer> {
  if (entry.encrypted) throw new PermanentError('extraction.password_needed');
  if (isBomb(entry) || entry.unpacked > MAX_UNPACKED_BYTES)
    throw new PermanentError('extraction.unpacks_too_large');
  if (entry.method !== 0 && entry.method !== DEFLATED)
    throw new PermanentError('extraction.archive', { kind: `ZIP/${entry.method}` });
  const buffer = asBuffer(bytes);
  const start = startOfData(buffer, entry);
  if (start === null || start + entry.packed > buffer.length) throw damaged();
  const packed = buffer.subarray(start, start + entry.packed);
  const content = entry.method === 0 ? packed : await inflate(packed, entry.unpacked);
  if (content.length !== entry.unpacked || crc32(content) !== entry.crc) throw damaged();
  return content;
}

function inflate(packed: Buffer, most: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    // zlib takes no limit of nothing; the length is compared afterwards.
    inflateRaw(packed, { maxOutputLength: Math.max(most, 1) }, (cause, content) => {
      if (cause) reject(damaged(cause));
      else resolve(content);
    });
  });
}

/** Parts of an office document that are no XML: pictures, fonts, objects of other programs. */
const binaryPart = /^(?:word|xl)\/(?:media|fonts|embeddings)\//i;

/**
 * The parts of an office document but its pictures, fonts and embedded objects, by name. A container that would
 * unpack to more than a letter can be is refused before anything is unpacked; what the directory says is then
 * proven for every part that is read. Whatever name a relationship gives the text, it is one of these parts,
 * and together they keep to the limit of one.
 *
 * @param limit bytes that these parts may have together.
 * @throws {PermanentError} `extraction.unpacks_too_large`, `extraction.password_needed`, `extraction.damaged`.
 */
export async function readDocumentParts(
  bytes: Uint8Array,
  limit = MAX_DOCUMENT_PART_BYTES,
): Promise<Map<string, Buffer>> {
  const entries = await listZip(bytes);
  if (entries.some((entry) => entry.encrypted)) throw new PermanentError('extraction.password_needed');
  const sizeOf = (list: readonly ZipEntry[]) => list.reduce((sum, entry) => sum + entry.unpacked, 0);
  const texts = entries.filter((entry) => !binaryPart.test(entry.name));
  if (entries.some(isBomb) || sizeOf(texts) > limit || sizeOf(entries) > MAX_UNPACKED_BYTES) {
    throw new PermanentError('extraction.unpacks_too_large');
  }
  const parts = new Map<string, Buffer>();
  for (const entry of texts) parts.set(entry.name, await readZipEntry(bytes, entry));
  return parts;
}

function open(bytes: Uint8Array): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    // Names are decoded here, and sizes proven when an entry is read: one wrong entry does not lose the others.
    const options = { lazyEntries: true, decodeStrings: false, validateEntrySizes: false } as const;
    fromBuffer(asBuffer(bytes), options, (cause, zip) => {
      if (cause) reject(damaged(cause));
      else resolve(zip);
    });
  });
}

function damaged(cause?: unknown): PermanentError {
  return new PermanentError('extraction.damaged', { kind: 'zip' }, { cause });
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
