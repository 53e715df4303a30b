import type { Span } from '../../../domain/index.js';
import {
  align,
  areConfusable,
  type Comparable,
  comparableText,
  createMemo,
  nameDifference,
  toComparable,
} from '../wording/index.js';

/** Two texts laid side by side. */
export interface Alignment {
  a: Comparable;
  b: Comparable;
  /** Place in `b.text` for each unit of `a.text`, or -1; shared, never to be written to. */
  to: Int32Array;
  /** Share of the shorter text's units that stand equal in the longer one, 0..1. */
  coverage: number;
  /** Share of units that differ within stretches that both texts have: errors of recognition or typing. */
  noise: number;
}

/** A single differing unit or a pair is noise; a longer run is another wording. */
const longestNoiseRun = 2;

/** Of what texts are compared by follows how they lie: a family that grows lays only its new member side by side. */
const placesOf = createMemo<Int32Array>(8_000_000);

/** @param terms stretches of text `a` whose differences say another fact rather than an error. */
export function alignTexts(textA: string, textB: string, terms: readonly Span[] = []): Alignment {
  const a = toComparable(textA);
  const b = toComparable(textB);
  const weight = 3 * a.text.length + b.text.length;
  const to = placesOf(`${a.text.length}:${a.text}${b.text}`, weight, () => align(a.text, b.text));
  return measured(a, b, to, terms);
}

/** The same alignment seen from text `b`. */
export function turnRound({ a, b, to }: Alignment, terms: readonly Span[] = []): Alignment {
  const back = new Int32Array(b.text.length).fill(-1);
  for (let i = 0; i < to.length; i++) if (to[i]! >= 0) back[to[i]!] = i;
  return measured(b, a, back, terms);
}

function measured(a: Comparable, b: Comparable, to: Int32Array, terms: readonly Span[]): Alignment {
  const inTerm = new Uint8Array(a.text.length);
  for (const { start, end } of terms) inTerm.fill(1, placeOf(a.at, start), placeOf(a.at, end));
  let equal = 0;
  let noisy = 0;
  let run = 0;
  for (let i = 0; i < to.length; i++) {
    if (to[i]! >= 0 && a.text.charCodeAt(i) === b.text.charCodeAt(to[i]!)) {
      equal++;
      if (run > 0 && run <= longestNoiseRun) noisy += run;
      run = 0;
    } else if (!isDigit(a.text.charCodeAt(i))) run += inTerm[i] === 1 ? longestNoiseRun + 1 : 1;
  }
  const shorter = Math.min(a.text.length, b.text.length);
  return {
    a,
    b,
    to,
    coverage: shorter === 0 ? 0 : equal / shorter,
    noise: equal === 0 ? 1 : noisy / (equal + noisy),
  };
}

/** Digits tell copies apart in day of writing and numbering: their differences say nothing about errors. */
function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/**
 * How the stretches in which one text has a term read in the other:
 * `same` term, `close` (errors of recognition explain the difference), `other` term, or `gone` (the other
 * text has nothing there).
 */
export type Reading = 'same' | 'close' | 'other' | 'gone';

/** Above this share of errors a single differing unit of a term may be an error of recognition. */
export const cleanNoise = 0.004;

/**
 * Reads one term of text `a` where the alignment puts it in text `b`.
 *
 * @param strict for terms in which each unit counts (names, sums): a single differing unit that recognition
 *   does not confuse counts as another term when every occurrence reads alike.
 */
export function readTerm(alignment: Alignment, term: string, strict: boolean): Reading {
  const wanted = comparableText(term);
  if (wanted.length === 0) return 'gone';
  const { a, b, to, noise } = alignment;
  if (b.text.includes(wanted)) return 'same';
  const readings: string[] = [];
  for (let i = a.text.indexOf(wanted); i >= 0; i = a.text.indexOf(wanted, i + wanted.length)) {
    const reading = stretchIn(b.text, to, i, i + wanted.length);
    if (reading !== null) readings.push(reading);
  }
  if (readings.length === 0) return 'gone';
  if (readsAlike(wanted, readings) || misreadAnother(wanted, readings)) return 'other';
  let close = 0;
  for (const reading of readings) if (isClose(wanted, reading, noise, strict)) close++;
  if (close * 2 > readings.length) return 'close';
  // Errors scatter, another name is written alike each time.
  const scattered = readings.length > 1 && new Set(readings).size === readings.length;
  if (scattered && noise > cleanNoise && readings.some((r) => sharedUnits(wanted, r) * 2 >= wanted.length)) {
    return 'close';
  }
  return 'other';
}

