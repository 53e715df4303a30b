import iconv from 'iconv-lite';
import type { QualityFlag } from '../../../domain/index.js';
import { decodeText } from '../characters/index.js';

/** Names that mails use for what GB18030 contains, and those that say nothing. */
const aliases: Readonly<Record<string, string>> = {
  gb2312: 'gb18030',
  gbk: 'gb18030',
  cp936: 'gb18030',
  'x-gbk': 'gb18030',
  'gb_2312-80': 'gb18030',
  chinese: 'gb18030',
  'x-x-big5': 'big5',
  'big5-hkscs': 'big5hkscs',
  utf8: 'utf-8',
};
/** Declared by programs that did not look: the bytes themselves have to tell. */
const saysNothing = new Set([
  '',
  'us-ascii',
  'ascii',
  'iso-8859-1',
  'windows-1252',
  'unknown-8bit',
  'x-unknown',
  'default',
  '8bit',
]);

/** The encoding that a mail names, as iconv-lite knows it, or null where it names none that means something. */
export function knownCharset(declared: string): string | null {
  const name = declared.trim().toLowerCase();
  if (saysNothing.has(name)) return null;
  const known = aliases[name] ?? name;
  return iconv.encodingExists(known) ? known : null;
}

/** Decodes a body as it says it is encoded; where that is no text, as the bytes themselves tell. */
export function decodeBody(bytes: Buffer, declared: string): { text: string; flags: QualityFlag[] } {
  const charset = knownCharset(declared);
  if (charset) {
    const text = iconv.decode(bytes, charset);
    if (!text.includes('\uFFFD')) return { text, flags: [] };
  }
  const told = decodeText(bytes);
  const text = told?.text ?? iconv.decode(bytes, charset ?? 'gb18030');
  const flags: QualityFlag[] = [];
  if (told?.uncertain ?? bytes.length > 0) flags.push('encoding_uncertain');
  if (text.includes('\uFFFD')) flags.push('damaged_text');
  return { text, flags };
}
