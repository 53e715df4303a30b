import { type ErrorCode, PermanentError } from '../../../domain/index.js';
import { MAX_MAIL_DEPTH, MAX_MEMBERS } from '../limits.js';
import { type Headers, type Parameterised, parseParameters, splitHeader } from './headers.js';
import { decodeBase64, decodeQuoted } from './transfer.js';

/** A part of a mail, or the whole of it. */
export interface MimePart {
  headers: Headers;
  type: Parameterised;
  disposition: Parameterised;
  /** As it lies in the mail; `decodePart` makes the content of it. */
  body: Buffer;
  /** Of a multipart, in their order; else empty. */
  children: MimePart[];
  /** Why what lies in it was not looked at. */
  failure?: { code: ErrorCode; limit: number };
}

/**
 * The parts of a mail, each a view of its bytes. Parts beyond the limits stay together in one that has its failure.
 */
export function parseMail(bytes: Buffer): MimePart {
  return parsePart(bytes, 'text/plain', 0, { left: MAX_MEMBERS });
}

function parsePart(bytes: Buffer, usual: string, depth: number, parts: { left: number }): MimePart {
  const { headers, body } = splitHeader(bytes);
  const declared = parseParameters(headers.get('content-type'));
  const type = declared.value.includes('/') ? declared : { ...declared, value: usual };
  const disposition = parseParameters(headers.get('content-disposition'));
  const part: MimePart = { headers, type, disposition, body, children: [] };
  const boundary = type.parameters.get('boundary');
  if (!type.value.startsWith('multipart/') || !boundary) return part;
  if (depth >= MAX_MAIL_DEPTH)
    return { ...part, failure: { code: 'extraction.nested_too_deep', limit: MAX_MAIL_DEPTH } };
  const inside = type.value === 'multipart/digest' ? 'message/rfc822' : 'text/plain';
  for (const piece of splitAtBoundary(body, boundary)) {
    if (parts.left === 0) {
      part.children.push({
        ...part,
        children: [],
        failure: { code: 'extraction.too_many_members', limit: MAX_MEMBERS },
      });
      break;
    }
    parts.left -= 1;
    part.children.push(parsePart(piece, inside, depth + 1, parts));
  }
  return part;
}

const LF = 0x0a;
const CR = 0x0d;
const DASH = 0x2d;

/** What stands between the boundary lines; a mail that is cut off ends its last part. */
function* splitAtBoundary(body: Buffer, boundary: string): Generator<Buffer> {
  const mark = Buffer.from(`--${boundary}`, 'utf8');
  let start = -1;
  for (let at = body.indexOf(mark); at >= 0; at = body.indexOf(mark, at + mark.length)) {
    const end = at + mark.length;
    const final = body[end] === DASH && body[end + 1] === DASH;
    // A longer boundary that begins alike belongs to another multipart.
    const whole = final || end >= body.length || isBlank(body[end]!);
    if (!whole || (at > 0 && body[at - 1] !== LF)) continue;
    if (start >= 0) yield body.subarray(start, Math.max(start, beforeLineEnd(body, at)));
    if (final) return;
    const feed = body.indexOf(LF, end);
    start = feed < 0 ? body.length : feed + 1;
  }
  if (start >= 0) yield body.subarray(start);
}

function isBlank(byte: number): boolean {
  return byte === LF || byte === CR || byte === 0x20 || byte === 0x09;
}

/** The line end before a boundary belongs to the boundary. */
function beforeLineEnd(body: Buffer, at: number): number {
  if (body[at - 1] !== LF) return at;
  return body[at - 2] === CR ? at - 2 : at - 1;
}

/** The content of a part, its transfer encoding undone. */
export function decodePart(part: MimePart): Buffer {
  if (part.failure) throw new PermanentError(part.failure.code, { limit: part.failure.limit });
  const encoding = part.headers.get('content-transfer-encoding')?.toString('latin1').trim().toLowerCase();
  if (encoding === 'base64') return decodeBase64(part.body);
  return encoding === 'quoted-printable' ? decodeQuoted(part.body) : part.body;
}

/** Its file name, wherever the mail says it, or ''. */
export function fileNameOf({ type, disposition }: MimePart): string {
  return disposition.parameters.get('filename') ?? type.parameters.get('name') ?? '';
}
