import type { Item, Normalised, NormalisedPage, OffsetRun, Span } from '../../domain/index.js';
import { MAX_TEXT_CHARACTERS } from '../extraction/index.js';
import { findDamage } from '../normalisation/index.js';

/** An item of the given text alone; what else is known of it is given. */
export function itemOf(text: string, known: Partial<Item> = {}): Item {
  return {
    ordinal: 0,
    member: null,
    row: null,
    label: null,
    text,
    origins: text === '' ? [] : [[0, 0, text.length]],
    pages: [{ number: 1, start: 0 }],
    context: '',
    coveredBy: null,
    cover: false,
    review: null,
    recognised: false,
    scans: [],
    doubtful: [],
    informantCells: [],
    confidence: 1,
    flags: [],
    ...known,
  };
}

/** An item before all items of its document are known: it has no number yet. */
export interface Draft extends Omit<Item, 'ordinal' | 'coveredBy'> {
  coveredBy: Draft | null;
}

/** A page with its number in the item's own file, and the name of the sheet that it is. */
export type PaperPage = NormalisedPage & { place: number; label: string | null };

/** Pages that belong together: a file, or photos of one letter. */
export interface Paper {
  member: string | null;
  pages: readonly PaperPage[];
  /** Of the file that it is. */
  flags: Item['flags'];
  /** Its lines end where the paper does: what a cell breaks is one word. */
  printed: boolean;
}

/** The item that a stretch of the paper is. */
export function draftOf(
  { text }: Normalised,
  paper: Paper,
  stretch: { start: number; end: number },
  known: Partial<Draft> = {},
): Draft {
  const { start, end } = stretch;
  const own = paper.pages.filter((p) =>
    p.start === p.end ? p.start >= start && p.start <= end : p.end > start && p.start < end,
  );
  return compose(text, own.length > 0 ? own : paper.pages.slice(0, 1), paper, [{ start, end }], known);
}

/** A stretch of the document, or other words that stand for it. */
export interface Piece {
  start: number;
  end: number;
  words?: string;
}

/** An item put together from pieces of the paper, in their order. */
export function compose(
  source: string,
  pages: readonly PaperPage[],
  paper: Paper,
  pieces: readonly Piece[],
  known: Partial<Draft> = {},
): Draft {
  let text = '';
  const origins: OffsetRun[] = [];
  const doubtful: Span[] = [];
  const starts = new Map<number, number>();
  for (const { start, end, words } of pieces) {
    const piece = words ?? source.slice(start, end);
    if (piece === '') continue;
    for (const page of pages) {
      const begins = page.start >= start && page.start < end;
      const holds = page.start <= start && start < Math.max(page.end, page.start + 1);
      if (words === undefined && (begins || holds) && !starts.has(page.place))
        starts.set(page.place, text.length + Math.max(0, page.start - start));
    }
    if (words === undefined)
      for (const doubt of pages.flatMap((p) => p.doubtful))
        if (doubt.start < end && doubt.end > start)
          doubtful.push({
            start: text.length + Math.max(doubt.start, start) - start,
            end: text.length + Math.min(doubt.end, end) - start,
          });
    origins.push([text.length, start, end - start]);
    text += piece;
  }
  // What follows reads an item from end to end many times over: one as long as a book is a person's to cut up.
  if (text.length > MAX_TEXT_CHARACTERS) {
    const { ordinal: _, ...none } = itemOf('', { member: paper.member, confidence: 0 });
    const review = { code: 'extraction.too_much_text' as const, params: { limit: MAX_TEXT_CHARACTERS } };
    return { ...none, ...known, context: '', cover: false, coveredBy: known.coveredBy ?? null, review };
  }
  let last = 0;
  const begins = pages.map(({ place }) => {
    last = Math.max(last, starts.get(place) ?? last);
    return { number: place, start: Math.min(last, text.length) };
  });
  if (begins[0]) begins[0].start = 0;
  const { ordinal: _, ...empty } = itemOf(text);
  return {
    ...empty,
    member: paper.member,
    origins,
    pages: begins,
    recognised: pages.some((p) => p.recognised),
    scans: pages.filter((p) => p.recognised).map((p) => p.number),
    doubtful,
    confidence: meanConfidence(pages),
    flags: [
      ...new Set([
        ...paper.flags,
        ...pages.flatMap((p) => p.flags),
        ...(findDamage(text).length > 0 ? (['damaged_text'] as const) : []),
      ]),
    ],
    ...known,
    coveredBy: known.coveredBy ?? null,
  };
}

/** Over characters, so that a nearly empty page does not spoil a good letter; of empty pages, over pages. */
function meanConfidence(pages: readonly { start: number; end: number; confidence: number }[]): number {
  let sum = 0;
  let characters = 0;
  for (const { start, end, confidence } of pages) {
    sum += confidence * (end - start);
    characters += end - start;
  }
  if (characters > 0) return sum / characters;
  return pages.length === 0 ? 0 : pages.reduce((total, page) => total + page.confidence, 0) / pages.length;
}

export function withFlag(draft: Draft, flag: Draft['flags'][number]): Draft {
  return { ...draft, flags: [...new Set([...draft.flags, flag])] };
}

/** Changes every draft; covers are told apart by identity, so what they cover is pointed to the changed one. */
export function eachDraft(drafts: readonly Draft[], change: (draft: Draft) => Draft): Draft[] {
  const changed = new Map(drafts.map((draft) => [draft, change(draft)]));
  return [...changed.values()].map((draft) => {
    if (draft.coveredBy) draft.coveredBy = changed.get(draft.coveredBy) ?? draft.coveredBy;
    return draft;
  });
}

/** The draft with what stands in some stretches of the document sealed whole, as far as it holds them. */
export function withInformantCells(draft: Draft, cells: readonly Span[]): Draft {
  const found: Span[] = [];
  const sorted = [...cells].filter((c) => c.end > c.start).sort((a, b) => a.start - b.start);
  for (const [at, start, length] of draft.origins) {
    const first = firstEndingBehind(sorted, start);
    for (let i = first; i < sorted.length && sorted[i]!.start < start + length; i++) {
      const from = at + Math.max(0, sorted[i]!.start - start);
      const to = at + Math.min(length, sorted[i]!.end - start);
      const last = found.at(-1);
      // What a cell breaks in two is one value.
      if (last?.end === from) last.end = to;
      else found.push({ start: from, end: to });
    }
  }
  return { ...draft, informantCells: found };
}

function firstEndingBehind(sorted: readonly Span[], at: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]!.end <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
