import { buildWordTree } from '../../word-tree.js';

/** A dictionary that finds the longest of its words at a place of a text. */
export interface Trie<Tag> {
  /** The longest word that begins at `at`, or null. */
  at(text: string, at: number): { end: number; tag: Tag } | null;
  /** The longest word that ends before `end`, or null. */
  before(text: string, end: number): { start: number; tag: Tag } | null;
  /** Longest words of the text from left to right, without overlaps. */
  all(text: string): { start: number; end: number; tag: Tag }[];
}

/** Builds the dictionary once; a later word of the same spelling replaces an earlier one. */
export function createTrie<Tag>(words: Iterable<readonly [word: string, tag: Tag]>): Trie<Tag> {
  const entries = [...words];
  const tags = entries.map(([, tag]) => tag);
  const forward = buildWordTree(entries.map(([word]) => word));
  const backward = buildWordTree(entries.map(([word]) => word.split('').reverse().join('')));
  const at = (text: string, from: number) => {
    let node = 0;
    let longest = -1;
    let end = from;
    for (let i = from; i < text.length; i++) {
      node = forward.next(node, text.charCodeAt(i));
      if (node === 0) break;
      const word = forward.wordAt(node);
      if (word < 0) continue;
      longest = word;
      end = i + 1;
    }
    return longest < 0 ? null : { end, tag: tags[longest]! };
  };
  const before = (text: string, end: number) => {
    let node = 0;
    let longest = -1;
    let start = end;
    for (let i = end - 1; i >= 0; i--) {
      node = backward.next(node, text.charCodeAt(i));
      if (node === 0) break;
      const word = backward.wordAt(node);
      if (word < 0) continue;
      longest = word;
      start = i;
    }
    return longest < 0 ? null : { start, tag: tags[longest]! };
  };
  const all = (text: string) => {
    const found: { start: number; end: number; tag: Tag }[] = [];
    for (let i = 0; i < text.length; ) {
      const hit = at(text, i);
      if (hit !== null) found.push({ start: i, ...hit });
      i = hit?.end ?? i + 1;
    }
    return found;
  };
  return { at, before, all };
}
