import { fileTypeFromBuffer } from 'file-type';
import { type FileFormat, PermanentError } from '../../../domain/index.js';
import { isTar } from '../archives/tar.js';
import { decodeText } from '../characters/index.js';
import { isCompoundFile, listZip } from '../containers/index.js';
import { formatReaders } from '../formats.js';
import { MAX_FILE_BYTES } from '../limits.js';
import { mailFormatOf } from '../mail/detect-mail.js';
import { isTabular } from '../sheets/index.js';
import { isHtml, isMht } from '../web/index.js';
import { formatOfCompound, formatOfXml } from './detect-office.js';

export interface DetectedFormat {
  format: FileFormat;
  /** The file name promises something else than the content is. */
  wrongExtension: boolean;
}

/**
 * Tells the format from the content; the extension (without dot, any case, '' for none) only decides whether it is
 * wrong, and of plain text whether it is a table (csv, tsv, tab) or Markdown (md, markdown).
 *
 * @throws {PermanentError} `extraction.*` for empty, too large, damaged, protected and unknown files.
 */
export async function detectFormat(bytes: Uint8Array, extension: string): Promise<DetectedFormat> {
  if (bytes.length === 0) throw new PermanentError('extraction.empty_file');
  if (bytes.length > MAX_FILE_BYTES) {
    throw new PermanentError('extraction.too_large', { limit: MAX_FILE_BYTES / 1024 / 1024 });
  }
  const format = await formatOf(bytes, extension);
  const promised = formatReaders.find((r) => r.format === format)?.extensions ?? [];
  return { format, wrongExtension: extension !== '' && !promised.includes(extension.toLowerCase()) };
}

const archives = new Set(['zip', 'rar', '7z', 'gz', 'tar', 'bz2', 'xz', 'zst', 'lz', 'cab']);

async function formatOf(bytes: Uint8Array, extension: string): Promise<FileFormat> {
  if (startsWith(bytes, 0xff, 0xd8, 0xff)) return 'jpeg';
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png';
  if (startsWith(bytes, 0x49, 0x49, 0x2a, 0) || startsWith(bytes, 0x4d, 0x4d, 0, 0x2a)) return 'tiff';
  if (startsWith(bytes, 0x49, 0x49, 0x2b, 0) || startsWith(bytes, 0x4d, 0x4d, 0, 0x2b)) return 'tiff';
  if (/^(?:\xef\xbb\xbf)?[\s\0]{0,1000}%PDF-/.test(ascii(bytes.subarray(0, 1024)))) return 'pdf';
  if (isCompoundFile(bytes)) return formatOfCompound(bytes);
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0x50, 0x4b, 0x05, 0x06)) {
    return formatOfZip(bytes);
  }
  const mail = mailFormatOf(bytes);
  if (mail) return isMht(ascii(bytes.subarray(0, 4096))) ? 'html' : mail;
  if (hasTextMark(bytes)) return textOrUnknown(bytes, extension);
  if (ascii(bytes.subarray(0, 5)) === '{\\rtf') return 'rtf';
  const start = ascii(bytes.subarray(0, 4096));
  const marked = formatOfXml(start) ?? (isHtml(start, isMarkdownName(extension)) ? 'html' : null);
  if (marked) return marked;
  if (startsWith(bytes, 0x1f, 0x8b)) return 'gz';
  if (/^GIF8[79]a/.test(start)) return 'gif';
  if (/^RIFF.{4}WEBP/s.test(start)) return 'webp';
  if (isBmp(bytes)) return 'bmp';
  // Only the codings of telephones; AVIF and moving pictures are told apart by the same mark.
  if (/^.{4}ftyp(?:hei[cmsx]|hev[cmsx]|mif1|msf1)/s.test(start)) return 'heic';
  if (isTar(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))) return 'tar';
  // Readers accept a PDF whose header stands somewhere in the first kilobyte (PDF 1.7, implementation note 13). An
  // archive with a PDF in it has that mark, too, but was told before; a letter about one does not begin a line with it.
  if (/[\r\n]%PDF-\d/.test(start.slice(0, 1024))) return 'pdf';
  // What Outlook makes of a mail for others: attachments in a wrapping of its own, mostly winmail.dat.
  if (startsWith(bytes, 0x78, 0x9f, 0x3e, 0x22)) throw unsupported('TNEF');
  const known = await fileTypeFromBuffer(bytes);
  // It goes by two letters where a picture needs more.
  if (known && known.ext !== 'bmp') {
    if (archives.has(known.ext))
      throw new PermanentError('extraction.archive', { kind: known.ext.toUpperCase() });
    throw unsupported(known.ext.toUpperCase());
  }
  return textOrUnknown(bytes, extension);
}

function textOrUnknown(bytes: Uint8Array, extension: string): FileFormat {
  const decoded = decodeText(bytes);
  if (!decoded) throw new PermanentError('extraction.unknown_format');
  const start = decoded.text.slice(0, 4096);
  const marked = formatOfXml(start) ?? (isHtml(start, isMarkdownName(extension)) ? 'html' : null);
  if (marked) return marked;
  if (isMht(start)) return 'html';
  // Nothing in a table with few lines tells that it is one; this once the name is believed.
  if (/^(?:csv|tsv|tab)$/i.test(extension) || isTabular(decoded.text)) return 'csv';
  // Marks that mean something in Markdown stand in plain letters too (王**): the name is believed.
  if (isMarkdownName(extension)) return 'markdown';
  return 'text';
}

const isMarkdownName = (extension: string) => /^(?:md|markdown)$/i.test(extension);

const zipKinds: readonly [part: RegExp, kind: string][] = [
  [/^xl\/workbook\.bin$/, 'XLSB'],
  [/^ppt\/presentation\.xml$/, 'PPTX'],
  [/^META-INF\/manifest\.xml$/, 'ODF'],
];

async function formatOfZip(bytes: Uint8Array): Promise<FileFormat> {
  const names = (await listZip(bytes)).map((entry) => entry.name);
  if (names.includes('word/document.xml')) return 'docx';
  // Some producers name the main part differently; the relationships say which, and mammoth follows them.
  if (names.includes('[Content_Types].xml') && names.some((n) => /^word\/document\d*\.xml$/.test(n)))
    return 'docx';
  if (names.some((n) => /^xl\/workbook\d*\.xml$/.test(n))) return 'xlsx';
  if (names.some((name) => /^\/?OFD\.xml$/i.test(name))) return 'ofd';
  const kind = zipKinds.find(([part]) => names.some((name) => part.test(name)))?.[1];
  if (kind) throw unsupported(kind);
  return 'zip';
}

function unsupported(kind: string): PermanentError {
  return new PermanentError('extraction.unsupported_format', { kind });
}

/** Two letters alone would be the beginning of many a text: the size of the second header has to follow, too. */
function isBmp(bytes: Uint8Array): boolean {
  return (
    startsWith(bytes, 0x42, 0x4d) &&
    bytes.length >= 18 &&
    [12, 40, 52, 56, 64, 108, 124].includes(bytes[14]!) &&
    bytes.subarray(15, 18).every((byte) => byte === 0)
  );
}

function hasTextMark(bytes: Uint8Array): boolean {
  return (
    startsWith(bytes, 0xef, 0xbb, 0xbf) || startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)
  );
}

function startsWith(bytes: Uint8Array, ...signature: number[]): boolean {
  return signature.every((byte, i) => bytes[i] === byte);
}

function ascii(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
