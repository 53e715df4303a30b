import iconv from 'iconv-lite';

/** A file attached to a mail. */
export interface Attachment {
  name: string;
  type: string;
  content: Uint8Array;
}

export interface Mail {
  /** `姓名 <address>` */
  from: string;
  to: string;
  /** As RFC 5322 writes it: `Tue, 18 Apr 2017 09:12:00 +0800`. */
  date: string;
  subject: string;
  text: string;
  attachments?: readonly Attachment[];
  charset?: 'gbk' | 'gb18030' | 'big5' | 'utf-8';
}

const BOUNDARY = '----=_NextPart_000_0001_01D2B7F5';

/** Writes a mail as Chinese mail programs do: words of the header and the body in base64 of one encoding. */
export function writeMail(mail: Mail): Buffer {
  const charset = mail.charset ?? 'gbk';
  const word = (text: string) => `=?${charset}?B?${iconv.encode(text, charset).toString('base64')}?=`;
  const address = (text: string) =>
    text.replace(/^[^<]*[^<\s]/, (name) => (/[^ -~]/.test(name) ? word(name) : name));
  const head = [
    'Received: from mail.example.com by mx.example.com; Tue, 18 Apr 2017 09:12:05 +0800',
    `Date: ${mail.date}`,
    `From: ${address(mail.from)}`,
    `To: ${address(mail.to)}`,
    `Subject: ${word(mail.subject)}`,
    'Message-ID: <201704180912000001@example.com>',
    'X-Mailer: Foxmail 7, 2, 8, 379[cn]',
    'MIME-Version: 1.0',
  ];
  const body = [
    `Content-Type: text/plain; charset="${charset}"`,
    'Content-Transfer-Encoding: base64',
    '',
    inLines(iconv.encode(mail.text.replaceAll('\n', '\r\n'), charset)),
  ];
  const attachments = mail.attachments ?? [];
  if (attachments.length === 0) return Buffer.from([...head, ...body, ''].join('\r\n'));
  const files = attachments.flatMap(({ name, type, content }) => [
    `--${BOUNDARY}`,
    `Content-Type: ${type}; name="${word(name)}"`,
    'Content-Transfer-Encoding: base64',
    `Content-Disposition: attachment; filename="${word(name)}"`,
    '',
    inLines(Buffer.from(content)),
  ]);
  return Buffer.from(
    [
      ...head,
      `Content-Type: multipart/mixed; boundary="${BOUNDARY}"`,
      '',
      'This is a multi-part message in MIME format.',
      `--${BOUNDARY}`,
      ...body,
      ...files,
      `--${BOUNDARY}--`,
      '',
    ].join('\r\n'),
  );
}

function inLines(bytes: Buffer): string {
  return bytes.toString('base64').replace(/.{76}/g, '$&\r\n');
}
