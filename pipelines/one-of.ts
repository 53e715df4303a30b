/** Whether one of some characters stands at a place of a text; false before its beginning and behind its end. */
export type OneOf = (text: string, at: number) => boolean;

/**
 * Asks for one of the characters: one look at a table of bits, where an expression over one character costs a call.
 *
 * @param characters each a single UTF-16 unit; `a-z` stands for all from a to z, a last `-` for itself
 */
export function oneOf(characters: string): OneOf {
  const bits = new Uint32Array(0x10000 / 32);
  for (let i = 0; i < characters.length; i++) {
    const first = characters.charCodeAt(i);
    const range = characters[i + 1] === '-' && i + 2 < characters.length;
    if (range) i += 2;
    for (let unit = first; unit <= characters.charCodeAt(i); unit++) bits[unit >> 5]! |= 1 << (unit & 31);
  }
  return (text, at) => {
    const unit = text.charCodeAt(at);
    return ((bits[unit >> 5]! >> (unit & 31)) & 1) === 1;
  };
}

/** The first place in [from, to) at which such a character stands, no further than the text's end; else that end. */
export function firstOf(is: OneOf, text: string, from: number, to = text.length): number {
  const end = Math.min(to, text.length);
  for (let at = from; at < end; at++) if (is(text, at)) return at;
  return Math.max(from, end);
}

/** The place behind the last such character in [from, to); else `from`. */
export function behindLastOf(is: OneOf, text: string, from: number, to: number): number {
  for (let at = to; at > from; at--) if (is(text, at - 1)) return at;
  return from;
}

/** A Chinese character. */
export const isHan = oneOf('\u3400-\u9fff');
