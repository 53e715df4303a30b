import iconv from 'iconv-lite';
import type { CompoundFile } from '../compound-file.js';

/** A file that was put into a document as an object ("package"). */
export interface Package {
  name: string;
  content: Buffer;
}

/**
 * The file in the stream `\u0001Ole10Native` of an embedded object, or null where it is none: length, version,
 * name, path, path of a temporary copy, length, content.
 */
export function readPackage(file: CompoundFile, storage = ''): Package | null {
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
