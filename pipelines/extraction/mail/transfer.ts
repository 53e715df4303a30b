import { PermanentError } from '../../../domain/index.js';

/** What stands for itself, for a line that goes on, or for a byte: `=E4`. */
const EQUALS = 0x3d;

/** Quoted-printable; in a header (`Q`) a low line is a blank. What is no code stands for itself. */
export function decodeQuoted(bytes: Buffer, header = false): Buffer {
  const out = Buffer.alloc(bytes.length);
  let length = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    if (byte === EQUALS) {
      const high = hexValue(bytes[i + 1]);
      const low = hexValue(bytes[i + 2]);
      if (high >= 0 && low >= 0) {
        out[length++] = high * 16 + low;
        i += 2;
        continue;
      }
      const feed = endOfLine(bytes, i + 1);
      if (feed >= 0) {
        i = feed;
        continue;
      }
    }
    out[length++] = header && byte === 0x5f ? 0x20 : byte;
  }
  return out.subarray(0, length);
}

/** Some programs end each line with its own `=`; a file of so many lines would be larger than any that is read. */
const MOST_BLOCKS = 4_000_000;

/**
 * Base64 with whatever stands between its signs: line ends, blanks, rubbish.
 *
 * @throws {PermanentError} `extraction.damaged` for more blocks than a file can have.
 */
export function decodeBase64(bytes: Buffer): Buffer {
  const out = Buffer.alloc(Math.ceil((bytes.length * 3) / 4));
  let length = 0;
  for (let at = 0, blocks = 0; at < bytes.length; blocks++) {
    // What is behind must not be lost without a word.
    if (blocks === MOST_BLOCKS) throw new PermanentError('extraction.damaged', { kind: 'eml' });
    const padding = bytes.indexOf(EQUALS, at);
    const end = padding < 0 ? bytes.length : padding;
    if (end > at) length += out.write(bytes.toString('latin1', at, end), length, 'base64');
    at = end + 1;
  }
  return out.subarray(0, length);
}

/** Where the line ends, if nothing but blanks stands before it; else -1. */
function endOfLine(bytes: Buffer, from: number): number {
  // A mail server may have put blanks there, but no more than fill a line.
  for (let i = from; i < Math.min(bytes.length, from + 80); i++) {
    if (bytes[i] === 0x0a) return i;
    if (bytes[i] !== 0x20 && bytes[i] !== 0x09 && bytes[i] !== 0x0d) return -1;
  }
  return -1;
}

function hexValue(byte: number | undefined): number {
  if (byte === undefined) return -1;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte & 0xdf;
  return letter >= 0x41 && letter <= 0x46 ? letter - 0x37 : -1;
}
