import { PermanentError, type QualityFlag } from '../../domain/index.js';
import { decodeText } from './encoding.js';
import type { FormatReader } from './formats.js';
import { MAX_TEXT_BYTES, MAX_TEXT_CHARACTERS } from './limits.js';

/** Plain text in UTF-8, UTF-16, GB18030 (with GBK and GB2312) or Big5, with or without a byte order mark. */
export const textReader: FormatReader = {
  format: 'text',
  extensions: ['txt', 'text', 'log', 'md'],
  read(bytes) {
    if (bytes.length > MAX_TEXT_BYTES) {
      throw new PermanentError('extraction.too_much_text', { limit: MAX_TEXT_CHARACTERS });
    }
    const decoded = decodeText(bytes);
    if (!decoded) throw new PermanentError('extraction.unknown_format');
    if (decoded.text.trim() === '') throw new PermanentError('extraction.empty_file');
    const flags: QualityFlag[] = [];
    if (decoded.uncertain) flags.push('encoding_uncertain');
    if (decoded.damaged) flags.push('damaged_text');
    return Promise.resolve({ encoding: decoded.encoding, pages: [{ text: decoded.text }], flags });
  },
};
