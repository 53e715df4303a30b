/** `right` of the `found` are among the `wanted`. */
export interface Count {
  right: number;
  found: number;
  wanted: number;
}

/** Two sets beside each other: how many agree, and what does not. */
export interface SetComparison {
  count: Count;
  missing: string[];
  wrong: string[];
}

/** Compatibility forms and spaces do not count: texts are compared as a reader understands them. */
export function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '');
}

/** Compares what came out with what was wanted, each as a set of `plain` texts. */
export function compareSets(found: readonly string[], wanted: readonly string[]): SetComparison {
  const has = new Set(found.map(plain));
  const wants = new Set(wanted.map(plain));
  const missing = [...wants].filter((w) => !has.has(w));
  const wrong = [...has].filter((f) => !wants.has(f));
  const count = { right: wants.size - missing.length, found: has.size, wanted: wants.size };
  return { count, missing, wrong };
}

/** Adds `more` to `sum`. */
export function addCount(sum: Count, more: Count): void {
  sum.right += more.right;
  sum.found += more.found;
  sum.wanted += more.wanted;
}

/** Precision, recall and F1, each 0..1; null where there is nothing to divide by. */
export function rates({ right, found, wanted }: Count): Record<'precision' | 'recall' | 'f1', number | null> {
  const share = (part: number, whole: number) => (whole === 0 ? null : part / whole);
  return {
    precision: share(right, found),
    recall: share(right, wanted),
    f1: share(2 * right, found + wanted),
  };
}
