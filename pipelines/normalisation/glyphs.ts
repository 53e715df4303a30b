import type { OffsetRun } from '../../domain/index.js';

/**
 * One piece of text on its way from source to normalised form, with the stretch of the source that it
 * stands for. Rules turn lists of glyphs into lists of glyphs: what is dropped takes its stretch with it,
 * so that offsets stay exact whatever the rules do.
 */
export interface Glyph {
  /** Never empty; usually one character. */
  text: string;
  /** UTF-16 offsets into the source, half open. */
  start: number;
  end: number;
}

const unit = /\r\n|[^\p{M}]\p{M}{0,8}|\p{M}/gsu;
/** Chinese characters, their punctuation and ASCII but for the carriage return: each is a glyph, unless a mark follows. */
const alone = (code: number) =>
  (code >= 0x4e00 && code < 0xa000) ||
  (code < 0x7f && code !== 0x0d) ||
  (code >= 0xff00 && code < 0xff66) ||
  (code >= 0x3001 && code < 0x3020);

/** Characters with the marks that belong to them. */
export function toGlyphs(text: string): Glyph[] {
  const glyphs: Glyph[] = [];
  for (let at = 0; at < text.length; ) {
    // What follows decides: behind a character that stands alone a mark cannot hide.
    if (alone(text.charCodeAt(at)) && (at + 1 === text.length || alone(text.charCodeAt(at + 1)))) {
      glyphs.push({ text: text[at]!, start: at, end: at + 1 });
      at += 1;
      continue;
    }
    unit.lastIndex = at;
    const match = unit.exec(text)![0];
    glyphs.push({ text: match, start: at, end: at + match.length });
    at += match.length;
  }
  return glyphs;
}

export function textOf(glyphs: readonly Glyph[]): string {
  let text = '';
  for (const glyph of glyphs) text += glyph.text;
  return text;
}

/** The offset map of finished glyphs, neighbouring one-to-one pieces joined into one run. */
export function toRuns(glyphs: readonly Glyph[]): OffsetRun[] {
  const runs: OffsetRun[] = [];
  let at = 0;
  let last: { run: OffsetRun; even: boolean } | null = null;
  for (const { text, start, end } of glyphs) {
    const even = text.length === end - start;
    if (even && last?.even && last.run[1] + last.run[2] === start) last.run[2] += text.length;
    else {
      const run: OffsetRun = [at, start, end - start];
      runs.push(run);
      last = { run, even };
    }
    at += text.length;
  }
  return runs;
}

/**
 * The stretch of the source that a stretch of the normalised text came from.
 *
 * @param runs of one text; `length` is that of the normalised text, which closes the last run.
 * @param start end half-open offsets of the normalised text; an empty stretch maps to an empty one.
 */
export function toSource(
  runs: readonly OffsetRun[],
  length: number,
  start: number,
  end: number,
): { start: number; end: number } {
  if (runs.length === 0) return { start: 0, end: 0 };
  const first = runAt(runs, start);
  if (start >= end) {
    const from = start >= length ? endOf(runs[runs.length - 1]!) : pointIn(runs, length, first, start, false);
    return { start: from, end: from };
  }
  const last = runAt(runs, end - 1);
  return {
    start: pointIn(runs, length, first, start, false),
    end: pointIn(runs, length, last, end - 1, true),
  };
}

/**
 * Where the character at `offset` of a text put together from stretches of another begins in that other.
 *
 * @param length of the text; it closes the last run.
 */
export function originOf(runs: readonly OffsetRun[], length: number, offset: number): number {
  return runs.length === 0 ? 0 : pointIn(runs, length, runAt(runs, offset), offset, false);
}

/** Where the character at `offset` begins, or ends, in the source. */
function pointIn(
  runs: readonly OffsetRun[],
  length: number,
  index: number,
  offset: number,
  ends: boolean,
): number {
  const [at, source, sourceLength] = runs[index]!;
  const runLength = (runs[index + 1]?.[0] ?? length) - at;
  if (runLength === sourceLength) return source + (offset - at) + (ends ? 1 : 0);
  return ends ? source + sourceLength : source;
}

function endOf([, source, sourceLength]: OffsetRun): number {
  return source + sourceLength;
}

function runAt(runs: readonly OffsetRun[], offset: number): number {
  let low = 0;
  let high = runs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (runs[middle]![0] <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * Where a place of the source (a UTF-16 offset) is found in the normalised text: the first character that
 * stands for it or for anything behind it.
 *
 * @param length of the normalised text.
 */
export function fromSource(runs: readonly OffsetRun[], length: number, offset: number): number {
  // Halved, not searched from the beginning: a list has a hundred thousand cells and as many runs.
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const [, source, sourceLength] = runs[middle]!;
    if (offset > source && offset >= source + sourceLength) low = middle + 1;
    else high = middle;
  }
  const run = runs[low];
  if (!run) return length;
  const [at, source, sourceLength] = run;
  if (offset <= source) return at;
  const end = runs[low + 1]?.[0] ?? length;
  // Inside a run of unequal lengths there is no finer place.
  return end - at === sourceLength ? at + (offset - source) : at;
}
