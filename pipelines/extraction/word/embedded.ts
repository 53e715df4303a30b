import { posix } from 'node:path';
import iconv from 'iconv-lite';
import { PermanentError } from '../../../domain/index.js';
import { createDistinctPaths, showPath } from '../archives/entry-names.js';
import {
  type CompoundFile,
  isCompoundFile,
  openCompoundFile,
  readZipEntry,
  type ZipEntry,
} from '../containers/index.js';
import type { Member } from '../formats.js';
import { MAX_MEMBERS } from '../limits.js';

/** A file that was put into a document as an object ("package"). */
interface Package {
  name: string;
  content: Buffer;
}

/**
 * The file in the stream `\u0001Ole10Native` of an embedded object, or null where it is none: length, version,
 * name, path, path of a temporary copy, length, content.
 */
function readPackage(file: CompoundFile, storage = ''): Package | null {
  const stream = file.read(`${storage}\u0001Ole10Native`);
  if (!stream) return null;
  let at = 6;
  const readText = () => {
    const end = stream.indexOf(0, at);
    const text = end < 0 ? '' : iconv.decode(stream.subarray(at, end), 'gb18030');
    at = end < 0 ? stream.length : end + 1;
    return text;
  };
  const name = readText();
  readText();
  at += 8;
  readText();
  if (at + 4 > stream.length) return null;
  const length = stream.readUInt32LE(at);
  if (length > stream.length - at - 4) return null;
  return { name: nameOnly(name), content: stream.subarray(at + 4, at + 4 + length) };
}

function nameOnly(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1) || 'object';
}

/** An object in the container as a member: what it wraps where it wraps a file, else as it is. */
export async function embeddedMember(bytes: Uint8Array, entry: ZipEntry): Promise<Member> {
  const base = posix.basename(entry.name);
  const plain = { name: base, size: entry.unpacked, read: () => readZipEntry(bytes, entry) };
  if (!/\.bin$/i.test(base)) return plain;
  const file = await packageIn(bytes, entry);
  if (!file) return plain;
  // Several objects may hold files of one name.
  return {
    name: `${posix.basename(base, '.bin')}-${file.name}`,
    size: file.content.length,
    read: async () => (await packageIn(bytes, entry))!.content,
  };
}

async function packageIn(bytes: Uint8Array, entry: ZipEntry) {
  try {
    const content = await readZipEntry(bytes, entry);
    return isCompoundFile(content) ? readPackage(openCompoundFile(content)) : null;
  } catch (error) {
    // It is handed on as it is, and what is wrong with it is said where it is read.
    if (error instanceof PermanentError) return null;
    throw error;
  }
}

const wrapped = /^ObjectPool\/[^/]+\/(?:\u0001Ole10Native|Package)$/;
/** Documents of other programs that are spread over streams: only their own program can take them out. */
const spread = /^ObjectPool\/[^/]+\/(?:Workbook|Book|WordDocument)$/;

/**
 * The files that were put into a document of Word 97 to 2003 as objects.
 *
 * @throws {PermanentError} `extraction.damaged` where they say to be larger together than the file.
 */
export function objectMembers(file: CompoundFile, bytes: number): Member[] {
  const streams = [...file.entries].filter(([, { isStream }]) => isStream);
  const found = streams.filter(([path]) => wrapped.test(path));
  // Thousands of entries may name the same sectors.
  if (found.reduce((sum, [, { size }]) => sum + size, 0) > bytes)
    throw new PermanentError('extraction.damaged', { kind: 'doc' });
  const distinct = createDistinctPaths();
  const members = found.map(([path, { size }], i): Member => {
    const object = path.endsWith('Package')
      ? null
      : readPackage(file, path.slice(0, path.lastIndexOf('/') + 1));
    const content = () => object?.content ?? file.read(path)!;
    return {
      name: distinct(showPath(object?.name ?? '').replaceAll('/', '_') || `对象${i + 1}`),
      size: object?.content.length ?? size,
      read: async () => content(),
    };
  });
  const others = streams
    .filter(([path]) => spread.test(path))
    .map(([path, { size }]): Member => {
      const kind = path.endsWith('WordDocument') ? 'doc' : 'xls';
      return {
        name: distinct(`嵌入对象.${kind}`),
        size,
        read: () => Promise.reject(new PermanentError('extraction.legacy_office', { kind: `ole/${kind}` })),
      };
    });
  return [...members, ...others].slice(0, MAX_MEMBERS + 1);
}
