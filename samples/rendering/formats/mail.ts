import { writeMail } from '../eml.js';
import { writeMsg } from '../msg.js';

export interface MemberFile {
  name: string;
  bytes: Uint8Array;
}

/** A mail whose head stands in the first lines of its text as a mail program shows it. */
export function renderEml(text: string, attachments: readonly MemberFile[]): Buffer {
  const { from, to, sentAt, subject, body } = mailOf(text);
  // As RFC 5322 writes it, in the time of Beijing.
  const date = new Date(sentAt.getTime() + 8 * 3_600_000).toUTCString().replace('GMT', '+0800');
  return writeMail({
    from: `${from.name} <${from.address}>`,
    to: `${to.name} <${to.address}>`,
    date,
    subject,
    text: body,
    charset: 'gbk',
    attachments: attachments.map(({ name, bytes }) => ({
      name,
      type: name.endsWith('.jpg') ? 'image/jpeg' : 'application/octet-stream',
      content: bytes,
    })),
  });
}

/** The same mail as Outlook keeps it. */
export function renderMsg(text: string): Buffer {
  const { from, to, sentAt, subject, body } = mailOf(text);
  return writeMsg({ sender: from, to: [to], subject, sentAt, text: body });
}

function mailOf(text: string) {
  const [head = '', ...rest] = text.split('\n\n');
  const field = (label: string) => {
    const line = head.split('\n').find((l) => l.startsWith(`${label}：`));
    if (!line) throw new Error(`the mail does not say its ${label}`);
    return line.slice(label.length + 1);
  };
  const [, year, month, day, hour, minute] =
    /^(\d{4})年(\d+)月(\d+)日 (\d+):(\d+)$/.exec(field('日期'))?.map(Number) ?? [];
  return {
    from: addressOf(field('发件人')),
    to: addressOf(field('收件人')),
    sentAt: new Date(Date.UTC(year!, month! - 1, day, hour! - 8, minute)),
    subject: field('主题'),
    body: rest.join('\n\n'),
  };
}

function addressOf(written: string): { name: string; address: string } {
  const [, name = '', address = ''] = /^(.*) <([^>]*)>$/.exec(written) ?? [];
  return { name, address };
}
