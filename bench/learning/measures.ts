import type { Count, Span } from '../../domain/index.js';

/** Where the words stand in the text. */
export function occurrences(text: string, words: string): Span[] {
  const found: Span[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length))
    found.push({ start: at, end: at + words.length });
  return found;
}

/** Precision, recall and F1 on a line, with the numbers they come from. */
export function sharesOf({ right, found, wanted }: Count): string {
  const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)}%`;
  return `precision ${percent(right, found)} recall ${percent(right, wanted)} F1 ${percent(2 * right, found + wanted)}  ${right}/${found}/${wanted}`;
}
