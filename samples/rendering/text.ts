import iconv from 'iconv-lite';
import { Converter } from 'opencc-js';
import type { SampleFormat } from '../expected.js';

const encodings: Partial<Record<SampleFormat, string>> = {
  'txt-utf8': 'utf8',
  'txt-utf16le': 'utf16le',
  'txt-gb18030': 'gb18030',
  'txt-big5': 'big5',
};

/**
 * Encodes a letter as an old editor would have saved it: CRLF lines, a BOM for UTF-16; Big5 in Traditional.
 *
 * @throws {Error} where the encoding has no place for a character of the letter.
 */
export function renderText(text: string, format: SampleFormat): Buffer {
  const encoding = encodings[format];
  if (!encoding) throw new Error(`${format} is no text format`);
  const lines = (format === 'txt-big5' ? Converter({ from: 'cn', to: 'tw' })(text) : text).split('\n');
  const content = lines.join(encoding === 'utf8' ? '\n' : '\r\n');
  const bytes = iconv.encode(content, encoding, { addBOM: encoding === 'utf16le' });
  if (iconv.decode(bytes, encoding) !== content)
    throw new Error(`${encoding} lacks a character of the letter`);
  return bytes;
}
