import type { Span } from '../../../../domain/index.js';

/** 顺颂 / 时祺: a letter's good wishes are no name. */
export const wishes =
  /^\s*(?:(?:顺|敬|即|此|谨|恭)[颂祝请祈]|[时近春夏秋冬暑台钧政勋大]?[祺安绥祉])[，,。！!]?\s*$/;

/** Characters of a line that tells the whole matter; a title or a salutation is shorter. */
const longestHead = 30;
/** Lines of a note that may have neither title nor salutation. */
const shortNote = 3;

/**
 * How many of the first lines do not sign whatever stands in them: title and salutation, or in a note of two or three
 * lines the one that tells the matter.
 *
 * @param filled lines of the paper that are not empty
 */
export function headLines(text: string, filled: readonly Span[]): number {
  const [first, second] = filled;
  if (!first || !second || filled.length > shortNote) return 2;
  if (text.slice(first.start, first.end).trim().length > longestHead) return 1;
  const bare = !/[，。：:！？]/.test(text.slice(second.start, second.end));
  return filled.length === shortNote && bare ? 1 : 2;
}
