import type { Span } from '../../domain/index.js';

const beyond = /[\u{20000}-\u{3ffff}]/gu;
/** Characters that hardly any text has: the first of those in whose place the rare ones are read. */
const first = 0x3400;

/** A text of which each character is one UTF-16 unit, and what was read of it, in the characters of the item. */
export interface PlainText {
  text: string;
  /** The same value with the item's own characters, and spans that part none of them. */
  restored<T>(value: T): T;
}

/**
 * The text with two ordinary characters in the place of each of those beyond the first 65,536 (王𬭎), of which UTF-16 has
 * two units: readers look at a name unit by unit, and would take none of them for a character of a name.
 */
export function withStandIns(written: string): PlainText {
  const rare = [...new Set(written.match(beyond) ?? [])];
  if (rare.length === 0) return { text: written, restored: (value) => value };
  const free = Array.from({ length: 2 * rare.length + 64 }, (_, n) => String.fromCharCode(first + n)).filter(
    (char) => !written.includes(char),
  );
  const pairs = rare.map((char, n) => [char, `${free[2 * n]}${free[2 * n + 1]}`] as const);
  const text = pairs.reduce((all, [char, pair]) => all.replaceAll(char, pair), written);
  const plain = (words: string) => pairs.reduce((all, [char, pair]) => all.replaceAll(pair, char), words);
  const isInside = (at: number) => text !== written && isLow(written.charCodeAt(at));
  const whole = ({ start, end }: Span) => ({
    start: isInside(start) ? start - 1 : start,
    end: isInside(end) ? end + 1 : end,
  });
  const restored = <T>(value: T): T => {
    if (typeof value === 'string') return plain(value) as T;
    if (Array.isArray(value)) return value.map(restored) as T;
    if (value === null || typeof value !== 'object') return value;
    const all = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, restored(one)]));
    return (typeof all.start === 'number' && typeof all.end === 'number'
      ? { ...all, ...whole(all as unknown as Span) }
      : all) as unknown as T;
  };
  return { text, restored };
}

const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;
