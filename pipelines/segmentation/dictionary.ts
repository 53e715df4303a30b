import type { Lexicon } from '../../lexicon/index.js';
import { buildWordTree, type WordTree } from '../word-tree.js';
import { readLines } from './jieba.js';

/** Words with how likely they are and what kind of word they are. */
export interface Dictionary {
  tree: WordTree;
  /** Logarithm of each word's share of all words, by its index. */
  weights: Float64Array;
  /** Of a character that is no word. */
  leastWeight: number;
  tagOf(word: number): string;
}

/** jieba's words, those of its supplement, then the lexicon's: of words spelt alike the last one counts. */
export function readDictionary(lexicon: Lexicon): Dictionary {
  const words: string[] = [];
  const counts: number[] = [];
  const tagNumbers: number[] = [];
  const tags = new Map<string, number>();
  /** A count of 0 is one that nobody knows. */
  const add = (word: string, count: number, tag: string) => {
    words.push(word);
    counts.push(count);
    tagNumbers.push(tags.get(tag) ?? tags.set(tag, tags.size).size - 1);
  };
  for (const line of readLines('words')) {
    const [behindWord, behindCount] = [line.indexOf(' '), line.lastIndexOf(' ')];
    add(line.slice(0, behindWord), Number(line.slice(behindWord, behindCount)), line.slice(behindCount + 1));
  }
  const all = counts.reduce((sum, count) => sum + count, 0);
  const known = Float64Array.from(counts, (count) => Math.log(count / all)).sort();
  for (const line of readLines('supplement')) {
    const [word = '', ...rest] = line.split(' ');
    add(word, rest.length > 1 ? Number(rest[0]) : 0, rest.at(-1) ?? '');
  }
  addOwn(lexicon, (word, tag) => add(word, 0, tag));
  const names = [...tags.keys()];
  const numbers = Uint16Array.from(tagNumbers);
  // Whose count nobody knows is as likely as the middle one of those that are known.
  const middle = known[known.length >> 1]!;
  return {
    tree: buildWordTree(words),
    weights: Float64Array.from(counts, (count) => (count === 0 ? middle : Math.log(count / all))),
    leastWeight: known[0]!,
    tagOf: (word) => names[numbers[word]!]!,
  };
}

function addOwn({ words, organisations, places }: Lexicon, add: (word: string, tag: string) => void): void {
  for (const [tag, own] of Object.entries(words.words)) for (const word of own) add(word, tag);
  for (const word of organisations.bodies) add(word, 'nt');
  for (const { name, former } of places.divisions)
    for (const word of [name, ...former.map((f) => f.name)]) add(word, 'ns');
}
