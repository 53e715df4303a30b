import iconv from 'iconv-lite';
import { isCommonHan } from './common-characters.js';

export interface DecodedText {
  text: string;
  /** WHATWG label of the encoding. */
  encoding: string;
  /** Two encodings explain the bytes almost equally well, or none does well. */
  uncertain: boolean;
  /** Some bytes could not be decoded. */
  damaged: boolean;
}

/** As much as is needed to tell encodings apart. */
const SAMPLE_BYTES = 64 * 1024;
/** Below this no encoding makes readable text of the bytes; a note of rare characters only is still above it. */
const LEAST_SCORE = 0.05;
/** Where the best encoding is this good and this far ahead, there is no doubt. */
const SURE_SCORE = 0.55;
const SURE_MARGIN = 0.25;

/**
 * Decodes a plain-text file: byte order mark first, then NULs (UTF-16 without a mark), then strict UTF-8,
 * then whichever of GB18030, Big5, UTF-16 and slightly damaged UTF-8 gives the most everyday characters.
 *
 * @returns null where the bytes are not text in any of them.
 */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  const marked = decodeMarked(bytes);
  if (marked) return marked;
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  if (!sample.includes(0)) {
    const text = decodeStrictly('utf-8', bytes);
    if (text !== null) return isReadable(text) ? sure('utf-8', text) : null;
    const cut = decodeCutOff(bytes);
    if (cut !== null) return sure('utf-8', cut);
  }
  const candidates = (sample.includes(0) ? ['utf-16le', 'utf-16be'] : singleBytePossible(bytes))
    .map((encoding) => ({ encoding, score: scoreText(decodeSample(encoding, sample)) }))
    .sort((a, b) => b.score - a.score);
  const [best, second] = candidates;
  if (!best || best.score < LEAST_SCORE) return null;
  const text = decode(best.encoding, bytes);
  return {
    text,
    encoding: best.encoding,
    uncertain: best.score < SURE_SCORE || best.score - (second?.score ?? 0) < SURE_MARGIN,
    damaged: text.includes('\uFFFD'),
  };
}

function singleBytePossible(bytes: Uint8Array): string[] {
  const labels = ['gb18030', 'big5', 'utf-8'];
  return bytes.length % 2 === 0 ? [...labels, 'utf-16le', 'utf-16be'] : labels;
}

function decodeMarked(bytes: Uint8Array): DecodedText | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return finish('utf-8', bytes.subarray(3));
  if (a === 0xff && b === 0xfe) return finish('utf-16le', bytes.subarray(2));
  if (a === 0xfe && b === 0xff) return finish('utf-16be', bytes.subarray(2));
  return null;
}

function finish(encoding: string, bytes: Uint8Array): DecodedText | null {
  const text = decode(encoding, bytes);
  if (text !== '' && !isReadable(text)) return null;
  return { text, encoding, uncertain: false, damaged: text.includes('\uFFFD') };
}

function sure(encoding: string, text: string): DecodedText {
  return { text, encoding, uncertain: false, damaged: text.includes('\uFFFD') };
}

function decodeStrictly(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** UTF-8 of which only the last character is not whole; null where anything else is wrong with it. */
function decodeCutOff(bytes: Uint8Array): string | null {
  let start = bytes.length - 1;
  while (start > bytes.length - 4 && start > 0 && (bytes[start]! & 0xc0) === 0x80) start--;
  const whole = decodeStrictly('utf-8', bytes.subarray(0, Math.max(0, start)));
  // A single odd byte behind ASCII is more likely half a character of another encoding.
  return whole !== null && isReadable(whole) && /[^\0-\x7f]/.test(whole) ? decode('utf-8', bytes) : null;
}

function decode(encoding: string, bytes: Uint8Array): string {
  return encoding.startsWith('utf-')
    ? new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes)
    : iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding);
}

/** The sample may end in the middle of a character; that is not held against the encoding. */
function decodeSample(encoding: string, sample: Uint8Array): string {
  const text = decode(encoding, sample);
  return sample.length === SAMPLE_BYTES ? text.slice(0, -4) : text;
}

/** Control characters are what machine data is made of; a letter has none but line ends and tabs. */
function isReadable(text: string): boolean {
  let odd = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if ((unit < 32 && unit !== 9 && unit !== 10 && unit !== 12 && unit !== 13) || unit === 0xfffd) odd++;
  }
  // The last character of a short text that was cut off is no reason to refuse it.
  return odd <= Math.max(1, text.length * 0.02);
}

/**
 * How much a decoding looks like Chinese prose: 1 where everything beyond ASCII is an everyday character
 * or Chinese punctuation, below 0 where it is rubbish.
 */
function scoreText(text: string): number {
  let beyondAscii = 0;
  let points = 0;
  let controls = 0;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    if (code < 0x80) {
      if (code < 32 && code !== 9 && code !== 10 && code !== 12 && code !== 13) controls++;
      continue;
    }
    beyondAscii++;
    points += pointsOf(character, code);
  }
  if (controls > text.length * 0.02) return -1;
  return beyondAscii === 0 ? 1 : points / beyondAscii;
}

function pointsOf(character: string, code: number): number {
  if (code === 0xfffd || (code >= 0x80 && code < 0xa0) || (code >= 0xe000 && code <= 0xf8ff)) return -2;
  if (code >= 0x4e00 && code <= 0x9fff) return isCommonHan(character) ? 1 : 0.1;
  if (isChinesePunctuation(code)) return 0.8;
  return -0.5;
}

function isChinesePunctuation(code: number): boolean {
  return (
    (code >= 0x3000 && code <= 0x301f) ||
    (code >= 0xff01 && code <= 0xff5e) ||
    (code >= 0x2010 && code <= 0x2026) ||
    code === 0xb7 ||
    code === 0xffe5
  );
}

/**
 * Decodes names, headers and the like that come without a word on their encoding. They are too short to tell it
 * one by one: all of them together do. Bytes that are in no encoding become `\uFFFD`.
 */
export function decodeShort(texts: readonly Uint8Array[]): string[] {
  const joined = Buffer.concat(texts.flatMap((text) => [text, Buffer.from('\n')]));
  const utf8 = decodeStrictly('utf-8', joined) !== null;
  const told = utf8 ? null : decodeText(joined)?.encoding;
  const encoding = utf8 ? 'utf-8' : told && !told.startsWith('utf-16') ? told : 'gb18030';
  return texts.map((text) => decode(encoding, text));
}
