import type {
  Extraction,
  Normalised,
  NormalisedPage,
  OffsetRun,
  QualityFlag,
  Recognition,
} from '../../domain/index.js';
import { defineStage } from '../stage.js';
import { isDamaged } from './damage.js';
import { toSource } from './glyphs.js';
import { type NormaliseOptions, normaliseText } from './text.js';

export { type NormalisedText, type NormaliseOptions, normaliseText } from './text.js';

/** Joins what extraction and recognition read into one text in normal form, with the way back to each page. */
export const normalisationStage = defineStage({
  name: 'normalisation',
  needs: ['extraction', 'recognition'],
  gives: 'normalised',
  version: 1,
  run: ({ extraction, recognition }) => normalise(extraction, recognition),
});

function normalise(extraction: Extraction, recognition: readonly Recognition[]): Normalised {
  const flags = new Set<QualityFlag>(extraction.flags);
  const read = new Map(recognition.map((r) => [r.page, r]));
  const pages: NormalisedPage[] = [];
  const offsets: OffsetRun[][] = [];
  let text = '';
  for (const page of extraction.pages) {
    for (const flag of page.flags) flags.add(flag);
    const recognised = page.recognise ? read.get(page.number) : undefined;
    for (const flag of recognised?.flags ?? []) flags.add(flag);
    if (page.recognise && !recognised) flags.add('unreadable_page');
    const own = recognised
      ? normaliseText(recognised.text, { layout: 'print', lines: recognised.lines })
      : normaliseText(page.recognise ? '' : page.text, { layout: layouts[extraction.format] });
    // An empty page adds no line feed: a document without text has the empty text.
    if (text !== '' && own.text !== '') text += '\n';
    const start = text.length;
    text += own.text;
    pages.push({
      number: page.number,
      start,
      end: text.length,
      recognised: page.recognise,
      confidence: page.recognise ? (recognised?.confidence ?? 0) : 1,
    });
    offsets.push(own.offsets.map(([at, source, length]): OffsetRun => [at + start, source, length]));
  }
  if (isDamaged(text)) flags.add('damaged_text');
  return { text, pages, offsets, flags: [...flags] };
}

const layouts = {
  text: 'typed',
  docx: 'paragraphs',
  pdf: 'print',
  jpeg: 'print',
  png: 'print',
  tiff: 'print',
} as const satisfies Record<Extraction['format'], NormaliseOptions['layout']>;

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
