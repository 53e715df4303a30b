import type { Span } from '../../../domain/index.js';
import { clauseAt, type Reading, toSource } from '../layout.js';
import { longestQuote } from './reasons.js';

/** Quotes kept for a tag. */
const quotes = 4;

/** The few most telling quotes: a pair's stretch, or the word with its clause where that is short; in the item's offsets. */
export function quotesOf(reading: Reading, reasons: readonly (Span & { weight: number })[]): Span[] {
  const chosen = [...reasons].sort((a, b) => b.weight - a.weight || a.start - b.start).slice(0, quotes);
  const spans = chosen.map((r) => quoteOf(reading, r)).sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Span[] = [];
  for (const span of spans) {
    const last = kept.at(-1);
    if (last && span.start < last.end) last.end = Math.max(last.end, span.end);
    else kept.push({ ...span });
  }
  return kept.map((span) => toSource(reading, span));
}

function quoteOf(reading: Reading, { start, end }: Span): Span {
  const clause = reading.clauses[clauseAt(reading, start)];
  if (clause && clause.start <= start && clause.end >= end && clause.end - clause.start <= longestQuote)
    return { start: clause.start, end: clause.end };
  return withinParagraph(reading.text, { start, end });
}

/** A quote never runs over the end of a paragraph: the longer side of it is kept. */
function withinParagraph(text: string, { start, end }: Span): Span {
  let best = { start, end: start };
  for (let from = start; from < end; ) {
    const feed = text.indexOf('\n', from);
    const to = feed < 0 || feed > end ? end : feed;
    if (to - from > best.end - best.start) best = { start: from, end: to };
    from = to + 1;
  }
  return best.end > best.start ? best : { start, end };
}
