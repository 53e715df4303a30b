/** A dictionary that finds the longest of its words at a place of a text. */
export interface Trie<Tag> {
  /** The longest word that begins at `at`, or null. */
  at(text: string, at: number): { end: number; tag: Tag } | null;
  /** The longest word that ends before `end`, or null. */
  before(text: string, end: number): { start: number; tag: Tag } | null;
  /** Longest words of the text from left to right, without overlaps. */
  all(text: string): { start: number; end: number; tag: Tag }[];
}

interface Node<Tag> {
  /** By UTF-16 unit. */
  next: Map<number, Node<Tag>>;
  tag?: Tag;
}

/** Builds the dictionary once; a later word of the same spelling replaces an earlier one. */
export function createTrie<Tag>(words: Iterable<readonly [word: string, tag: Tag]>): Trie<Tag> {
  const forward: Node<Tag> = { next: new Map() };
  const backward: Node<Tag> = { next: new Map() };
  for (const [word, tag] of words) {
    if (word === '') continue;
    insert(forward, word, tag);
    insert(backward, word.split('').reverse().join(''), tag);
  }
  const [begins, ends] = [firstUnits(forward), firstUnits(backward)];
  const at = (text: string, from: number) => {
    if (from >= text.length || begins[text.charCodeAt(from)] === 0) return null;
    let node: Node<Tag> | undefined = forward;
    let best: { end: number; tag: Tag } | null = null;
    for (let i = from; i < text.length; i++) {
      node = node.next.get(text.charCodeAt(i));
      if (node === undefined) break;
      if (node.tag !== undefined) best = { end: i + 1, tag: node.tag };
    }
    return best;
  };
  const before = (text: string, end: number) => {
    if (end <= 0 || ends[text.charCodeAt(end - 1)] === 0) return null;
    let node: Node<Tag> | undefined = backward;
    let best: { start: number; tag: Tag } | null = null;
    for (let i = end - 1; i >= 0; i--) {
      node = node.next.get(text.charCodeAt(i));
      if (node === undefined) break;
      if (node.tag !== undefined) best = { start: i, tag: node.tag };
    }
    return best;
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

/** Nearly every place of a text begins no word: one look at a table tells. */
function firstUnits<Tag>(root: Node<Tag>): Uint8Array {
  const units = new Uint8Array(0x10000);
  for (const unit of root.next.keys()) units[unit] = 1;
  return units;
}

function insert<Tag>(root: Node<Tag>, word: string, tag: Tag): void {
  let node = root;
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i);
    let next = node.next.get(unit);
    if (next === undefined) {
      next = { next: new Map() };
      node.next.set(unit, next);
    }
    node = next;
  }
  node.tag = tag;
}
