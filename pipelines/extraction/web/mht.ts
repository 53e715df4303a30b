import iconv from 'iconv-lite';

/** The page of a saved web archive. */
export interface SavedPage {
  content: Buffer;
  /** As its header says, which may be wrong or missing. */
  charset: string | null;
}

/**
 * Whether a text begins as a web archive (MHT) does: the headers of a mail whose parts belong to one page, but of
 * nobody to whom it was sent.
 */
export function isMht(start: string): boolean {
  const headers = headersOf(start);
  return (
    /^multipart\/related/i.test(headers.get('content-type') ?? '') &&
    !['to', 'received', 'message-id', 'delivered-to'].some((name) => headers.has(name))
  );
}

/** The web pages in an archive, in their order; its pictures and styles are not looked at. */
export function* pagesOfMht(bytes: Uint8Array): Generator<SavedPage> {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const type = headersOf(text.slice(0, 8192)).get('content-type') ?? '';
  const boundary = /boundary\s{0,5}=\s{0,5}(?:"([^"]{1,200})"|([^\s;]{1,200}))/i.exec(type);
  const mark = boundary && `--${boundary[1] ?? boundary[2]}`;
  if (!mark) return;
  for (let at = text.indexOf(mark); at >= 0; ) {
    const start = at + mark.length;
    const next = text.indexOf(mark, start);
    const part = text.slice(start, next < 0 ? text.length : next).replace(/^[^\n]{0,10}\n/, '');
    const page = pageOfPart(part);
    if (page) yield page;
    at = next;
  }
}

function pageOfPart(part: string): SavedPage | null {
  const end = /\r?\n\r?\n/.exec(part);
  if (!end) return null;
  const headers = headersOf(part.slice(0, Math.min(end.index + 2, 8192)));
  const type = headers.get('content-type') ?? '';
  if (!/^text\/html/i.test(type)) return null;
  const body = part.slice(end.index + end[0].length);
  const charset = /charset\s{0,5}=\s{0,5}"?([\w-]{1,30})/i.exec(type)?.[1];
  return {
    content: decodeBody(body, headers.get('content-transfer-encoding') ?? ''),
    charset: charset !== undefined && iconv.encodingExists(charset) ? charset : null,
  };
}

function decodeBody(body: string, encoding: string): Buffer {
  if (/^base64/i.test(encoding)) return Buffer.from(body, 'base64');
  if (!/^quoted-printable/i.test(encoding)) return Buffer.from(body, 'latin1');
  const plain = body
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(plain, 'latin1');
}

/** Names in lower case; lines that go on are joined. */
function headersOf(text: string): Map<string, string> {
  const headers = new Map<string, string>();
  let name = '';
  for (const line of text.replaceAll('\r\n', '\n').split('\n', 200)) {
    if (line === '') break;
    const colon = line.indexOf(':');
    if (/^[ \t]/.test(line) && name !== '') headers.set(name, `${headers.get(name)} ${line.trim()}`);
    else if (colon > 0 && /^[\w-]{1,60}$/.test(line.slice(0, colon))) {
      name = line.slice(0, colon).toLowerCase();
      headers.set(name, line.slice(colon + 1).trim());
    } else break;
  }
  return headers;
}
