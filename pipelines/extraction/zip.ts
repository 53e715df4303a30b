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

/**
 * Refuses a container that would unpack to more than a letter can be, before anything else opens it.
 * What the directory says is then proven: every part is unpacked once, thrown away, and its length compared.
 *
 * @throws {PermanentError} `extraction.unpacks_too_large`, `extraction.password_needed`, `extraction.damaged`.
 */
export async function checkZip(bytes: Uint8Array): Promise<void> {
  const entries = await listZip(bytes);
  if (entries.some((entry) => entry.encrypted)) throw new PermanentError('extraction.password_needed');
  const total = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  const bomb = entries.some(
    (entry) =>
      (/\.xml$/i.test(entry.name) && entry.unpacked > MAX_DOCUMENT_PART_BYTES) ||
      (entry.unpacked > RATIO_MATTERS_FROM_BYTES && entry.unpacked > entry.packed * MAX_RATIO),
  );
  if (bomb || total > MAX_UNPACKED_BYTES) throw new PermanentError('extraction.unpacks_too_large');
  await proveSizes(bytes);
}

async function proveSizes(bytes: Uint8Array): Promise<void> {
  const zip = await open(bytes);
  await new Promise<void>((resolve, reject) => {
    const fail = (cause: Error) =>
      reject(new PermanentError('extraction.damaged', { kind: 'zip' }, { cause }));
    zip.on('entry', (entry) => {
      zip.openReadStream(entry, (error, stream) => {
        if (error) return fail(error);
        // yauzl itself ends with an error where the content is longer or shorter than the directory says.
        stream.on('error', fail);
        stream.on('end', () => zip.readEntry());
        stream.resume();
      });
    });
    zip.on('end', resolve);
    zip.on('error', fail);
    zip.readEntry();
  });
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
