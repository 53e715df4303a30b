import type { InformantField } from '../../domain/index.js';
import type { Mask } from './masks.js';

/** Digits as scanners misread them. */
const digitRun = /[\dOoIlBSZ|*×][\dOoIlBSZ|*× \-—.]{4,24}[\dOoIlBSZXx|*×]/g;

/**
 * Places that are the field's value but for what a scanner or a hurried hand got wrong: numbers with up to two
 * digits amiss; in recognised text also names of three characters and more with one amiss, and addresses with a
 * fifth amiss. `others` are names of other people, which a name that is nearly theirs must not hide.
 */
export function findMisread(
  text: string,
  field: InformantField,
  recognised: boolean,
  others: ReadonlySet<string>,
): Mask[] {
  const value = field.value.replace(/[\s\-—–_.·•()（）]/gu, '');
  if (field.kind === 'phone' || field.kind === 'identity-number') return numbersLike(text, value);
  if (!recognised) return [];
  if (field.kind === 'name' && value.length >= 3) return stretchesLike(text, value, 1, others);
  if (field.kind === 'address' && value.length >= 6)
    return stretchesLike(text, value, Math.floor(value.length / 5), new Set());
  return [];
}

function numbersLike(text: string, value: string): Mask[] {
  if (value.length < 7) return [];
  const found: Mask[] = [];
  for (const match of text.matchAll(digitRun)) {
    const digits = match[0].replace(/[ \-—.]/g, '');
    if (Math.abs(digits.length - value.length) <= 1 && editsBelow(digits, value, 3))
      found.push({ start: match.index, end: match.index + match[0].length });
  }
  return found;
}

/** Windows of the value's length, line feeds and spaces left out, with at most `allowed` characters amiss. */
function stretchesLike(text: string, value: string, allowed: number, others: ReadonlySet<string>): Mask[] {
  const places: number[] = [];
  for (let at = 0; at < text.length; at++) if (!/\s/.test(text.charAt(at))) places.push(at);
  const found: Mask[] = [];
  for (let from = 0; from + value.length <= places.length; from++) {
    let amiss = 0;
    let window = '';
    for (let i = 0; i < value.length && amiss <= allowed; i++) {
      const char = text.charAt(places[from + i] ?? 0);
      if (char !== value.charAt(i)) amiss += 1;
      window += char;
    }
    const start = places[from];
    const last = places[from + value.length - 1];
    if (amiss > allowed || start === undefined || last === undefined || others.has(window)) continue;
    if (/^[\u3400-\u9fff]+$/.test(value) && !/^[\u3400-\u9fff]+$/.test(window)) continue;
    found.push({ start, end: last + 1 });
  }
  return found;
}

/** The two differ in fewer than `limit` insertions, omissions and changes. */
function editsBelow(a: string, b: string, limit: number): boolean {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a.charAt(i - 1) === b.charAt(j - 1) ? 0 : 1;
      next.push(Math.min((row[j - 1] ?? 0) + same, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return (row[b.length] ?? limit) < limit;
}
