import { isMbox } from './mbox.js';

/** Fields that only a mail program writes. */
const machine = new Set(
  'received return-path message-id mime-version content-type content-transfer-encoding dkim-signature x-mailer delivered-to arc-seal x-originating-ip'.split(
    ' ',
  ),
);
/** Fields that a person might type, too. */
const common = new Set(['from', 'to', 'cc', 'date', 'subject', 'sender', 'reply-to']);

/** What is looked at: the fields that tell stand there, whatever stands before them. */
const LOOKED_AT = 64 * 1024;

/** Whether a file is a mail, or a box of them: told by its header, of which one field at least is a program's. */
export function mailFormatOf(bytes: Uint8Array): 'eml' | 'mbox' | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (isMbox(buffer)) return 'mbox';
  const found = { machine: 0, common: 0 };
  for (const line of buffer
    .toString('latin1', 0, LOOKED_AT)
    .replace(/^(?:ï»¿)?\s*/, '')
    .split('\n')) {
    if (line.trim() === '') break;
    if (line.startsWith(' ') || line.startsWith('\t')) continue;
    const name = /^([!-9;-~]{1,76}) ?:/.exec(line)?.[1]?.toLowerCase();
    if (name === undefined) return null;
    if (machine.has(name)) found.machine += 1;
    if (common.has(name)) found.common += 1;
  }
  return found.machine > 0 && found.machine + found.common >= 2 ? 'eml' : null;
}
