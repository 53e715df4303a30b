import type { Span } from '../../domain/index.js';

const beyond = /[\u{20000}-\u{3ffff}]/gu;
/** The first and the last of the characters in whose place the rare ones are read: no dictionary and hardly a text has them. */
const [first, last] = [0x3400, 0x4dbf];
/** Rare characters at the end of a text that come before all others where there are not stand-ins enough: whoever signs stands there. */
const lastOnes = 100;

/** A text of which each character is one UTF-16 unit, and what was read of it, in the characters of the item. */
interface PlainText {
  text: string;
  /** The same value with the item's own characters, and spans that part none of them. */
  restored<T>(value: T): T;
}

/**
 * The text with two ordinary characters in the place of each of those beyond the first 65,536 (王𬭎), of which UTF-16 has
 * two units: readers look at a name unit by unit, and would take none of them for a character of a name.
 */
export function withStandIns(written: string): PlainText {
  const all = written.match(beyond) ?? [];
  const rare = [...new Set([...all.slice(-lastOnes), ...all])];
  if (rare.length === 0) return { text: written, restored: (value) => value };
  const taken = new Set(written);
  const free = Array.from({ length: last - first + 1 }, (_, n) => String.fromCharCode(first + n)).filter(
    (char) => !taken.has(char),
  );
  const pairs = rare.slice(0, Math.floor(free.length / 2)).map((char, n) => {
    const [one, other] = free.slice(2 * n, 2 * n + 2) as [string, string];
    return { char, one, other };
  });
  const standIn = new Map(pairs.map(({ char, one, other }) => [char, one + other]));
  const charOf = new Map(
    pairs.flatMap(({ char, one, other }) => [
      [one, char],
      [other, char],
    ]),
  );
  const text = written.replace(beyond, (char) => standIn.get(char) ?? char);
  /** Whoever parted the two took half a character: it is the whole one. */
  const plain = (words: string) =>
    words.replace(/([\u3400-\u4dbf])([\u3400-\u4dbf]?)/g, (both, one: string, other: string) => {
      const char = charOf.get(one);
      if (char === undefined) return one + (charOf.get(other) ?? other);
      return standIn.get(char) === both ? char : char + (charOf.get(other) ?? other);
    });
  const isInside = (at: number) => /[\udc00-\udfff]/.test(written.charAt(at));
  const whole = ({ start, end }: Span): Span => ({
    start: isInside(start) ? start - 1 : start,
    end: isInside(end) ? end + 1 : end,
  });
  const restored = <T>(value: T): T => {
    if (typeof value === 'string') return plain(value) as T;
    if (Array.isArray(value)) return value.map(restored) as T;
    if (value === null || typeof value !== 'object') return value;
    const all = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, restored(one)]));
    const { start, end } = all;
    return (
      typeof start === 'number' && typeof end === 'number' ? { ...all, ...whole({ start, end }) } : all
    ) as T;
  };
  return { text, restored };
}
