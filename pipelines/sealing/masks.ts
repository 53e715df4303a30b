import type { InformantField, Span } from '../../domain/index.js';
import { oneOf } from '../one-of.js';

export type Mask = Span;

/** Characters that a writer or a scanner puts inside a number or a name without changing it. */
const isFiller = oneOf('\t-\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff—–_.·•()（）-');

/** Every occurrence of any of some values in a text. */
export type Finder = (text: string) => Mask[];

/**
 * Finds the fields' values however they are spaced: `138-0013-8000` for 13800138000, `张 建军` for 张建军; numbers also in
 * full-width and Chinese figures. Names of other people in `longer` that contain a value (吴桐林 for 吴桐) are left whole.
 * Case does not count. One character alone is no value: it would blacken the whole letter.
 */
export function createFinder(
  fields: readonly InformantField[],
  longer: ReadonlySet<string> = new Set(),
): Finder {
  const values = fields.map(({ value }) => squeeze(value).text).filter((value) => value.length >= 2);
  const wanted = values.map((value) => ({
    value,
    others: [...longer].filter((name) => name.length > value.length && name.includes(value)),
  }));
  const numbers = fields.flatMap(longNumber);
  return (text) => {
    if (wanted.length === 0) return [];
    const squeezed = squeeze(text);
    const found = wanted.flatMap(({ value, others }) =>
      placesOf(squeezed, value, (at) =>
        others.some((name) => {
          const inside = name.indexOf(value);
          return squeezed.text.startsWith(name, at - inside) && at >= inside;
        }),
      ),
    );
    if (numbers.length === 0) return found;
    const figures = onlyFigures(text);
    return [...found, ...numbers.flatMap((number) => placesOf(figures, number))];
  };
}

/** Where a value stands, but for where it is part of something else. */
function placesOf({ text, places }: Squeezed, value: string, isPart?: (at: number) => boolean): Mask[] {
  const found: Mask[] = [];
  for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1))
    if (!isPart?.(at)) found.push({ start: places[at]!, end: places[at + value.length - 1]! + 1 });
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

/** @param masks merged: a list names thousands, and each of them is asked for */
export function overlapsMask(span: Span, masks: readonly Mask[]): boolean {
  let [low, high] = [0, masks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (masks[middle]!.end <= span.start) low = middle + 1;
    else high = middle;
  }
  return low < masks.length && masks[low]!.start < span.end;
}

/** The text with `▇` of the same length over the masks, which are merged. */
export function cover(text: string, masks: Mask[]): string {
  let covered = '';
  let at = 0;
  for (const { start, end } of masks) {
    covered += text.slice(at, start) + text.slice(start, end).replace(/[^\n\t]/g, '▇');
    at = end;
  }
  return covered + text.slice(at);
}

interface Squeezed {
  text: string;
  /** Place in the original of each unit. */
  places: number[];
}

/** Figures of every writing; whatever else stands between them is one `#`. */
function onlyFigures(text: string): Squeezed {
  let digits = '';
  const places: number[] = [];
  for (let at = 0; at < text.length; at++) {
    if (isFiller(text, at)) continue;
    const figure = figureOf[text.charCodeAt(at)]!;
    if (figure === noFigure && digits.endsWith('#')) continue;
    digits += figure === noFigure ? '#' : String(figure);
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

const noFigure = 10;
/** What figure a UTF-16 unit is. */
const figureOf = new Uint8Array(0x10000).fill(noFigure);
for (const figures of [
  '0123456789',
  '０１２３４５６７８９',
  '〇一二三四五六七八九',
  '零幺',
  '零壹贰叁肆伍陆柒捌玖',
  '○',
  'O',
  'o',
])
  for (const [figure, character] of [...figures].entries()) figureOf[character.charCodeAt(0)] = figure;

/** The figures of a value that is a number of seven or more, whatever they are written in. */
function longNumber({ kind, value }: InformantField): string[] {
  if (kind === 'name' || kind === 'address' || kind === 'email') return [];
  const figures = [...value]
    .filter((c) => !isFiller(c, 0))
    .map((c) => (c.length > 1 || figureOf[c.charCodeAt(0)] === noFigure ? '#' : figureOf[c.charCodeAt(0)]))
    .join('');
  if (!/^\d{7,20}#?$/.test(figures)) return [];
  return [figures.replace('#', '').replace(/^86(?=1\d{10}$)/, '')];
}
