/** Text reduced to what two papers are compared by, with the way back to the offsets of the full text. */
export interface Comparable {
  /** Letters and digits only, ASCII in lower case; one UTF-16 unit for each kept unit of the source. */
  text: string;
  /** For each unit of `text`, its offset in the full text. */
  at: Int32Array;
}

const mask = 0x2587;
const other = /[\p{L}\p{N}]/u;

/** Han, ASCII letters and digits decide without a regular expression: nearly every unit of a letter is one. */
function isKept(code: number): boolean {
  if (code >= 0x4e00 && code <= 0x9fff) return true;
  if (code < 0x80) {
    return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
  }
  if (code === mask || (code >= 0x2000 && code <= 0x206f) || (code >= 0x3000 && code <= 0x3004)) return false;
  // Rare Han lie outside the basic plane: both halves stay, so that units still map one to one.
  if (code >= 0xd800 && code <= 0xdfff) return true;
  return other.test(String.fromCharCode(code));
}

/**
 * Keeps the letters and digits of a text: white space, punctuation and the ▇ of sealed stretches say
 * nothing about whether two papers are the same, and recognition gets them wrong most often.
 */
export function toComparable(text: string): Comparable {
  const codes = new Uint16Array(text.length);
  const at = new Int32Array(text.length);
  let n = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (!isKept(code)) continue;
    codes[n] = code >= 0x41 && code <= 0x5a ? code + 32 : code;
    at[n++] = i;
  }
  return { text: decodeUnits(codes.subarray(0, n)), at: at.subarray(0, n) };
}

function decodeUnits(codes: Uint16Array): string {
  const step = 8192;
  let text = '';
  for (let i = 0; i < codes.length; i += step) {
    text += String.fromCharCode(...codes.subarray(i, i + step));
  }
  return text;
}

/** The comparable form of a short string: a name, a sum as written, a sentence. */
export function comparableText(text: string): string {
  return toComparable(text).text;
}
