import type { InformantField, Span } from '../../domain/index.js';

export type Mask = Span;

/** Characters that a writer or a scanner puts inside a number or a name without changing it. */
const filler = /[\s\-—–_.·•()（）]/u;

/**
 * Every occurrence of the field's value in the text, however it is spaced: `138-0013-8000` for 13800138000,
 * `张 建军` for 张建军. Case does not count. One character alone is no value: it would blacken the whole letter.
 */
export function findOccurrences(text: string, field: InformantField): Mask[] {
  const wanted = squeeze(field.value).text;
  if (wanted.length < 2) return [];
  const { text: haystack, places } = squeeze(text);
  const found: Mask[] = [];
  for (let at = haystack.indexOf(wanted); at >= 0; at = haystack.indexOf(wanted, at + 1)) {
    const start = places[at];
    const last = places[at + wanted.length - 1];
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

/** The text without fillers, lower case, with the place of each remaining UTF-16 unit. */
function squeeze(text: string): { text: string; places: number[] } {
  let squeezed = '';
  const places: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charAt(i);
    if (filler.test(unit)) continue;
    const lower = unit.toLowerCase();
    squeezed += lower.length === 1 ? lower : unit;
    places.push(i);
  }
  return { text: squeezed, places };
}
