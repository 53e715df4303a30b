import type { InformantField, Span } from '../../domain/index.js';
import { oneOf } from '../one-of.js';

export type Mask = Span;

/** Characters that a writer or a scanner puts inside a number or a name without changing it. */
const isFiller = oneOf('\t-\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff—–_.·•()（）-');

/**
 * Every occurrence of the field's value in the text, however it is spaced: `138-0013-8000` for 13800138000,
 * `张 建军` for 张建军; numbers also in full-width and Chinese figures. Names of other people in `longer` that
 * contain the value (吴桐林 for 吴桐) are left whole. Case does not count. One character alone is no value: it
 * would blacken the whole letter.
 */
export function findOccurrences(
  text: string,
  field: InformantField,
  longer: ReadonlySet<string> = new Set(),
): Mask[] {
  const wanted = squeeze(field.value).text;
  if (wanted.length < 2) return [];
  const { text: haystack, places } = latest('letters', text, squeeze);
  const others = [...longer].filter((name) => name.length > wanted.length && name.includes(wanted));
  const whole = (at: number) =>
    others.some((name) => {
      const inside = name.indexOf(wanted);
      return haystack.startsWith(name, at - inside) && at >= inside;
    });
  const found: Mask[] = digitsAnywhere(text, field);
  for (let at = haystack.indexOf(wanted); at >= 0; at = haystack.indexOf(wanted, at + 1)) {
    const start = places[at];
    const last = places[at + wanted.length - 1];
    if (whole(at)) continue;
    if (start !== undefined && last !== undefined) found.push({ start, end: last + 1 });
  }
  return found;
}

/** Sorted masks without overlap; empty and inverted ones are dropped. */
export function mergeMasks(masks: readonly Mask[]): Mask[] {
  const merged: Mask[] = [];
  for (const mask of [...masks].filter((m) => m.end > m.start).sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last !== undefined && mask.start <= last.end) last.end = Math.max(last.end, mask.end);
    else merged.push({ start: Math.max(0, mask.start), end: mask.end });
  }
  return merged;
}

export function overlapsMask(span: Span, masks: readonly Mask[]): boolean {
  return masks.some((mask) => span.start < mask.end && mask.start < span.end);
}

interface Squeezed {
  text: string;
  /** Place in the original of each unit. */
  places: number[];
}

const kept = new Map<string, { of: string; squeezed: Squeezed }>();

/** One letter is searched for every field of its informant: it is squeezed once. Only the latest is kept. */
function latest(kind: string, text: string, make: (text: string) => Squeezed): Squeezed {
  const before = kept.get(kind);
  if (before?.of === text) return before.squeezed;
  const squeezed = make(text);
  kept.set(kind, { of: text, squeezed });
  return squeezed;
}

/** Figures of every writing; whatever else stands in the text is `#`. */
function onlyFigures(text: string): Squeezed {
  let digits = '';
  const places: number[] = [];
  for (let at = 0; at < text.length; at++) {
    if (isFiller(text, at)) continue;
    const char = text.charAt(at);
    digits += figureOf(char) ?? '#';
    places.push(at);
  }
  return { text: digits, places };
}

/** Every character that is another one in lower case stands here. */
const perhapsUpper = /[A-Z\u00c0-\u2fff\ua640-\ua7ff\uff21-\uff3a]/g;

/** The text without fillers, lower case, with the place of each remaining UTF-16 unit. */
function squeeze(text: string): Squeezed {
  let kept = '';
  const places: number[] = [];
  let from = 0;
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && !isFiller(text, at)) {
      places.push(at);
      continue;
    }
    kept += text.slice(from, at);
    from = at + 1;
  }
  const squeezed = kept.replace(perhapsUpper, (unit) => {
    const lower = unit.toLowerCase();
    return lower.length === 1 ? lower : unit;
  });
  return { text: squeezed, places };
}

const hanDigits = '〇一二三四五六七八九';

function figureOf(char: string): string | null {
  if (/\d/.test(char)) return char;
  if (/[０-９]/.test(char)) return String(char.charCodeAt(0) - 0xff10);
  if (char === '零' || char === '○' || char === 'O' || char === 'o') return '0';
  if (char === '幺') return '1';
  const han = hanDigits.indexOf(char);
  return han >= 0 ? String(han) : null;
}

/** Places whose figures are those of a number of seven figures or more, whatever they are written in. */
function digitsAnywhere(text: string, field: InformantField): Mask[] {
  if (field.kind === 'name' || field.kind === 'address' || field.kind === 'email') return [];
  const figures = [...field.value].map((c) => (isFiller(c, 0) ? '' : (figureOf(c) ?? '#'))).join('');
  if (!/^[+＋]?\d{7,20}#?$/.test(figures)) return [];
  const wanted = figures.replace(/\D/g, '').replace(/^86(?=1\d{10}$)/, '');
  const { text: digits, places } = latest('figures', text, onlyFigures);
  const found: Mask[] = [];
  for (let at = digits.indexOf(wanted); at >= 0; at = digits.indexOf(wanted, at + 1)) {
    const start = places[at];
    const last = places[at + wanted.length - 1];
    if (start !== undefined && last !== undefined) found.push({ start, end: last + 1 });
  }
  return found;
}
