import type { Extraction, Item, Normalised, Recognition } from '../../domain/index.js';
import { originOf, sourceOffset } from '../normalisation/index.js';

/** Where a character of an item stands in the file as received. */
export interface Place {
  /** The path in the container, null in the file itself. */
  member: string | null;
  /** The name of the sheet, else null. */
  label: string | null;
  row: number | null;
  /** From 1, in the file or member. */
  page: number;
  /** Offsets into the page's own text (of the file, or as recognised). */
  start: number;
  end: number;
  /** Left, top, right, bottom in pixels of its line, where the page was recognised. */
  box: [number, number, number, number] | null;
}

/**
 * Where the character at `offset` of the item's text comes from.
 *
 * @throws {RangeError} where the item has no such character.
 */
export function placeOf(
  item: Pick<Item, 'text' | 'origins' | 'row'>,
  normalised: Normalised,
  extraction: Extraction,
  recognition: readonly Recognition[],
  offset: number,
): Place {
  if (!Number.isInteger(offset) || offset < 0 || offset >= item.text.length)
    throw new RangeError(`the item has no character at ${offset}`);
  const at = originOf(item.origins, item.text.length, offset);
  const { page: number, start, end } = sourceOffset(normalised, Math.min(at, normalised.text.length - 1));
  const page = extraction.pages.find((p) => p.number === number);
  const read = recognition.find((r) => r.page === number);
  const line = read?.lines.find((l) => l.start <= start && start < l.end);
  return {
    member: page ? extraction.parts[page.part]!.member : null,
    label: page?.label ?? null,
    row: item.row,
    page: page?.place ?? number,
    start,
    end,
    box: line?.box ?? null,
  };
}
