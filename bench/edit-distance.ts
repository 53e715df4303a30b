/**
 * Levenshtein distance of two texts in characters. Only a band around the diagonal is computed and widened
 * until the distance fits into it, so that near-equal texts of any length are quick.
 */
export function distance(a: string, b: string): number {
  const left = [...a];
  const right = [...b];
  for (let band = Math.max(16, Math.abs(left.length - right.length)); ; band *= 2) {
    const found = banded(left, right, band);
    if (found <= band || band >= Math.max(left.length, right.length)) return found;
  }
}

function banded(a: readonly string[], b: readonly string[], band: number): number {
  const far = a.length + b.length;
  let row = Array.from({ length: b.length + 1 }, (_, j) => (j <= band ? j : far));
  for (let i = 1; i <= a.length; i++) {
    const next = new Array<number>(b.length + 1).fill(far);
    const from = Math.max(1, i - band);
    const to = Math.min(b.length, i + band);
    if (i <= band) next[0] = i;
    for (let j = from; j <= to; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + same);
    }
    row = next;
  }
  return row[b.length]!;
}

/** Without punctuation and spaces: what names, sums and dates are made of. */
export function lettersOnly(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
}

/** Of several things with a text the one whose letters and figures are nearest to the wanted ones. */
export function nearestText<T>(
  found: readonly T[],
  textOf: (one: T) => string,
  wanted: string,
): T | undefined {
  if (found.length <= 1) return found[0];
  const letters = lettersOnly(wanted);
  const ranked = found.map((one) => ({ one, far: distance(lettersOnly(textOf(one)), letters) }));
  return ranked.reduce((best, next) => (next.far < best.far ? next : best)).one;
}
