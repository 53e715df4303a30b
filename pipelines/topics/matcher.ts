import { buildWordTree, type WordTree } from '../word-tree.js';

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
  const tree = buildWordTree(words);
  const fail = linkFailures(tree);
  const endings = linkEndings(tree, fail);
  const find = (text: string): Hit[] => {
    const hits: Hit[] = [];
    let node = 0;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      let child = tree.next(node, unit);
      while (child === 0 && node !== 0) {
        node = fail[node]!;
        child = tree.next(node, unit);
      }
      node = child;
      for (let ending = endings.first[node]!; ending !== 0; ending = endings.next[ending]!) {
        const word = tree.wordAt(ending);
        hits.push([word, i + 1 - words[word]!.length, i + 1]);
      }
    }
    return hits;
  };
  return { words, find };
}

/** Each node's longest proper suffix that is a node too; what is nearer to the root is known first. */
function linkFailures(tree: WordTree): Uint32Array {
  const fail = new Uint32Array(tree.size);
  for (let node = 1; node < tree.size; node++)
    for (let child = tree.firstChild(node); child < tree.firstChild(node + 1); child++) {
      let suffix = fail[node]!;
      while (suffix !== 0 && tree.next(suffix, tree.unitOf(child)) === 0) suffix = fail[suffix]!;
      fail[child] = tree.next(suffix, tree.unitOf(child));
    }
  return fail;
}

/** The longest word that ends at each node, itself or a suffix of it, and the next shorter one behind each; 0 for none. */
function linkEndings(tree: WordTree, fail: Uint32Array) {
  const [first, next] = [new Uint32Array(tree.size), new Uint32Array(tree.size)];
  for (let node = 1; node < tree.size; node++) {
    next[node] = first[fail[node]!]!;
    first[node] = tree.wordAt(node) >= 0 ? node : next[node]!;
  }
  return { first, next };
}
