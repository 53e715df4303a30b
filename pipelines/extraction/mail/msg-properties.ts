import iconv from 'iconv-lite';
import { PermanentError, type QualityFlag } from '../../../domain/index.js';
import type { CompoundFile } from '../containers/index.js';
import { MAX_DOCUMENT_PART_BYTES } from '../limits.js';
import { decodeBody } from './charsets.js';

/** The properties of a message, a recipient or an attachment: one storage of the file, by its path. */
export interface MsgProperties {
  /** '' where there is none of this tag (four hexadecimal digits), or one longer than any name. */
  text(tag: string): string;
  /** @throws {PermanentError} `extraction.unpacks_too_large` for what is no letter any more. */
  body(tag: string): string;
  binary(tag: string): Buffer | null;
  number(tag: string): number | null;
  /** What is doubtful about the texts that were read so far. */
  flags: ReadonlySet<QualityFlag>;
  time(tag: string): Date | null;
}

const ENTRY_BYTES = 16;
/** Names, addresses, subjects, and the header that mail servers wrote. */
const MAX_PROPERTY_BYTES = 256 * 1024;
/** Code pages by their Windows numbers; others are told from the bytes. */
const codePages: Readonly<Record<number, string>> = {
  936: 'gb18030',
  54936: 'gb18030',
  950: 'big5',
  65001: 'utf-8',
};

/**
 * @param path of the storage, with a `/` behind it; '' for the message that the file is.
 * @param header bytes before the first fixed property: 32 in the file's own message, 24 in one that lies in it, 8
 * in recipients and attachments (MS-OXMSG 2.4).
 */
export function openProperties(file: CompoundFile, path: string, header: number): MsgProperties {
  const sizeOf = (name: string) => file.entries.get(path + name)?.size ?? 0;
  // Thousands of recipients may name the same sectors as their names: only short ones are opened.
  const short = (name: string) => (sizeOf(name) <= MAX_PROPERTY_BYTES ? file.read(path + name) : null);
  const fixed = readFixed(short('__properties_version1.0') ?? Buffer.alloc(0), header);
  const flags = new Set<QualityFlag>();
  const number = (tag: string) => fixed.get(`${tag}0003`)?.readInt32LE(0) ?? null;
  const text = (tag: string, open: (name: string) => Buffer | null) => {
    const unicode = open(`__substg1.0_${tag}001F`);
    const bytes = unicode ? null : open(`__substg1.0_${tag}001E`);
    const codePage = bytes && codePages[number('3FFD') ?? number('3FDE') ?? 0];
    const decoded = bytes && decodeBody(bytes, codePage ?? '');
    for (const flag of decoded?.flags ?? []) flags.add(flag);
    const words = unicode?.toString('utf16le') ?? decoded?.text ?? '';
    const end = words.indexOf('\0');
    return end < 0 ? words : words.slice(0, end);
  };
  const long = (name: string) => {
    if (sizeOf(name) > MAX_DOCUMENT_PART_BYTES) throw new PermanentError('extraction.unpacks_too_large');
    return file.read(path + name);
  };
  return {
    text: (tag) => text(tag, short),
    body: (tag) => text(tag, long),
    binary: (tag) => file.read(`${path}__substg1.0_${tag}0102`),
    number,
    flags,
    time(tag) {
      const value = fixed.get(`${tag}0040`)?.readBigUInt64LE(0);
      if (!value) return null;
      // Tenths of a microsecond since 1601.
      const date = new Date(Number(value / 10_000n) - 11_644_473_600_000);
      return Number.isNaN(date.getTime()) ? null : date;
    },
  };
}

function readFixed(stream: Buffer, header: number): Map<string, Buffer> {
  const found = new Map<string, Buffer>();
  for (let at = header; at + ENTRY_BYTES <= stream.length && found.size < 2_000; at += ENTRY_BYTES) {
    const tag = stream.readUInt32LE(at).toString(16).toUpperCase().padStart(8, '0');
    found.set(tag, stream.subarray(at + 8, at + ENTRY_BYTES));
  }
  return found;
}

/** The marked-up body: bytes in the encoding that the message names, or that they tell themselves. */
export function htmlOf(properties: MsgProperties): string {
  const bytes = properties.binary('1013');
  if (!bytes) return properties.body('1013');
  const codePage = codePages[properties.number('3FDE') ?? 0];
  return codePage ? iconv.decode(bytes, codePage) : decodeBody(bytes, '').text;
}
