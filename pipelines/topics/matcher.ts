/** Where a word of the list stands in the text: [index of the word, start, end). */
export type Hit = readonly [word: number, start: number, end: number];

/** Finds every word of a fixed list in one pass over a text, overlapping ones too. */
export interface Matcher {
  readonly words: readonly string[];
  find(text: string): Hit[];
}

/**
 * Aho–Corasick over UTF-16 units. Time is linear in the text plus the hits, whatever the text:
 * no expression over thousands of words could promise that.
 */
export function buildMatcher(words: readonly string[]): Matcher {
  const next: Map<number, number>[] = [new Map()];
  const ends: number[][] = [[]];
  words.forEach((word, index) => {
    let node = 0;
    for (let i = 0; i < word.length; i++) {
      const unit = word.charCodeAt(i);
      let child = next[node]!.get(unit);
      if (child === undefined) {
        child = next.push(new Map()) - 1;
        ends.push([]);
        next[node]!.set(unit, child);
      }
      node = child;
    }
    if (node !== 0) ends[node]!.push(index);
  });
  const fail = linkFailures(next, ends);
  // Most units of a letter are looked up at the root.
  const root = new Int32Array(0x10000);
  for (const [unit, child] of next[0]!) root[unit] = child;
  const find = (text: string): Hit[] => {
    const hits: Hit[] = [];
    let node = 0;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      let child: number | undefined;
      while (node !== 0) {
        child = next[node]!.get(unit);
        if (child !== undefined) break;
        node = fail[node]!;
      }
      node = child ?? root[unit]!;
      for (const word of ends[node]!) hits.push([word, i + 1 - words[word]!.length, i + 1]);
    }
    return hits;
  };
  return { words, find };
}

/** Breadth first: each node's longest proper suffix that is a node too, whose words it also ends. */
function linkFailures(next: Map<number, number>[], ends: number[][]): Int32Array {
  const fail = new Int32Array(next.length);
  const queue = [...next[0]!.values()];
  for (let q = 0; q < queue.length; q++) {
    const node = queue[q]!;
    for (const [unit, child] of next[node]!) {
      let f = fail[node]!;
      while (f !== 0 && !next[f]!.has(unit)) f = fail[f]!;
      fail[child] = next[f]!.get(unit) ?? 0;
      ends[child]!.push(...ends[fail[child]!]!);
      queue.push(child);
    }
  }
  return fail;
}
