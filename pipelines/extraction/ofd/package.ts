import { posix } from 'node:path';
import { PermanentError } from '../../../domain/index.js';
import { listZip, readZipEntry, type ZipEntry } from '../containers/index.js';
import { MAX_DOCUMENT_PART_BYTES, MAX_OFD_XML_BYTES } from '../limits.js';
import { decodeXml, walkXml, type XmlHandler } from '../markup/index.js';

/** The files of an OFD. Paths are taken from the root; producers write them with and without a `/` before. */
export interface OfdPackage {
  /** The entry of a path, whatever its letters' case; undefined where there is none. */
  entry(path: string): ZipEntry | undefined;
  read(path: string): Promise<Buffer>;
  /**
   * Walks an XML file; one that is not there has nothing in it.
   *
   * @throws {PermanentError} `extraction.damaged`, `extraction.unpacks_too_large`.
   */
  walk(path: string, handler: Partial<XmlHandler>): Promise<void>;
}

/** @throws {PermanentError} `extraction.damaged`, `extraction.unpacks_too_large`. */
export async function openPackage(bytes: Uint8Array): Promise<OfdPackage> {
  const entries = new Map((await listZip(bytes)).map((entry) => [keyOf(entry.name), entry]));
  // Every reading counts: many pages may name one and the same file.
  let left = MAX_OFD_XML_BYTES;
  const read = async (path: string) => {
    const entry = entries.get(keyOf(path));
    if (!entry) throw damaged();
    return readZipEntry(bytes, entry);
  };
  return {
    entry: (path) => entries.get(keyOf(path)),
    read,
    async walk(path, handler) {
      const entry = entries.get(keyOf(path));
      if (!entry) return;
      left -= entry.unpacked;
      if (entry.unpacked > MAX_DOCUMENT_PART_BYTES || left < 0)
        throw new PermanentError('extraction.unpacks_too_large');
      const none = () => undefined;
      walkXml(decodeXml(await read(path)), 'ofd', { open: none, text: none, close: none, ...handler });
    },
  };
}

/** A path as a file of the package writes it: from the root, or from its own folder. */
export function pathFrom(file: string, written: string): string {
  const path = written.trim().replaceAll('\\', '/');
  return path.startsWith('/') ? path : posix.join(posix.dirname(file), path);
}

function keyOf(path: string): string {
  return posix.join('/', path.replaceAll('\\', '/')).toLowerCase();
}

export function damaged(): PermanentError {
  return new PermanentError('extraction.damaged', { kind: 'ofd' });
}
