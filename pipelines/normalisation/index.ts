import type {
  ExtractedTable,
  Extraction,
  Normalised,
  NormalisedPage,
  OffsetRun,
  QualityFlag,
  Recognition,
  Span,
} from '../../domain/index.js';
import { layouts } from '../extraction/index.js';
import { defineStage } from '../stage.js';
import { findDamage, findMarks, joinSpans } from './damage.js';
import { findDoubt } from './doubt.js';
import { fromSource, toSource } from './glyphs.js';
import { round, textQuality } from './quality.js';
import { normaliseText } from './text.js';

export { findDamage } from './damage.js';
export { originOf } from './glyphs.js';
export { type NormalisedText, type NormaliseOptions, normaliseText } from './text.js';

/** Joins what extraction and recognition read into one text in normal form, with the way back to each page. */
export const normalisationStage = defineStage({
  name: 'normalisation',
  needs: ['extraction', 'recognition'],
  gives: 'normalised',
  version: 7,
  run: ({ extraction, recognition }) => normalise(extraction, recognition),
});

/** Text below this is mostly characters that nobody writes. */
const LEAST_QUALITY = 0.5;

function normalise(extraction: Extraction, recognition: readonly Recognition[]): Normalised {
  const flags = new Set<QualityFlag>(extraction.parts.flatMap((part) => part.flags));
  const read = new Map(recognition.map((r) => [r.page, r]));
  const pages: NormalisedPage[] = [];
  const offsets: OffsetRun[][] = [];
  let text = '';
  for (const page of extraction.pages) {
    const recognised = page.recognise ? read.get(page.number) : undefined;
    const own = new Set<QualityFlag>([...page.flags, ...(recognised?.flags ?? [])]);
    if (page.recognise && !recognised) own.add('unreadable_page');
    const { format } = extraction.parts[page.part]!;
    const normal = recognised
      ? normaliseText(recognised.text, { layout: 'print', lines: recognised.lines })
      : normaliseText(page.recognise ? '' : page.text, {
          layout: format ? layouts[format] : 'typed',
        });
    // An empty page adds no line feed: a document without text has the empty text.
    if (text !== '' && normal.text !== '') text += '\n';
    const start = text.length;
    text += normal.text;
    const written = textQuality(normal.text);
    const marks = findMarks(recognised?.text ?? page.text).map((span) =>
      placeSpan(span, normal.offsets, normal.text.length, 0),
    );
    const damaged = joinSpans([...findDamage(normal.text), ...marks.filter((m) => m.end > m.start)]);
    if (damaged.length > 0 || written < LEAST_QUALITY) own.add('damaged_text');
    const confidence = page.recognise ? (recognised?.confidence ?? 0) : 1;
    pages.push({
      number: page.number,
      part: page.part,
      start,
      end: text.length,
      recognised: page.recognise,
      confidence,
      quality: own.has('blank_page') ? 1 : round(confidence * written),
      doubtful: recognised
        ? findDoubt(recognised).map((span) => placeSpan(span, normal.offsets, normal.text.length, start))
        : [],
      damaged: damaged.map((span) => ({ start: start + span.start, end: start + span.end })),
      tables: (recognised ? recognised.tables : page.tables).map((table) =>
        placeTable(table, normal.offsets, normal.text.length, start),
      ),
      flags: [...own],
    });
    for (const flag of own) flags.add(flag);
    offsets.push(normal.offsets.map(([at, source, length]): OffsetRun => [at + start, source, length]));
  }
  return { text, pages, offsets, flags: [...flags] };
}

/** A table of the page's source text in offsets of the whole normalised text. */
function placeTable(
  { rows }: ExtractedTable,
  runs: readonly OffsetRun[],
  length: number,
  at: number,
): ExtractedTable {
  return {
    rows: rows.map(({ row, cells }) => ({
      row,
      cells: cells.map((span) => placeSpan(span, runs, length, at)),
    })),
  };
}

/** A stretch of the page's source text in its normalised text, moved by `at`. */
function placeSpan({ start, end }: Span, runs: readonly OffsetRun[], length: number, at: number): Span {
  return { start: at + fromSource(runs, length, start), end: at + fromSource(runs, length, end) };
}

/**
 * The stretch of its page's source text (extraction or recognition) that the character at `offset`, a
 * UTF-16 offset of the normalised text, came from. The line feed between two pages belongs to none: it
 * gives the empty stretch at the end of the page before it.
 *
 * @throws {RangeError} where the offset lies outside the text.
 */
export function sourceOffset(
  normalised: Normalised,
  offset: number,
): { page: number; start: number; end: number } {
  if (!Number.isInteger(offset) || offset < 0 || offset >= normalised.text.length) {
    throw new RangeError(`no character at ${offset}`);
  }
  const index = normalised.pages.findLastIndex((page) => page.start <= offset && page.start < page.end);
  const page = normalised.pages[index]!;
  const runs = normalised.offsets[index]!;
  const stretch = toSource(runs, page.end, offset, Math.min(offset + 1, page.end));
  return { page: page.number, ...stretch };
}
