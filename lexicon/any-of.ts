/** An expression for any of the words, the longest first; for nothing where there is none. */
export function anyOf(words: readonly string[]): string {
  const escaped = words.map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'));
  return `(?:${escaped.sort((a, b) => b.length - a.length).join('|') || '(?!)'})`;
}
