import type { QualityFlag } from '../../../domain/index.js';
import { createDistinctPaths, showPath } from '../archives/entry-names.js';
import type { FormatReader, Member } from '../formats.js';
import { MAX_TEXT_CHARACTERS } from '../limits.js';
import { decodeBody } from './charsets.js';
import { headerText } from './headers.js';
import { htmlBodyText } from './html-body.js';
import { mailDate, messagePage } from './message-page.js';
import { decodePart, fileNameOf, type MimePart, parseMail } from './mime.js';

/** A mail as it is sent (RFC 5322): its head and words are its page, whatever is attached a member. */
export const emlReader: FormatReader = {
  format: 'eml',
  extensions: ['eml'],
  async read(bytes) {
    const mail = parseMail(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    const found: Found = { texts: [], members: [], flags: new Set(), distinct: createDistinctPaths() };
    collect(mail, found);
    const { headers } = mail;
    const date = mailDate(headerText(headers.get('date')));
    const page = messagePage(
      {
        from: addresses(headers.get('from') ?? headers.get('sender')),
        to: addresses(headers.get('to')),
        cc: addresses(headers.get('cc')),
        date,
        subject: headerText(headers.get('subject')),
      },
      found.texts.join('\n\n'),
    );
    return { pages: [page], members: found.members, flags: [...found.flags] };
  },
};

interface Found {
  texts: string[];
  members: Member[];
  flags: Set<QualityFlag>;
  distinct: (path: string) => string;
}

/** Quotes around a name are the mail's, not the sender's. */
function addresses(raw: Buffer | undefined): string {
  return headerText(raw)
    .replaceAll('"', '')
    .replaceAll(/ +([,;])/g, '$1');
}

function collect(part: MimePart, found: Found): void {
  if (part.children.length === 0) {
    collectLeaf(part, found);
    return;
  }
  const chosen = part.type.value === 'multipart/alternative' ? chooseAlternative(part.children) : null;
  for (const child of part.children) {
    // Of the ways to say the same only one is read; pictures that lie in another one are there all the same.
    if (chosen && child !== chosen) collectFiles(child, found);
    else collect(child, found);
  }
}

/** The plain words if there are any: what is marked up says the same with more around it. */
function chooseAlternative(parts: readonly MimePart[]): MimePart | null {
  const plain = parts.find((part) => isBody(part, 'text/plain') && textOf(part).text.trim() !== '');
  return plain ?? parts.findLast((part) => holdsHtml(part)) ?? null;
}

function holdsHtml(part: MimePart): boolean {
  return isBody(part, 'text/html') || part.children.some(holdsHtml);
}

function isBody(part: MimePart, type: string): boolean {
  return (
    part.type.value === type &&
    !part.failure &&
    part.disposition.value !== 'attachment' &&
    fileNameOf(part) === ''
  );
}

function textOf(part: MimePart): ReturnType<typeof decodeBody> {
  const { text, flags } = decodeBody(decodePart(part), part.type.parameters.get('charset') ?? '');
  return { text: part.type.value === 'text/html' ? htmlBodyText(text) : tidy(text), flags };
}

function tidy(text: string): string {
  return text
    .slice(0, MAX_TEXT_CHARACTERS + 1)
    .replace(/\r\n?/g, '\n')
    .trim();
}

function collectLeaf(part: MimePart, found: Found): void {
  if (!isBody(part, 'text/plain') && !isBody(part, 'text/html')) {
    collectFile(part, found);
    return;
  }
  const { text, flags } = textOf(part);
  if (text === '') return;
  found.texts.push(text);
  for (const flag of flags) found.flags.add(flag);
}

function collectFiles(part: MimePart, found: Found): void {
  if (part.children.length > 0) for (const child of part.children) collectFiles(child, found);
  else if (!isBody(part, 'text/plain') && !isBody(part, 'text/html')) collectFile(part, found);
}

/** Proofs of who sent a mail: for machines, not for readers. */
const proofs = /^application\/(?:x-)?(?:pkcs7-signature|pgp-signature|pgp-keys)$/;

const extensions: Readonly<Record<string, string>> = {
  'message/rfc822': 'eml',
  'text/plain': 'txt',
  'text/html': 'html',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'application/pdf': 'pdf',
};

function collectFile(part: MimePart, found: Found): void {
  if (proofs.test(part.type.value)) return;
  const extension = extensions[part.type.value];
  const name = showPath(fileNameOf(part)).replaceAll('/', '_');
  found.members.push({
    name: found.distinct(name || `附件${found.members.length + 1}${extension ? `.${extension}` : ''}`),
    // Base64 makes four signs of three bytes; nothing else gets longer either.
    size: part.body.length,
    read: async () => decodePart(part),
  });
}
