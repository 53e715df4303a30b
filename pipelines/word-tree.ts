/** Words as a tree of UTF-16 units in a few tables: hundreds of thousands of words take some megabytes. */
export interface WordTree {
  /** The node to which a unit leads from a node, of which 0 is the root; 0 where no word goes on so. */
  next(node: number, unit: number): number;
  /** Index, in the list that the tree was built of, of the word that ends at a node; -1 where none does. */
  wordAt(node: number): number;
  /** How many nodes there are; what stands nearer to the root has a lower number. */
  readonly size: number;
  /** The children of a node are those from `firstChild(node)` up to, and without, `firstChild(node + 1)`. */
  firstChild(node: number): number;
  /** The unit that leads to a node. */
  unitOf(node: number): number;
}

/** Builds the tree of words in any order; of words spelt alike the last one counts, and an empty one is none. */
export function buildWordTree(words: readonly string[]): WordTree {
  const order = inOrder(words);
  const size = countNodes(words, order);
  const units = new Uint16Array(size);
  const firsts = new Uint32Array(size + 1);
  const endings = new Int32Array(size).fill(-1);
  // Nodes are numbered level by level, so that children stand side by side; each covers a stretch of the sorted words.
  const [from, to] = [new Uint32Array(size), new Uint32Array(size)];
  const depths = new Uint16Array(size);
  to[0] = order.length;
  let made = 1;
  for (let node = 0; node < made; node++) {
    firsts[node] = made;
    const depth = depths[node]!;
    let at = from[node]!;
    for (; at < to[node]! && words[order[at]!]!.length === depth; at++) endings[node] = order[at]!;
    while (at < to[node]!) {
      const unit = words[order[at]!]!.charCodeAt(depth);
      [units[made], from[made], depths[made]] = [unit, at, depth + 1];
      while (at < to[node]! && words[order[at]!]!.charCodeAt(depth) === unit) at++;
      to[made++] = at;
    }
  }
  firsts[size] = size;
  const root = new Uint32Array(0x10000);
  // A bit for each unit that a word begins with: most of a text begins none, and bits fit into the nearest cache.
  const begins = new Uint32Array(0x10000 / 32);
  for (let child = firsts[0]!; child < firsts[1]!; child++) {
    const unit = units[child]!;
    root[unit] = child;
    begins[unit >> 5]! |= 1 << (unit & 31);
  }
  return {
    size,
    wordAt: (node) => endings[node]!,
    firstChild: (node) => firsts[node]!,
    unitOf: (node) => units[node]!,
    next(node, unit) {
      // Beside a text there is no unit.
      if (node === 0) return ((begins[unit >> 5]! >> (unit & 31)) & 1) === 1 ? root[unit]! : 0;
      let low = firsts[node]!;
      let high = firsts[node + 1]!;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (units[middle]! < unit) low = middle + 1;
        else high = middle;
      }
      return low < firsts[node + 1]! && units[low] === unit ? low : 0;
    },
  };
}

function inOrder(words: readonly string[]): number[] {
  const order = words.flatMap((word, i) => (word === '' ? [] : [i]));
  return order.sort((a, b) => (words[a]! < words[b]! ? -1 : words[a]! > words[b]! ? 1 : a - b));
}

function countNodes(words: readonly string[], order: readonly number[]): number {
  let size = 1;
  let before = '';
  for (const i of order) {
    const word = words[i]!;
    let shared = 0;
    while (shared < before.length && before.charCodeAt(shared) === word.charCodeAt(shared)) shared++;
    size += word.length - shared;
    before = word;
  }
  return size;
}
