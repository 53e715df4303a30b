import type { FormatReader, Member } from '../formats.js';
import { MAX_MEMBERS } from '../limits.js';

/** Many mails in one file, as Unix mail programs and exports keep them: each is a member. */
export const mboxReader: FormatReader = {
  format: 'mbox',
  extensions: ['mbox', 'mbx'],
  async read(bytes) {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const starts = startsOf(buffer);
    const members = starts.map((start, i): Member => {
      const mail = buffer.subarray(buffer.indexOf(0x0a, start) + 1, starts[i + 1] ?? buffer.length);
      return { name: `邮件${i + 1}.eml`, size: mail.length, read: async () => withoutQuotes(mail) };
    });
    return { pages: [], members };
  },
};

const separator = Buffer.from('\nFrom ');

/** Whether a line at this place begins a mail: `From sender day month … year`. */
function isSeparator(buffer: Buffer, at: number): boolean {
  const feed = buffer.indexOf(0x0a, at);
  if (feed < 0) return false;
  return /^From \S{1,320} .{0,60}\d\d:\d\d.{0,20}$/.test(
    buffer.toString('latin1', at, Math.min(feed, at + 420)).trimEnd(),
  );
}

/** Whether the file is a box of mails. */
export function isMbox(buffer: Buffer): boolean {
  return buffer.toString('latin1', 0, 5) === 'From ' && isSeparator(buffer, 0);
}

/** Lines that look like the beginning of a mail and are none; no box has more of them. */
const MOST_DOUBTS = 100_000;

/** Where mails begin: behind an empty line. One more than may be read is enough to know that there are too many. */
function startsOf(buffer: Buffer): number[] {
  const starts = [0];
  let at = buffer.indexOf(separator);
  for (let doubts = 0; at >= 0 && starts.length <= MAX_MEMBERS && doubts < MOST_DOUBTS; doubts++) {
    const afterGap = buffer[at - 1] === 0x0a || (buffer[at - 1] === 0x0d && buffer[at - 2] === 0x0a);
    if (afterGap && isSeparator(buffer, at + 1)) starts.push(at + 1);
    at = buffer.indexOf(separator, at + 1);
  }
  return starts;
}

/** A line of a letter that begins with `From ` was written `>From `. */
function withoutQuotes(mail: Buffer): Buffer {
  return mail.includes('\n>From ')
    ? Buffer.from(mail.toString('latin1').replaceAll('\n>From ', '\nFrom '), 'latin1')
    : mail;
}
