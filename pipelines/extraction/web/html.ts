import iconv from 'iconv-lite';
import { PermanentError, type QualityFlag } from '../../../domain/index.js';
import { decodeText } from '../characters/index.js';
import type { FormatReader, ReadFile } from '../formats.js';
import { MAX_HTML_BYTES, MAX_PAGES } from '../limits.js';
import { htmlToText } from './html-text.js';
import { isMht, pagesOfMht } from './mht.js';

/** Saved web pages and web archives, also those that Word, Excel and WPS save. Nothing they name is fetched. */
export const htmlReader: FormatReader = {
  format: 'html',
  extensions: ['html', 'htm', 'xhtml', 'mht', 'mhtml'],
  read(bytes) {
    if (bytes.length > MAX_HTML_BYTES) throw new PermanentError('extraction.unpacks_too_large');
    if (!isMht(Buffer.from(bytes.subarray(0, 8192)).toString('latin1')))
      return Promise.resolve(readPage(bytes, null));
    return Promise.resolve(readArchive(bytes));
  },
};

function readPage(bytes: Uint8Array, charset: string | null): ReadFile {
  const { text, encoding, flags } = decodeHtml(bytes, charset);
  const { page, comments } = htmlToText(text);
  return { encoding, pages: [page], comments, flags };
}

/** The first page that says something; where that is only a frame around others, as of a workbook, all of them. */
function readArchive(bytes: Uint8Array): ReadFile {
  let first: ReadFile | null = null;
  const framed: ReadFile[] = [];
  for (const { content, charset } of pagesOfMht(bytes)) {
    const file = readPage(content, charset);
    first ??= file;
    if (first.pages[0]!.text !== '') return first;
    if (file.pages[0]!.text !== '') framed.push(file);
    if (framed.length > MAX_PAGES)
      throw new PermanentError('extraction.too_many_pages', { pages: framed.length, limit: MAX_PAGES });
  }
  if (!first) return readPage(bytes, null);
  return framed.length === 0
    ? first
    : {
        encoding: first.encoding!,
        pages: framed.flatMap(({ pages }) => pages),
        comments: framed.flatMap(({ comments }) => comments ?? []),
        flags: [...new Set(framed.flatMap(({ flags }) => flags ?? []))],
      };
}

/**
 * Whether a file begins as a web page does; exports of many systems begin with the table itself.
 *
 * @param isMarkdown by its name: it may begin with a tag that only says where its heading stands.
 */
export function isHtml(start: string, isMarkdown = false): boolean {
  const text = start.replace(/^[\s\ufeff\u00ef\u00bb\u00bf]{1,200}/, '');
  let at = 0;
  for (let hops = 0; hops < 20 && /^\s*<(?:!--|\?)/.test(text.slice(at, at + 200)); hops++) {
    const open = text.indexOf('<', at);
    const close = text.indexOf(text[open + 1] === '?' ? '>' : '-->', open);
    if (close < 0) return false;
    at = text.indexOf('>', close) + 1;
  }
  const begin = text.slice(at, at + 400);
  if (isMarkdown && /^\s*<(?:div|center)\b/i.test(begin)) return false;
  return /^\s*<(?:!doctype\s{1,20}html|(?:html|head|body|meta|title|style|script|table|div|center)[\s>])/i.test(
    begin,
  );
}

interface DecodedPage {
  text: string;
  encoding: string;
  flags: QualityFlag[];
}

/**
 * By the byte order mark; else strict UTF-8 where the bytes are that, whatever the page says of itself; else as it
 * says, where that is possible; else as plain text is told.
 */
function decodeHtml(bytes: Uint8Array, charset: string | null): DecodedPage {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = buffer.toString('latin1', 0, 4096);
  const named = (
    /<meta\b[^<>]{0,300}charset\s{0,5}=\s{0,5}["']?\s{0,5}([\w-]{1,30})/i.exec(head)?.[1] ??
    charset ??
    ''
  ).toLowerCase();
  const isUnicode = /^(?:utf|unicode)/.test(named);
  const declared = /^(?:gb2312|gbk|x-gbk|gb_2312-80)$/.test(named) ? 'gb18030' : named;
  const hasMark = buffer[0] === 0xff || buffer[0] === 0xfe || buffer[0] === 0xef;
  if (!hasMark && !isUnicode && declared !== '' && iconv.encodingExists(declared) && !isUtf8(buffer)) {
    const text = iconv.decode(buffer, declared);
    return { text, encoding: declared, flags: text.includes('\uFFFD') ? ['damaged_text'] : [] };
  }
  const decoded = decodeText(bytes);
  if (!decoded) throw new PermanentError('extraction.unknown_format');
  const flags: QualityFlag[] = [];
  if (decoded.uncertain) flags.push('encoding_uncertain');
  if (decoded.damaged) flags.push('damaged_text');
  return { text: decoded.text, encoding: decoded.encoding, flags };
}

function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
