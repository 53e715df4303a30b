import { PermanentError, type QualityFlag } from '../../domain/index.js';
import { decodeText } from './characters/index.js';
import type { FormatReader } from './formats.js';
import { MAX_TEXT_BYTES, MAX_TEXT_CHARACTERS } from './limits.js';

/**
 * The whole of a plain-text file, with its encoding and what is doubtful about it.
 *
 * @throws {PermanentError} `extraction.too_much_text`, `extraction.unknown_format`, `extraction.empty_file`.
 */
export function readPlainText(
  bytes: Uint8Array,
  most = { bytes: MAX_TEXT_BYTES, characters: MAX_TEXT_CHARACTERS },
): { text: string; encoding: string; flags: QualityFlag[] } {
  if (bytes.length > most.bytes) {
    throw new PermanentError('extraction.too_much_text', { limit: most.characters });
  }
  const decoded = decodeText(bytes);
  if (!decoded) throw new PermanentError('extraction.unknown_format');
  if (decoded.text.trim() === '') throw new PermanentError('extraction.empty_file');
  const flags: QualityFlag[] = [];
  if (decoded.uncertain) flags.push('encoding_uncertain');
  if (decoded.damaged) flags.push('damaged_text');
  return { text: decoded.text, encoding: decoded.encoding, flags };
}

/** Plain text in UTF-8, UTF-16, GB18030 (with GBK and GB2312) or Big5, with or without a byte order mark. */
export const textReader: FormatReader = {
  format: 'text',
  extensions: ['txt', 'text', 'log', 'md'],
  async read(bytes) {
    const { text, encoding, flags } = readPlainText(bytes);
    return { encoding, pages: [{ text }], flags };
  },
};
