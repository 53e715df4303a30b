import type { Span } from '../../domain/index.js';
import { oneOf } from '../one-of.js';
import { firstAtOrAfter } from './first-at.js';
import { isBookingLine } from './form-lines.js';

/** A text prepared for reading: without the white space that scans and columns put into words. */
export interface Reading {
  /** The text without white space; a hard line end stands as one line feed. */
  text: string;
  /** For each unit of `text`, and one past its end, the offset in the original. */
  offsets: Int32Array;
  /** Half-open stretches between commas, ascending and end to end. */
  clauses: Span[];
  /** Index of the sentence to which each clause belongs. */
  sentenceOf: number[];
  /** For each unit of `text`, and one past its end, the clause that holds it or last began before it; 0 at least. */
  clauseOf: Int32Array;
}

const isClauseEnd = oneOf('，,：:（）()\t');
const isSentenceEnd = oneOf('。！？!?；;\n');
const closers = /[。！？!?；;：:，,、”"》）)]$/;
const label = /^[^，。；！？：:]{1,12}[：:]/;
const enumerator =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.、．])/;

/** Shortest line, in characters, that can have been broken by the width of the paper only. */
const fullLine = 16;

/** Strips white space, joins lines that only the paper's width broke, and cuts sentences and clauses. */
export function layOut(source: string): Reading {
  const units: string[] = [];
  const offsets: number[] = [];
  let lineStart = 0;
  const lines = source.split('\n');
  lines.forEach((line, index) => {
    let gap = false;
    for (let i = 0; i < line.length; i++) {
      const unit = line[i]!;
      if (unit === '\t' || unit === '\u3000' || unit === ' ' || unit === '\r' || unit === '\u00a0') {
        gap ||= unit === '\t';
        continue;
      }
      if (gap && units.length > 0 && units.at(-1) !== '\n') {
        units.push('\t');
        offsets.push(lineStart + i - 1);
      }
      gap = false;
      units.push(unit);
      offsets.push(lineStart + i);
    }
    const following = lines[index + 1];
    if (following !== undefined && !softBreak(line.trim(), following.trim()) && units.at(-1) !== '\n') {
      units.push('\n');
      offsets.push(lineStart + line.length);
    }
    lineStart += line.length + 1;
  });
  const text = units.join('');
  offsets.push(units.length > 0 ? offsets[units.length - 1]! + 1 : 0);
  return { text, offsets: Int32Array.from(offsets), ...cut(text) };
}

function softBreak(line: string, following: string): boolean {
  if (line.length < fullLine || following === '' || closers.test(line)) return false;
  if (line.includes('\t') || following.includes('\t')) return false;
  if (isBookingLine(line)) return false;
  // The width breaks no line far ahead of where the next one ends: this is a title or a paragraph.
  if (widthOf(following) > 1.3 * widthOf(line)) return false;
  return !label.test(following) && !enumerator.test(following) && !/^关于|^尊敬的/.test(following);
}

/** Width on paper, in halves of a Chinese character. */
function widthOf(line: string): number {
  let width = 0;
  for (let i = 0; i < line.length; i++) width += line.charCodeAt(i) < 0x80 ? 1 : 2;
  return width;
}

function cut(text: string): Pick<Reading, 'clauses' | 'sentenceOf' | 'clauseOf'> {
  const clauses: Span[] = [];
  const sentenceOf: number[] = [];
  let start = 0;
  let sentence = 0;
  for (let i = 0; i <= text.length; i++) {
    const endsSentence = i === text.length || isSentenceEnd(text, i);
    if (!endsSentence && (!isClauseEnd(text, i) || insideNumber(text, i))) continue;
    if (i > start) {
      clauses.push({ start, end: i });
      sentenceOf.push(sentence);
    }
    start = i + 1;
    if (endsSentence) sentence++;
  }
  const clauseOf = new Int32Array(text.length + 1);
  for (const [n, clause] of clauses.entries())
    clauseOf.fill(n, clause.start, clauses[n + 1]?.start ?? text.length + 1);
  return { clauses, sentenceOf, clauseOf };
}

/** The comma of 3，600元 and the colon of 9:40 part nothing. */
export function insideNumber(text: string, at: number): boolean {
  const isDigit = (unit: string | undefined) => unit !== undefined && unit >= '0' && unit <= '9';
  return ',，:：'.includes(text[at]!) && isDigit(text[at - 1]) && isDigit(text[at + 1]);
}

/** Index of the clause that holds, or last began before, an offset of the reading; 0 at least. */
export function clauseAt(reading: Reading, offset: number): number {
  return reading.clauseOf[Math.max(0, Math.min(offset, reading.text.length))]!;
}

/** First offset of the reading at or behind an offset of the original text. */
export function fromSource(reading: Reading, offset: number): number {
  return firstAtOrAfter(reading.offsets.length - 1, (i) => reading.offsets[i]!, offset);
}

/** A stretch of the reading as a span of the original text. */
export function toSource(reading: Reading, span: Span): Span {
  const last = reading.offsets[Math.max(span.start, span.end - 1)] ?? 0;
  return { start: reading.offsets[span.start] ?? 0, end: last + 1 };
}

/** Offset of the line feed that ends the line of an offset, or the text's length. */
export function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}
