import iconv from 'iconv-lite';
import { decodeShort } from '../characters/index.js';
import { MAX_HEADER_BYTES, MAX_HEADER_CHARACTERS, MAX_HEADER_FIELDS } from '../limits.js';
import { knownCharset } from './charsets.js';
import { decodeBase64, decodeQuoted } from './transfer.js';

/** The first field of each name (lower case), as bytes, its folded lines joined. */
export type Headers = ReadonlyMap<string, Buffer>;

const LF = 0x0a;
const CR = 0x0d;

/** Parts a mail, or a part of one, into header and body. */
export function splitHeader(bytes: Buffer): { headers: Headers; body: Buffer } {
  const headers = new Map<string, Buffer>();
  let at = 0;
  let field: Buffer[] = [];
  const endField = () => {
    const line = Buffer.concat(field);
    field = [];
    const colon = line.indexOf(0x3a);
    if (colon <= 0 || headers.size >= MAX_HEADER_FIELDS) return;
    const name = line.toString('latin1', 0, Math.min(colon, 80)).trim().toLowerCase();
    if (!headers.has(name)) headers.set(name, line.subarray(colon + 1));
  };
  let kept = 0;
  while (at < bytes.length) {
    const feed = bytes.indexOf(LF, at);
    const end = feed < 0 ? bytes.length : feed;
    const line = bytes.subarray(at, end > at && bytes[end - 1] === CR ? end - 1 : end);
    if (line.length === 0) {
      at = end + 1;
      break;
    }
    const folded = line[0] === 0x20 || line[0] === 0x09;
    if (!folded) endField();
    kept += line.length;
    // Walked over to find the body, but not kept: a header of a million lines is no header.
    if (kept <= MAX_HEADER_BYTES) field.push(line);
    at = end + 1;
  }
  endField();
  return { headers, body: bytes.subarray(Math.min(at, bytes.length)) };
}

/** The words of a field: encoded words decoded, bytes beyond ASCII taken as what they are, on one line. */
export function headerText(raw: Buffer | undefined): string {
  if (!raw) return '';
  return tidy(decodeWords(decodeShort([raw.subarray(0, MAX_HEADER_CHARACTERS * 4)])[0]!));
}

export interface Parameterised {
  /** Lower case: `multipart/mixed`, `attachment`. */
  value: string;
  /** Lower-case names; values decoded. */
  parameters: ReadonlyMap<string, string>;
}

/** A field like Content-Type, with parameters as RFC 2045 and 2231 write them, and as mail programs do. */
export function parseParameters(raw: Buffer | undefined): Parameterised {
  const [value = '', ...rest] = splitAtSemicolons(
    raw ? decodeShort([raw.subarray(0, MAX_HEADER_CHARACTERS * 4)])[0]! : '',
  );
  const parameters = new Map<string, string>();
  const pieces = new Map<string, { number: number; text: string; encoded: boolean }[]>();
  for (const part of rest) {
    const equals = part.indexOf('=');
    if (equals < 0) continue;
    const name = part.slice(0, equals).trim().toLowerCase();
    const text = unquote(part.slice(equals + 1).trim());
    const [, base, number, star] = /^([^*]+)(?:\*(\d{1,3}))?(\*)?$/.exec(name) ?? [];
    if (base === undefined) continue;
    if (number === undefined && !star) {
      if (!parameters.has(base)) parameters.set(base, tidy(decodeWords(text)));
    } else {
      pieces.set(base, [
        ...(pieces.get(base) ?? []),
        { number: Number(number ?? 0), text, encoded: star === '*' },
      ]);
    }
  }
  for (const [base, list] of pieces) parameters.set(base, tidy(joinPieces(list)));
  return { value: value.trim().toLowerCase(), parameters };
}

function splitAtSemicolons(text: string): string[] {
  const parts: string[] = [];
  let start = 0;
  let quoted = false;
  for (let i = 0; i < text.length && parts.length < 100; i++) {
    if (text[i] === '\\' && quoted) i++;
    else if (text[i] === '"') quoted = !quoted;
    else if (text[i] === ';' && !quoted) {
      parts.push(text.slice(start, i));
      start = i + 1;
    }
  }
  parts.push(text.slice(start));
  return parts;
}

function unquote(text: string): string {
  if (!text.startsWith('"')) return text;
  return text.replace(/^"|"$/g, '').replace(/\\(.)/g, '$1');
}

/** RFC 2231: `name*0*=GBK''%B8%BD; name*1=…`; the encoding stands before the first piece. */
function joinPieces(pieces: { number: number; text: string; encoded: boolean }[]): string {
  pieces.sort((a, b) => a.number - b.number);
  let charset = 'utf-8';
  const bytes = pieces.map(({ text, encoded }, i) => {
    if (!encoded) return Buffer.from(text);
    const [, declared, rest] = (i === 0 && /^([^']*)'[^']*'(.*)$/s.exec(text)) || [];
    if (declared !== undefined) charset = knownCharset(declared) ?? charset;
    return decodePercent(rest ?? text);
  });
  return iconv.decode(Buffer.concat(bytes), charset);
}

function decodePercent(text: string): Buffer {
  const plain = Buffer.from(text);
  const out = Buffer.alloc(plain.length);
  let length = 0;
  for (let i = 0; i < plain.length; i++) {
    const code = plain[i] === 0x25 ? Number.parseInt(plain.toString('latin1', i + 1, i + 3), 16) : Number.NaN;
    out[length++] = Number.isNaN(code) ? plain[i]! : code;
    if (!Number.isNaN(code)) i += 2;
  }
  return out.subarray(0, length);
}

// Programs break the rules here: words longer than 75, blanks in Q. Each piece excludes the sign that ends it.
const word = /=\?([\w.:+-]{1,40})(?:\*[\w-]{0,20})?\?([bq])\?([^?]{0,8000})\?=/giu;

/** RFC 2047; words that follow each other are one text, for a character may be cut in two between them. */
function decodeWords(text: string): string {
  const runs: (string | { charset: string; bytes: Buffer[] })[] = [];
  let at = 0;
  for (const match of text.matchAll(word)) {
    const [whole, declared, method, content] = match as unknown as [string, string, string, string];
    const between = text.slice(at, match.index);
    at = match.index + whole.length;
    if (between.trim() !== '') runs.push(between);
    const charset = knownCharset(declared) ?? 'gb18030';
    const raw = Buffer.from(content, 'latin1');
    const bytes = method.toLowerCase() === 'b' ? decodeBase64(raw) : decodeQuoted(raw, true);
    const last = runs.at(-1);
    if (typeof last === 'object' && last.charset === charset) last.bytes.push(bytes);
    else runs.push({ charset, bytes: [bytes] });
  }
  runs.push(text.slice(at));
  return runs
    .map((run) => (typeof run === 'string' ? run : iconv.decode(Buffer.concat(run.bytes), run.charset)))
    .join('');
}

/** One line, nothing invisible, no longer than a header can be. */
function tidy(text: string): string {
  return text
    .slice(0, MAX_HEADER_CHARACTERS)
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/g, '')
    .replace(/[\p{Cc}\p{Z}]+/gu, ' ')
    .trim();
}
