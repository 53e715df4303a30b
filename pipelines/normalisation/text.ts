import type { OffsetRun, RecognisedLine } from '../../domain/index.js';
import { normaliseCharacter } from './characters.js';
import { type Glyph, textOf, toGlyphs, toRuns } from './glyphs.js';
import { repairMarks } from './misread-marks.js';
import { findContinuations, isWrapped, type Line, widthOf } from './paragraphs.js';
import { simplify } from './simplified.js';
import { type SpaceOrigin, tidySpaces } from './spaces.js';

export interface NormaliseOptions {
  /**
   * `print` (default): PDF or scan, lines end where the paper does and spaces are guessed from gaps.
   * `typed`: plain text; lines are joined only where it was clearly wrapped at a fixed width.
   * `paragraphs`: each line is a paragraph already (Word).
   */
  layout?: 'print' | 'typed' | 'paragraphs';
  /** Given for recognised pages: where their lines stand; they cover the lines of the text. */
  lines?: readonly RecognisedLine[];
}

export interface NormalisedText {
  text: string;
  /** Runs from this text to the source; see `OffsetRun`. */
  offsets: OffsetRun[];
}

/**
 * One page's text in the form in which everything after it reads and compares: see `normaliseCharacter`
 * for characters, `tidySpaces` for spaces; lines of one paragraph are joined, paragraphs end with one line
 * feed, table cells keep their tabs, Traditional becomes Simplified, pinyin in brackets goes.
 */
export function normaliseText(written: string, options: NormaliseOptions = {}): NormalisedText {
  // Half a character is none: the register's JSON takes only whole ones. The places stay.
  const text = written.toWellFormed();
  // Where no line depends on another, a long list never lies in memory a glyph at a time.
  if (options.layout !== 'paragraphs' || text.length <= MOST_AT_ONCE) return normaliseWhole(text, options);
  const whole: NormalisedText = { text: '', offsets: [] };
  for (let from = 0; from < text.length; ) {
    const feed = text.indexOf('\n', from + MOST_AT_ONCE);
    const end = feed < 0 ? text.length : feed;
    const part = normaliseWhole(text.slice(from, end), options);
    if (part.text !== '') {
      if (whole.text !== '') {
        whole.offsets.push([whole.text.length, from - 1, 1]);
        whole.text += '\n';
      }
      const at = whole.text.length;
      for (const [place, source, length] of part.offsets)
        whole.offsets.push([at + place, from + source, length]);
      whole.text += part.text;
    }
    from = end + 1;
  }
  return whole;
}

/** Characters that are taken to pieces together. */
const MOST_AT_ONCE = 20_000;

function normaliseWhole(text: string, options: NormaliseOptions): NormalisedText {
  const { layout = 'print', lines: boxes } = options;
  const characters: Glyph[] = [];
  for (const glyph of toGlyphs(text)) {
    glyph.text = normaliseCharacter(glyph.text);
    if (glyph.text !== '') characters.push(glyph);
  }
  const plain = dropPinyin(characters);
  const glyphs = boxes === undefined ? plain : repairMarks(plain);
  const lines = splitLines(glyphs, layout === 'print' ? 'print' : 'typed', boxes ?? []);
  const infos = lines.map((line) => line.info);
  const joins = layout === 'print' || (layout === 'typed' && isWrapped(infos));
  const continuations = joins ? findContinuations(infos) : infos.map(() => false);
  const joined = simplify(joinLines(lines, continuations));
  return { text: textOf(joined), offsets: toRuns(joined) };
}

const insertion =
  /(?<=\p{Script=Han})[（(](?=[^（()）]{0,40}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ])[a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿɡɑ' ]{1,40}[)）]/gu;

/** Web pages print 字(zì) for the blind reader; the reading stands in the middle of words and names. */
function dropPinyin(glyphs: readonly Glyph[]): Glyph[] {
  const text = textOf(glyphs);
  const dropped = [...text.matchAll(insertion)].map((m) => [m.index, m.index + m[0].length] as const);
  if (dropped.length === 0) return [...glyphs];
  let at = 0;
  let next = 0;
  return glyphs.filter((glyph) => {
    const start = at;
    at += glyph.text.length;
    while (next < dropped.length && dropped[next]![1] <= start) next++;
    return next >= dropped.length || start < dropped[next]![0];
  });
}

interface GlyphLine {
  glyphs: Glyph[];
  info: Line;
  /** The line feed behind it, null at the end of the text. */
  end: Glyph | null;
}

/** Lines with something on them, spaces tidied. */
function splitLines(
  glyphs: readonly Glyph[],
  origin: SpaceOrigin,
  boxes: readonly RecognisedLine[],
): GlyphLine[] {
  const lines: GlyphLine[] = [];
  let current: Glyph[] = [];
  let gap = false;
  let box = 0;
  const push = (end: Glyph | null) => {
    const first = current.findIndex((glyph) => glyph.text !== ' ');
    const tidy = tidySpaces(current, origin);
    if (tidy.length === 0 || tidy.every((glyph) => glyph.text === '\t')) gap = lines.length > 0;
    else {
      const start = tidy[0]!.start;
      while (box < boxes.length && boxes[box]!.end <= start) box++;
      const found = boxes[box] && boxes[box]!.start <= start ? boxes[box]!.box : null;
      const text = textOf(tidy);
      const indent = current
        .slice(0, Math.max(first, 0))
        .reduce((sum, { end, start }) => sum + (end > start ? 1 : 0), 0);
      lines.push({
        glyphs: tidy,
        end,
        info: { text, width: widthOf(text), indent, box: found, afterGap: gap },
      });
      gap = false;
    }
    current = [];
  };
  for (const glyph of glyphs) {
    if (glyph.text === '\n') push(glyph);
    else current.push(glyph);
  }
  push(null);
  return lines;
}

function joinLines(lines: readonly GlyphLine[], continuations: readonly boolean[]): Glyph[] {
  const out: Glyph[] = [];
  for (const [i, line] of lines.entries()) {
    const feed = lines[i - 1]?.end;
    if (feed) {
      if (!continuations[i]) out.push({ ...feed, text: '\n' });
      else if (needsSpace(out[out.length - 1]!.text, line.glyphs[0]!.text)) out.push({ ...feed, text: ' ' });
    }
    // One by one: a line may have more glyphs than a call takes arguments.
    for (const glyph of line.glyphs) out.push(glyph);
  }
  return out;
}

/** Latin words stay apart over a line end; figures are one figure, and Chinese writes no spaces. */
function needsSpace(before: string, after: string): boolean {
  const latin = /^\p{Script=Latin}$/u;
  return (
    (latin.test(before) && /^[\p{Script=Latin}\p{Nd}]$/u.test(after)) ||
    (latin.test(after) && /^\p{Nd}$/u.test(before))
  );
}
