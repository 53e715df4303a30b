import { PermanentError } from '../../../domain/index.js';
import { MAX_DOCUMENT_PART_BYTES } from '../limits.js';

/** What the window holds before the first byte (MS-OXRTFCP 2.1.3.1.4). */
const BEGINNING =
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor ' +
  'MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par ' +
  '\\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx';
const HEADER_BYTES = 16;
const WINDOW_BYTES = 4096;
const PLAIN = 0x414c454d;
const PACKED = 0x75465a4c;

/**
 * Unpacks the RTF that Outlook keeps of a letter that has no other body.
 *
 * @throws {PermanentError} `extraction.damaged`, `extraction.unpacks_too_large`.
 */
export function unpackRtf(bytes: Buffer): Buffer {
  const kind = bytes.length >= HEADER_BYTES ? bytes.readUInt32LE(8) : 0;
  if (kind === PLAIN) return bytes.subarray(HEADER_BYTES);
  if (kind !== PACKED) throw new PermanentError('extraction.damaged', { kind: 'msg' });
  const size = bytes.readUInt32LE(4);
  if (size > MAX_DOCUMENT_PART_BYTES) throw new PermanentError('extraction.unpacks_too_large');
  const window = Buffer.alloc(WINDOW_BYTES);
  let at = window.write(BEGINNING, 'latin1');
  const out = Buffer.alloc(size);
  let length = 0;
  const put = (byte: number) => {
    window[at] = byte;
    at = (at + 1) % WINDOW_BYTES;
    if (length < size) out[length++] = byte;
  };
  for (let from = HEADER_BYTES; from < bytes.length && length < size; ) {
    const control = bytes[from++]!;
    for (let bit = 0; bit < 8 && from < bytes.length && length < size; bit++) {
      if ((control & (1 << bit)) === 0) {
        put(bytes[from++]!);
        continue;
      }
      const reference = (bytes[from]! << 8) | (bytes[from + 1] ?? 0);
      from += 2;
      const start = reference >> 4;
      // A reference to where the window is being written says that this is the end.
      if (start === at) return out.subarray(0, length);
      for (let i = 0; i < (reference & 15) + 2; i++) put(window[(start + i) % WINDOW_BYTES]!);
    }
  }
  return out.subarray(0, length);
}
