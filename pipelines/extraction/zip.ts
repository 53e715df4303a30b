import { fromBuffer, type ZipFile } from 'yauzl';
import { PermanentError } from '../../domain/index.js';
import {
  MAX_DOCUMENT_PART_BYTES,
  MAX_ENTRIES,
  MAX_RATIO,
  MAX_UNPACKED_BYTES,
  RATIO_MATTERS_FROM_BYTES,
} from './limits.js';

export interface ZipEntry {
  name: string;
  packed: number;
  /** As the directory says; the reader stops where the content is longer. */
  unpacked: number;
  encrypted: boolean;
}

/**
 * The directory of a zip container, nothing unpacked.
 *
 * @throws {PermanentError} `extraction.damaged`, or `extraction.unpacks_too_large` for too many entries.
 */
export async function listZip(bytes: Uint8Array): Promise<ZipEntry[]> {
  const zip = await open(bytes);
  if (zip.entryCount > MAX_ENTRIES) throw new PermanentError('extraction.unpacks_too_large');
  return new Promise((resolve, reject) => {
    const entries: ZipEntry[] = [];
    zip.on('entry', (entry) => {
      entries.push({
        name: entry.fileName,
        packed: entry.compressedSize,
        unpacked: entry.uncompressedSize,
        encrypted: (entry.generalPurposeBitFlag & 1) === 1,
      });
      zip.readEntry();
    });
    zip.on('end', () => resolve(entries));
    zip.on('error', (cause) => reject(new PermanentError('extraction.damaged', { kind: 'zip' }, { cause })));
    zip.readEntry();
  });
}

/** Parts of an office document that are no XML: pictures, fonts, objects of other programs. */
const binaryPart = /^(?:word|xl)\/(?:media|fonts|embeddings)\//i;

/**
 * The parts of an office document but its pictures, fonts and embedded objects, by name. A container that would
 * unpack to more than a letter can be is refused before anything is unpacked; what the directory says is then
 * proven: every part is unpacked once and its length compared. Whatever name a relationship gives the text,
 * it is one of these parts, and together they keep to the limit of one.
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
  const bomb = entries.some(
    (entry) => entry.unpacked > RATIO_MATTERS_FROM_BYTES && entry.unpacked > entry.packed * MAX_RATIO,
  );
  const text = sizeOf(entries.filter((entry) => !binaryPart.test(entry.name)));
  if (bomb || text > limit || sizeOf(entries) > MAX_UNPACKED_BYTES) {
    throw new PermanentError('extraction.unpacks_too_large');
  }
  return unpack(bytes, (name) => !binaryPart.test(name));
}

async function unpack(bytes: Uint8Array, wanted: (name: string) => boolean): Promise<Map<string, Buffer>> {
  const zip = await open(bytes);
  const parts = new Map<string, Buffer>();
  await new Promise<void>((resolve, reject) => {
    const fail = (cause: Error) =>
      reject(new PermanentError('extraction.damaged', { kind: 'zip' }, { cause }));
    zip.on('entry', (entry) => {
      zip.openReadStream(entry, (error, stream) => {
        if (error) return fail(error);
        const chunks: Buffer[] = [];
        // yauzl itself ends with an error where the content is longer or shorter than the directory says.
        stream.on('error', fail);
        stream.on('data', (chunk: Buffer) => {
          if (wanted(entry.fileName)) chunks.push(chunk);
        });
        stream.on('end', () => {
          if (wanted(entry.fileName)) parts.set(entry.fileName, Buffer.concat(chunks));
          zip.readEntry();
        });
      });
    });
    zip.on('end', resolve);
    zip.on('error', fail);
    zip.readEntry();
  });
  return parts;
}

/**
 * Unpacks one entry, not more of it than the directory says.
 *
 * @throws {PermanentError} `extraction.unpacks_too_large`, `extraction.damaged`.
 */
export async function readZipEntry(bytes: Uint8Array, { name, unpacked }: ZipEntry): Promise<Buffer> {
  if (unpacked > MAX_UNPACKED_BYTES) throw new PermanentError('extraction.unpacks_too_large');
  const found = (await unpack(bytes, (entry) => entry === name)).get(name);
  if (!found) throw new PermanentError('extraction.damaged', { kind: 'zip' });
  return found;
}

function open(bytes: Uint8Array): Promise<ZipFile> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return new Promise((resolve, reject) => {
    fromBuffer(buffer, { lazyEntries: true, validateEntrySizes: true }, (cause, zip) => {
      if (cause) reject(new PermanentError('extraction.damaged', { kind: 'zip' }, { cause }));
      else resolve(zip);
    });
  });
}
