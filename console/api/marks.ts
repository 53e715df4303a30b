import type { Span } from '../../domain/index.js';

/** What a stretch of a source's text is: found to be something, or read with doubt. */
export interface Mark extends Span {
  kind: 'topic' | 'offence' | 'accused' | 'entity' | 'doubt';
  /** For people: 违规减免缓, 涉嫌受贿, 人名. */
  label: string;
  /** Set at the end of the marked stretch: E1. */
  code: string | null;
}

/** A stretch of text under the same marks throughout. */
export interface Segment extends Span {
  marks: readonly Mark[];
  /** A mark begins here: the place that a quote links to. */
  opens: boolean;
  /** Codes of the marks that end here. */
  closes: readonly string[];
}

/**
 * Cuts the text at every place where a mark begins or ends and at every line end, so that marks may overlap
 * in any way. Marks outside the text are cut to it, empty ones are dropped; no surrogate pair is cut in two.
 *
 * @returns one list of segments a line; end to end and with the line feeds they are the text.
 */
export function segmentLines(text: string, marks: readonly Mark[]): Segment[][] {
  const sound = marks
    .map((mark) => ({ ...mark, start: snap(text, mark.start), end: snap(text, mark.end) }))
    .filter((mark) => mark.start < mark.end)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const lines: Segment[][] = [];
  let next = 0;
  let active: Mark[] = [];
  let lineStart = 0;
  for (const line of text.split('\n')) {
    const lineEnd = lineStart + line.length;
    const segments: Segment[] = [];
    let at = lineStart;
    while (at < lineEnd) {
      active = active.filter((mark) => mark.end > at);
      const before = next;
      while (next < sound.length && sound[next]!.start <= at) active.push(sound[next++]!);
      active = active.filter((mark) => mark.end > at);
      const opens = sound.slice(before, next).some((mark) => mark.end > at && mark.kind !== 'doubt');
      const end = Math.min(lineEnd, sound[next]?.start ?? lineEnd, ...active.map((mark) => mark.end));
      const closes = active.flatMap((mark) =>
        mark.code !== null && (mark.end === end || (end === lineEnd && mark.end === end + 1))
          ? [mark.code]
          : [],
      );
      segments.push({ start: at, end, marks: active, opens, closes: [...new Set(closes)] });
      at = end;
    }
    lines.push(segments);
    lineStart = lineEnd + 1;
  }
  return lines;
}

function snap(text: string, offset: number): number {
  const at = Math.max(0, Math.min(text.length, offset));
  const low = text.charCodeAt(at);
  const high = text.charCodeAt(at - 1);
  return low >= 0xdc00 && low <= 0xdfff && high >= 0xd800 && high <= 0xdbff ? at - 1 : at;
}
