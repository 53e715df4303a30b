import type { Normalised, Span } from '../../domain/index.js';
import type { Paper } from './item.js';
import {
  isAttachmentLabel,
  isDay,
  isEnvelope,
  isEvidence,
  isFormTitle,
  isPetitionTitle,
  isSalutation,
  isSigning,
  type PaperLine,
  pageNumberOf,
  saysSomething,
} from './signs.js';

/** A paper that nobody signed has at least so many characters before another can begin behind it. */
const shortestPaper = 60;
/** Lines before a place among which the signature and the date of the paper before it stand. */
const closingLines = 5;
/** Lines behind a title among which its salutation stands. */
const openingLines = 3;

/** Where a paper may begin, with what says so. */
export interface Boundary {
  /** Offset of its first line. */
  at: number;
  /** Index of that line. */
  line: number;
  /** A title, a salutation, a form begun anew: without it nothing is split. */
  opening: boolean;
  /** A title or form's name of its own, not a salutation alone. */
  titled: boolean;
  signed: boolean;
  /** Signs by the pages: numbering that starts again, an envelope, a blank page between. */
  paging: number;
  /** It stands close behind the word 附件. */
  attached: boolean;
  top: boolean;
}

/** The lines of a paper that say something. */
export function linesOf({ text }: Normalised, { pages }: Paper): PaperLine[] {
  return pages.flatMap((page, index) => {
    let at = page.start;
    let top = true;
    return text
      .slice(page.start, page.end)
      .split('\n')
      .flatMap((written) => {
        const from = at;
        at += written.length + 1;
        const line = written.trim();
        if (line === '') return [];
        const start = from + written.indexOf(line);
        const found = { start, end: start + line.length, text: line, page: index, top };
        top = false;
        return [found];
      });
  });
}

/** Every place behind the beginning where a further paper may begin. */
export function findBoundaries(source: Normalised, paper: Paper, lines: readonly PaperLine[]): Boundary[] {
  const { pages } = paper;
  const textOf = (page: number) => source.text.slice(pages[page]!.start, pages[page]!.end);
  const envelopes = pages.map((_, i) => isEnvelope(textOf(i)));
  // Scanned behind their letters rather than before them: then an envelope begins nothing.
  const leading = envelopes[0] || !envelopes.at(-1);
  const numbers = pages.map((_, i) => numberOf(lines, i));
  const boundaries: Boundary[] = [];
  const begin = lines[0]?.start ?? 0;
  for (let i = 1; i < lines.length; i++) {
    const line = lines[i]!;
    const boundary = boundaryAt(lines, i);
    if (line.top) {
      const before = lines[i - 1]!.page;
      if (startsAgain(numbers[before], numbers[line.page])) boundary.paging += 1;
      if (line.page - before > 1) boundary.paging += 1;
      if (leading && envelopes[line.page] && !envelopes[before]) {
        boundary.paging += 1;
        const next = lines.findIndex((l) => l.page > line.page);
        const after = next > 0 ? boundaryAt(lines, next) : null;
        boundary.opening ||= after?.opening ?? false;
        boundary.titled ||= after?.titled ?? false;
      }
      // The letter in the envelope has begun with it.
      if (leading && envelopes[before] && !envelopes[line.page]) continue;
    }
    const last = boundaries.at(-1);
    const from = last?.at ?? begin;
    const short =
      line.start - from < shortestPaper && !(boundary.signed && saysMuch(lines, last?.line ?? 0, i));
    if (short && !(leading && envelopes[lines[0]!.page])) continue;
    if (boundary.opening || boundary.paging > 0) {
      // A salutation right behind a title that began a paper is of that paper.
      if (last && !boundary.titled && i - last.line <= openingLines) continue;
      boundaries.push(boundary);
    }
  }
  return boundaries;
}

/** A letterhead and its date say nothing yet. */
const saysMuch = (lines: readonly PaperLine[], from: number, to: number) =>
  lines.slice(from, to).some((l) => saysSomething(l.text));

function boundaryAt(lines: readonly PaperLine[], index: number): Boundary {
  const line = lines[index]!;
  const next = lines.slice(index + 1, index + 1 + openingLines);
  const title = isPetitionTitle(line.text);
  const greeted = isSalutation(line.text);
  const form = isFormTitle(line.text) && beginsAgain(lines, index);
  const runningHead = line.top && lines.some((l) => l !== line && l.top && l.text === line.text);
  const titled = form || (title && (!runningHead || next.some((l) => isSalutation(l.text))));
  const before = lines.slice(Math.max(0, index - closingLines), index);
  return {
    at: line.start,
    line: index,
    opening: titled || greeted,
    titled,
    signed: before.some((l) => isDay(l.text)) || (form && before.some((l) => isSigning(l.text))),
    paging: form && line.top ? 1 : 0,
    attached: before.some((l) => isAttachmentLabel(l.text)),
    top: line.top,
  };
}

/** A form of the same name whose first field was filled in before: 来访登记表 and 编号 for the second time. */
function beginsAgain(lines: readonly PaperLine[], index: number): boolean {
  const first = lines.findIndex((l) => l.text === lines[index]!.text);
  if (first < 0 || first === index) return first === index;
  const label = (line: PaperLine | undefined) => line?.text.split(/[：:\t ]/u)[0] ?? '';
  const one = label(lines[first + 1]);
  return one !== '' && label(lines[index + 1]) === one;
}

function numberOf(lines: readonly PaperLine[], page: number): { page: number; of: number } | null {
  const own = lines.filter((l) => l.page === page);
  const edge = [own[0], own[1], own.at(-1), own.at(-2)];
  for (const line of edge) {
    const number = line && pageNumberOf(line.text);
    if (number) return number;
  }
  return null;
}

function startsAgain(
  before: { page: number; of: number } | null | undefined,
  here: { page: number; of: number } | null | undefined,
): boolean {
  if (!before || !here || here.page !== 1) return false;
  return before.page === before.of || before.of !== here.of;
}

/** Whether two independent signs say that a letter of its own begins here. */
export function isSure(lines: readonly PaperLine[], boundary: Boundary): boolean {
  if (!boundary.opening || boundary.attached || isEvidence(lines[boundary.line]!.text)) return false;
  return Number(boundary.titled || boundary.opening) + Number(boundary.signed) + boundary.paging >= 2;
}

/** The stretches between the places, without the white space around them. */
export function stretchesOf(lines: readonly PaperLine[], starts: readonly number[]): Span[] {
  const first = lines[0];
  const last = lines.at(-1);
  if (!first || !last) return [];
  const all = [first.start, ...starts];
  return all.map((start, i) => {
    const next = all[i + 1] ?? Number.POSITIVE_INFINITY;
    return { start, end: lines.findLast((l) => l.start < next)!.end };
  });
}