/** Whether most occurrences read as one other term: by several units, or by a number or letter (一期, 二期). */
function readsAlike(wanted: string, readings: readonly string[]): boolean {
  const counts = new Map<string, number>();
  for (const reading of readings) counts.set(reading, (counts.get(reading) ?? 0) + 1);
  for (const [reading, count] of counts) {
    if (count < 2 || count * 2 <= readings.length) continue;
    const { all, beyondConfusion } = nameDifference(wanted, reading);
    if (beyondConfusion >= 2) return true;
    if (all === 1 && [...wanted].some((unit, i) => unit !== reading[i] && numbering.test(unit + reading[i])))
      return true;
  }
  return false;
}
const numbering = /^(?:[0-9a-z]{2}|[一二三四五六七八九十东西南北]{2})$/;

/** Readings that are laid beside one another at most. */
const mostReadings = 12;
/** Longer terms are no names: what they are laid beside one another by would cost too much. */
const longestTerm = 60;
/** Units by which readings of one term may differ from it on the average: one that is misread alike each time. */
const mostMisread = 2;

/**
 * Whether the readings are another term, misread here and there: errors scatter about what was written, so that
 * readings of this term are nearer to it than to one another.
 */
function misreadAnother(wanted: string, readings: readonly string[]): boolean {
  if (readings.length < 2 || wanted.length > longestTerm) return false;
  const some = readings.slice(0, mostReadings);
  const fromWanted = meanOf(some.map((reading) => distance(wanted, reading)));
  if (fromWanted < mostMisread) return false;
  const pairs = some.flatMap((reading, i) => some.slice(i + 1).map((other) => distance(reading, other)));
  return meanOf(pairs) < fromWanted;
}

function meanOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, n) => sum + n, 0) / numbers.length;
}

/** Units to put in, leave out or replace to make one term of the other; those that recognition confuses are equal. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const across = row[j - 1]! + (areConfusable(a[i - 1]!, b[j - 1]!) ? 0 : 1);
      next.push(Math.min(across, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[b.length]!;
}

/**
 * Reads a stretch of text `a` only where it stands: for sums, which another place may repeat by chance.
 * `same` needs equal units; `close` two thirds of the numerals in order, or only units that recognition confuses.
 */
export function readPlace({ a, b, to }: Alignment, { start, end }: Span): Reading {
  const from = placeOf(a.at, start);
  const until = placeOf(a.at, end);
  const wanted = a.text.slice(from, until);
  const reading = stretchIn(b.text, to, from, until);
  if (reading === null) return 'gone';
  if (reading === wanted) return 'same';
  if (nameDifference(wanted, reading).beyondConfusion === 0) return 'close';
  const [mine, theirs] = [numeralsOf(wanted), numeralsOf(reading)];
  const longest = Math.max(mine.length, theirs.length);
  return longest > 0 && sharedUnits(mine, theirs) * 3 >= longest * 2 ? 'close' : 'other';
}

/** A sum without its units and final zeros: what tells it from other sums. */
function numeralsOf(sum: string): string {
  return sum.replace(/[人民币万亿元圆角分整正拾佰仟十百千]/g, '').replace(/0{1,40}$/, '');
}

/** First place in comparable text at or behind an offset of the full text. */
export function placeOf(at: Int32Array, offset: number): number {
  let low = 0;
  let high = at.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at[middle]! < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where text `b` in full has what is aligned with a stretch of text `a`; null where nothing is. */
export function placeIn({ a, b, to }: Alignment, { start, end }: Span): Span | null {
  const aligned = [...to.subarray(placeOf(a.at, start), placeOf(a.at, end))].filter((place) => place >= 0);
  if (aligned.length === 0) return null;
  return { start: b.at[aligned[0]!]!, end: b.at[aligned.at(-1)!]! + 1 };
}

/** What text `b` has between the places of the first and the last aligned unit; null where it has nothing. */
function stretchIn(b: string, to: Int32Array, from: number, end: number): string | null {
  let first = -1;
  let last = -1;
  for (let i = from; i < end; i++) {
    if (to[i]! < 0) continue;
    if (first < 0) first = to[i]!;
    last = to[i]!;
  }
  if (first < 0) return null;
  return last - first > 2 * (end - from) ? null : b.slice(first, last + 1);
}

function isClose(wanted: string, reading: string, noise: number, strict: boolean): boolean {
  const { all, beyondConfusion } = nameDifference(wanted, reading);
  if (beyondConfusion === 0) return all * 2 <= wanted.length + 1;
  if (noise <= cleanNoise) return false;
  const missing = wanted.length - sharedUnits(wanted, reading);
  if (strict) return false;
  return missing <= 1 + Math.floor(wanted.length / 5) && wanted.length >= 3;
}

/** Units of the term that stand in the reading in the same order. */
function sharedUnits(wanted: string, reading: string): number {
  let shared = 0;
  let from = 0;
  for (const unit of wanted) {
    const at = reading.indexOf(unit, from);
    if (at < 0) continue;
    shared++;
    from = at + 1;
  }
  return shared;
}
