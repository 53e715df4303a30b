import iconv from 'iconv-lite';
import { isCommonHan } from './common-characters.js';

/** Fewer Chinese characters than this do not show that a guess was right. */
const LEAST_HAN = 4;
const LEAST_COMMON_SHARE = 0.7;

/** Bytes of the characters that Windows-1252 has in the place of C1 controls. */
const windows1252: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 256 }, (_, byte): [string, number] => [
    new TextDecoder('windows-1252').decode(Uint8Array.of(byte)),
    byte,
  ]),
);

/**
 * UTF-8 that somebody once read in another encoding and saved again, put back: only where the whole text turns
 * back without a byte left over and becomes everyday Chinese; else null, and the text stays as it is.
 */
export function repairMojibake(text: string): string | null {
  if (!/[^\0-\x7f]/.test(text)) return null;
  return accept(text, toWesternBytes(text)) ?? accept(text, toGbkBytes(text));
}

function toWesternBytes(text: string): Uint8Array | null {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const byte = windows1252.get(text[i]!) ?? (code < 0x100 ? code : undefined);
    if (byte === undefined) return null;
    bytes[i] = byte;
  }
  return bytes;
}

function toGbkBytes(text: string): Uint8Array | null {
  // Chinese that reads as such was not misread: no need to turn a whole letter about.
  const sample = [...text.slice(0, 400)].filter((c) => c >= '\u4E00' && c <= '\u9FFF');
  if (sample.length < LEAST_HAN || commonShare(sample) > 0.5) return null;
  const bytes = iconv.encode(text, 'gbk');
  return iconv.decode(bytes, 'gbk') === text ? bytes : null;
}

function accept(text: string, bytes: Uint8Array | null): string | null {
  if (!bytes) return null;
  let repaired: string;
  try {
    repaired = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
  const plain = repaired.replace(/^\uFEFF/, '');
  const han = [...plain].filter((c) => c >= '\u4E00' && c <= '\u9FFF');
  return plain !== text && han.length >= LEAST_HAN && commonShare(han) >= LEAST_COMMON_SHARE ? plain : null;
}

function commonShare(han: readonly string[]): number {
  return han.filter(isCommonHan).length / Math.max(1, han.length);
}
