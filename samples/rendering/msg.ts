import CFB from 'cfb';

/** A message as Outlook keeps it; `file` is another message or the bytes of a file. */
export interface OutlookMessage {
  sender: { name: string; address: string };
  to: readonly { name: string; address: string }[];
  subject: string;
  /** UTC. */
  sentAt: Date;
  text?: string;
  html?: string;
  /** What Outlook keeps instead, packed. */
  rtf?: Uint8Array;
  attachments?: readonly { name: string; file: Uint8Array | OutlookMessage }[];
  /** Texts in this code page instead of Unicode. */
  encode?: (text: string) => Uint8Array;
}

/** Writes a .msg (MS-OXMSG) with the properties that a reader needs. */
export function writeMsg(message: OutlookMessage): Buffer {
  const container = CFB.utils.cfb_new();
  addMessage(container, '/', message, 32);
  return Buffer.from(CFB.write(container, { type: 'buffer' }) as Uint8Array);
}

type Container = ReturnType<typeof CFB.utils.cfb_new>;

function addMessage(container: Container, path: string, message: OutlookMessage, header: number): void {
  const add = (name: string, content: Uint8Array) => CFB.utils.cfb_add(container, path + name, content);
  const encode = message.encode;
  const text = (tag: string, value: string | undefined, at = '') => {
    if (value === undefined) return;
    add(
      `${at}__substg1.0_${tag}${encode ? '001E' : '001F'}`,
      encode ? encode(value) : Buffer.from(value, 'utf16le'),
    );
  };
  text('0037', message.subject);
  text('0C1A', message.sender.name);
  text('5D01', message.sender.address);
  text('1000', message.text);
  if (message.html !== undefined) add('__substg1.0_10130102', Buffer.from(message.html));
  if (message.rtf) add('__substg1.0_10090102', message.rtf);
  const sent = Buffer.alloc(8);
  sent.writeBigUInt64LE(BigInt(message.sentAt.getTime() + 11_644_473_600_000) * 10_000n);
  const fixed = [fixedProperty(0x00390040, sent)];
  if (message.html !== undefined) fixed.push(fixedProperty(0x3fde0003, long(65001)));
  if (encode) fixed.push(fixedProperty(0x3ffd0003, long(936)));
  add('__properties_version1.0', Buffer.concat([Buffer.alloc(header), ...fixed]));
  for (const [i, { name, address }] of message.to.entries()) {
    const at = `__recip_version1.0_#${String(i).padStart(8, '0')}/`;
    text('3001', name, at);
    text('39FE', address, at);
    add(`${at}__properties_version1.0`, Buffer.concat([Buffer.alloc(8), fixedProperty(0x0c150003, long(1))]));
  }
  for (const [i, { name, file }] of (message.attachments ?? []).entries()) {
    const at = `__attach_version1.0_#${String(i).padStart(8, '0')}/`;
    text('3707', name, at);
    add(`${at}__properties_version1.0`, Buffer.alloc(8));
    if (file instanceof Uint8Array) add(`${at}__substg1.0_37010102`, file);
    else addMessage(container, `${path}${at}__substg1.0_3701000D/`, file, 24);
  }
}

function fixedProperty(tag: number, value: Buffer): Buffer {
  const entry = Buffer.alloc(16);
  entry.writeUInt32LE(tag, 0);
  entry.writeUInt32LE(6, 4);
  value.copy(entry, 8);
  return entry;
}

function long(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeInt32LE(value, 0);
  return bytes;
}
