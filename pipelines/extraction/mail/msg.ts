import type { QualityFlag } from '../../../domain/index.js';
import { createDistinctPaths, showPath } from '../archives/entry-names.js';
import { type CompoundFile, openCompoundFile } from '../containers/index.js';
import type { FormatReader, Member } from '../formats.js';
import { MAX_HEADER_CHARACTERS, MAX_MEMBERS, MAX_TEXT_CHARACTERS } from '../limits.js';
import { unpackRtf } from './compressed-rtf.js';
import { headerText, splitHeader } from './headers.js';
import { htmlBodyText } from './html-body.js';
import { type MessageHead, mailDate, messagePage } from './message-page.js';
import { htmlOf, type MsgProperties, openProperties } from './msg-properties.js';

/** A message as Outlook saves it (MS-OXMSG), in the same form as any other mail. */
export const msgReader: FormatReader = {
  format: 'msg',
  extensions: ['msg', 'oft'],
  async read(bytes) {
    const { head, body, members, flags } = readMessage(openCompoundFile(bytes), '', 32);
    return { pages: [messagePage(head, body)], members, flags };
  },
};

/** Whether a compound file is a message; a document that holds a message has its properties elsewhere. */
export function isMessage(file: CompoundFile): boolean {
  return file.entries.get('__properties_version1.0')?.isStream === true;
}

interface Message {
  head: MessageHead;
  body: string;
  members: Member[];
  flags: QualityFlag[];
}

function readMessage(file: CompoundFile, path: string, header: number): Message {
  const properties = openProperties(file, path, header);
  const members = attachmentsOf(file, path);
  const plain = properties
    .body('1000')
    .slice(0, MAX_TEXT_CHARACTERS + 1)
    .replace(/\r\n?/g, '\n')
    .trim();
  const body = plain || htmlBodyText(htmlOf(properties));
  const packed = body === '' ? properties.binary('1009') : null;
  if (packed) {
    members.unshift({ name: '正文.rtf', size: packed.length, read: async () => unpackRtf(packed) });
  }
  const head = headOf(file, path, properties);
  return { head, body, members, flags: [...properties.flags] };
}

function headOf(file: CompoundFile, path: string, properties: MsgProperties): MessageHead {
  const sender = personOf(properties, ['0C1A', '0042'], ['5D01', '0C1F', '0065']);
  // What the mail servers wrote has the day on which the sender wrote; the message's own time is that of Greenwich.
  const sent = splitHeader(Buffer.from(properties.text('007D'))).headers.get('date');
  const time = properties.time('0039') ?? properties.time('0E06');
  const { to, cc } = recipientsOf(file, path);
  return {
    from: sender,
    to: to || oneLine(properties.text('0E04')),
    cc: cc || oneLine(properties.text('0E03')),
    date: sent ? mailDate(headerText(sent)) : time ? inChina(time) : '',
    subject: oneLine(properties.text('0037')),
  };
}

/** `姓名 <address>`; Exchange writes a path of its own where others have an address. */
function personOf(properties: MsgProperties, names: string[], addresses: string[]): string {
  const first = (tags: string[]) =>
    tags.map((tag) => oneLine(properties.text(tag))).find((text) => text !== '');
  const address = addresses.map((tag) => oneLine(properties.text(tag))).find((text) => text.includes('@'));
  const name = first(names) ?? '';
  if (!address || name.includes(address)) return name;
  return `${name} <${address}>`.trim();
}

function recipientsOf(file: CompoundFile, path: string): { to: string; cc: string } {
  const lists = { to: [] as string[], cc: [] as string[] };
  for (const storage of storagesOf(file, path, '__recip_version1.0_#')) {
    const properties = openProperties(file, `${storage}/`, 8);
    const kind = properties.number('0C15') === 2 ? 'cc' : 'to';
    // As many as a header shows.
    if (lists[kind].length < 200) lists[kind].push(personOf(properties, ['3001'], ['39FE', '3003']));
  }
  const join = (list: readonly string[]) => list.join('; ').slice(0, MAX_HEADER_CHARACTERS);
  return { to: join(lists.to), cc: join(lists.cc) };
}

function storagesOf(file: CompoundFile, path: string, prefix: string): string[] {
  return [...file.entries]
    .filter(
      ([name, { isStream }]) =>
        !isStream && name.startsWith(path + prefix) && !name.includes('/', path.length),
    )
    .map(([name]) => name)
    .sort()
    .slice(0, MAX_MEMBERS + 1);
}

const EMBEDDED_MESSAGE = '__substg1.0_3701000D';

function attachmentsOf(file: CompoundFile, path: string): Member[] {
  const distinct = createDistinctPaths();
  return storagesOf(file, path, '__attach_version1.0_#').map((storage, i): Member => {
    const properties = openProperties(file, `${storage}/`, 8);
    const named = ['3707', '3704', '3001'].map((tag) => showPath(properties.text(tag)).replaceAll('/', '_'));
    const name = named.find((text) => text !== '') ?? `附件${i + 1}`;
    const message = `${storage}/${EMBEDDED_MESSAGE}`;
    if (file.entries.has(`${message}/__properties_version1.0`)) {
      const read = async () => asMail(readMessage(file, `${message}/`, 24));
      return {
        name: distinct(/\.(?:msg|eml)$/i.test(name) ? name : `${name}.eml`),
        size: sizeUnder(file, message),
        read,
      };
    }
    const data = file.entries.get(`${storage}/__substg1.0_37010102`);
    return {
      name: distinct(name),
      size: data?.size ?? 0,
      read: async () => properties.binary('3701') ?? Buffer.alloc(0),
    };
  });
}

function sizeUnder(file: CompoundFile, path: string): number {
  let size = 0;
  for (const [name, entry] of file.entries) if (name.startsWith(`${path}/`)) size += entry.size;
  // Base64 makes four signs of three bytes, and UTF-8 three bytes of the two of UTF-16.
  return size * 2;
}

/** A message in a message is no file of its own; it is handed on as the mail that it was. */
async function asMail({ head, body, members }: Message): Promise<Buffer> {
  const boundary = '=_message_in_message';
  const lines = [
    'MIME-Version: 1.0',
    ...Object.entries(head).flatMap(([name, value]) => (value ? [`${name}: ${value}`] : [])),
    `Content-Type: multipart/mixed; boundary="${boundary}"`,
    '',
    `--${boundary}`,
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(body).toString('base64'),
  ];
  for (const member of members) {
    const name = encodeURIComponent(member.name).replace(
      /['()*]/g,
      (c) => `%${c.charCodeAt(0).toString(16)}`,
    );
    lines.push(
      `--${boundary}`,
      `Content-Disposition: attachment; filename*=UTF-8''${name}`,
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from(await member.read()).toString('base64'),
    );
  }
  return Buffer.from([...lines, `--${boundary}--`, ''].join('\r\n'));
}

function oneLine(text: string): string {
  return text
    .slice(0, MAX_HEADER_CHARACTERS)
    .replace(/[\p{Cc}\p{Z}]+/gu, ' ')
    .trim();
}

/** As Outlook shows it in China. */
function inChina(time: Date): string {
  const local = new Date(time.getTime() + 8 * 3_600_000).toISOString();
  const [, year, month, day, clock] = /^(\d+)-(\d\d)-(\d\d)T(\d\d:\d\d)/.exec(local) ?? [];
  return year ? `${year}年${Number(month)}月${Number(day)}日 ${clock}` : '';
}
