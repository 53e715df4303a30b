import type { Lexicon } from '../../../../lexicon/index.js';
import { createTrie, type Trie } from '../trie.js';

/** Kinds of a word, by which evidence is called. */
type Kinds = readonly string[];

/** How names of places and of things built end, and what stands around them; a word may be of several kinds. */
export interface SiteSigns {
  endings: Trie<Kinds>;
  before: Trie<Kinds>;
  behind: Trie<Kinds>;
  never: Trie<true>;
}

export function siteSignsOf({ endings, before, behind, never }: Lexicon['sites']): SiteSigns {
  return {
    endings: byKind(endings, 'ends'),
    before: byKind(before, 'before'),
    behind: byKind(behind, 'behind'),
    never: createTrie(never.map((word) => [word, true as const] as const)),
  };
}

function byKind(kinds: Readonly<Record<string, readonly string[]>>, where: string): Trie<Kinds> {
  const byWord = new Map<string, string[]>();
  for (const [kind, words] of Object.entries(kinds))
    for (const word of words) byWord.set(word, [...(byWord.get(word) ?? []), `${where} ${kind}`]);
  return createTrie(byWord);
}
