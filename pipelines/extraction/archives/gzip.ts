import { gunzip } from 'node:zlib';
import { PermanentError } from '../../../domain/index.js';
import { decodeShort } from '../characters/index.js';
import type { FormatReader } from '../formats.js';
import { MAX_FILE_BYTES, MAX_RATIO, RATIO_MATTERS_FROM_BYTES } from '../limits.js';
import { showPath } from './entry-names.js';

const HAS_EXTRA = 4;
const HAS_NAME = 8;

/** One packed file, most often a tar. */
export const gzipReader: FormatReader = {
  format: 'gz',
  extensions: ['gz', 'tgz'],
  async read(bytes) {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (buffer.length < 20) throw damaged();
    // What stands last is the length of what was packed; unpacking stops there.
    const size = buffer.readUInt32LE(buffer.length - 4);
    if (size > MAX_FILE_BYTES || (size > RATIO_MATTERS_FROM_BYTES && size > buffer.length * MAX_RATIO))
      throw new PermanentError('extraction.unpacks_too_large');
    return { pages: [], members: [{ name: nameOf(buffer), size, read: () => unpack(buffer, size) }] };
  },
};

function nameOf(buffer: Buffer): string {
  const flags = buffer[3]!;
  let at = 10;
  if (flags & HAS_EXTRA) at += 2 + buffer.readUInt16LE(at);
  const end = buffer.indexOf(0, at);
  const raw = flags & HAS_NAME && end > at ? buffer.subarray(at, Math.min(end, at + 300)) : null;
  return (raw && showPath(decodeShort([raw])[0]!).replaceAll('/', '_')) || '文件1';
}

function unpack(packed: Buffer, size: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    gunzip(packed, { maxOutputLength: Math.max(size, 1) }, (cause, content) => {
      if (cause || content.length !== size) reject(damaged(cause));
      else resolve(content);
    });
  });
}

function damaged(cause?: unknown): PermanentError {
  return new PermanentError('extraction.damaged', { kind: 'gz' }, { cause });
}
