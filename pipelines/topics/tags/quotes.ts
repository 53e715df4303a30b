import type { Span } from '../../../domain/index.js';
import { clauseAt, insideNumber, type Reading, toSource } from '../layout.js';
import { longestQuote } from './reasons.js';

/** Quotes kept for a tag. */
const quotes = 4;

/** The few most telling quotes, each of whole clauses where those are short; in the item's offsets. */
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

/** A quote begins and ends with a clause wherever there is room for it, so that nothing is torn out of its sentence. */
function quoteOf(reading: Reading, reason: Span): Span {
  const { text } = reading;
  const span = withoutMarks(text, withinParagraph(text, reason));
  const [start, end] = [clauseStart(text, span.start), clauseEnd(text, span.end)];
  // A bracket ends a clause too where the marks are far apart.
  const bracketed = reading.clauses[clauseAt(reading, span.start)];
  const written = spaced(reading, span);
  const wider = [
    { start, end },
    ...(bracketed && bracketed.start <= span.start && bracketed.end >= span.end ? [bracketed] : []),
    ...(written.end - written.start > span.end - span.start ? [written] : []),
    { start, end: span.end },
    { start: span.start, end },
  ];
  return wider.find((quote) => quote.end - quote.start <= longestQuote) ?? span;
}

/** To the white space around it: who writes without marks leaves gaps. */
function spaced({ text, offsets }: Reading, { start, end }: Span): Span {
  let [from, to] = [start, end];
  while (from > 0 && start - from <= longestQuote && offsets[from - 1] === offsets[from]! - 1) from--;
  while (to < text.length && to - end <= longestQuote && offsets[to] === offsets[to - 1]! + 1) to++;
  return { start: from, end: to };
}

/** Without the marks that it begins or ends with. */
function withoutMarks(text: string, { start, end }: Span): Span {
  let [from, to] = [start, end];
  while (from < to && endsClause(text, from)) from++;
  while (to > from && endsClause(text, to - 1)) to--;
  return from < to ? { start: from, end: to } : { start, end };
}

/** Where the clause begins that holds an offset: no further back than a quote is long. */
function clauseStart(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && offset - at <= longestQuote && !endsClause(text, at - 1)) at--;
  return at;
}

function clauseEnd(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && at - offset <= longestQuote && !endsClause(text, at)) at++;
  return at;
}

const marks = new Set('，,。！？!?；;：:\t\n');

const endsClause = (text: string, at: number) => marks.has(text[at]!) && !insideNumber(text, at);

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
