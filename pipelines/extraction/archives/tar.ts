import { PermanentError } from '../../../domain/index.js';
import { decodeShort } from '../characters/index.js';
import type { FormatReader } from '../formats.js';
import { MAX_ENTRIES } from '../limits.js';
import { membersOf } from './members.js';

const BLOCK = 512;
/** Longer names and records of attributes than this are no names. */
const LONGEST_RECORD = 64 * 1024;

/** A folder as Unix keeps it, unpacked: each member is a view of the archive's own bytes. */
export const tarReader: FormatReader = {
  format: 'tar',
  extensions: ['tar'],
  async read(bytes) {
    const files = listTar(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    const names = decodeShort(files.map((file) => file.name));
    return {
      pages: [],
      members: membersOf(
        files.map(({ content }, i) => ({
          name: names[i]!,
          size: content.length,
          read: () => Promise.resolve(content),
        })),
      ),
    };
  },
};

/** Whether a file begins with the header of a tar entry: nothing else has its sum right. */
export function isTar(buffer: Buffer): boolean {
  return buffer.length >= BLOCK && buffer[0] !== 0 && hasRightSum(buffer.subarray(0, BLOCK));
}

interface TarFile {
  name: Buffer;
  content: Buffer;
}

function listTar(buffer: Buffer): TarFile[] {
  const files: TarFile[] = [];
  let long: { name?: Buffer; size?: number } = {};
  for (let at = 0, entries = 0; at + BLOCK <= buffer.length && buffer[at] !== 0; entries++) {
    if (entries >= MAX_ENTRIES) throw new PermanentError('extraction.unpacks_too_large');
    const header = buffer.subarray(at, at + BLOCK);
    if (!hasRightSum(header)) throw damaged();
    const kind = String.fromCharCode(header[156]!);
    const size = (kind === 'L' || kind === 'x' ? undefined : long.size) ?? numberAt(header, 124, 12);
    const start = at + BLOCK;
    if (start + size > buffer.length) throw damaged();
    const content = buffer.subarray(start, start + size);
    at = start + Math.ceil(size / BLOCK) * BLOCK;
    if (kind === 'L') long = { ...long, name: untilNul(content.subarray(0, LONGEST_RECORD)) };
    else if (kind === 'x') long = { ...long, ...attributesOf(content.subarray(0, LONGEST_RECORD)) };
    else if (kind !== 'g') {
      // Folders, links and devices are no files; a link is never followed.
      if (kind === '0' || kind === '\0' || kind === '7')
        files.push({ name: long.name ?? nameOf(header), content });
      long = {};
    }
  }
  return files;
}

function nameOf(header: Buffer): Buffer {
  const name = untilNul(header.subarray(0, 100));
  const prefix = untilNul(header.subarray(345, 500));
  const posix = header.toString('latin1', 257, 263) === 'ustar\0';
  return posix && prefix.length > 0 ? Buffer.concat([prefix, Buffer.from('/'), name]) : name;
}

/** POSIX attributes: lines of `length key=value`, the length that of the whole line. */
function attributesOf(record: Buffer): { name?: Buffer; size?: number } {
  const found: { name?: Buffer; size?: number } = {};
  for (let at = 0; at < record.length; ) {
    const space = record.indexOf(0x20, at);
    const length = Number(record.toString('latin1', at, Math.min(Math.max(space, at), at + 8)));
    if (!Number.isInteger(length) || length <= 0) break;
    const line = record.subarray(space + 1, at + length - 1);
    if (line.toString('latin1', 0, 5) === 'path=') found.name = line.subarray(5);
    if (line.toString('latin1', 0, 5) === 'size=') {
      const size = Number(line.toString('latin1', 5, 21));
      if (Number.isSafeInteger(size) && size >= 0) found.size = size;
    }
    at += length;
  }
  return found;
}

/** Octal digits, or, with the first bit set, a number in big-endian bytes. */
function numberAt(header: Buffer, at: number, length: number): number {
  const field = header.subarray(at, at + length);
  const value =
    field[0]! & 0x80
      ? Number(BigInt.asUintN(63, BigInt(`0x${field.subarray(length - 8).toString('hex')}`)))
      : Number.parseInt(untilNul(field).toString('latin1').trim() || '0', 8);
  if (!Number.isSafeInteger(value) || value < 0) throw damaged();
  return value;
}

/** The sum of all bytes of the header, its own field taken as spaces. */
function hasRightSum(header: Buffer): boolean {
  let sum = 8 * 0x20;
  for (let i = 0; i < BLOCK; i++) if (i < 148 || i >= 156) sum += header[i]!;
  return Number.parseInt(untilNul(header.subarray(148, 156)).toString('latin1').trim(), 8) === sum;
}

function untilNul(field: Buffer): Buffer {
  const end = field.indexOf(0);
  return end < 0 ? field : field.subarray(0, end);
}

function damaged(): PermanentError {
  return new PermanentError('extraction.damaged', { kind: 'tar' });
}
