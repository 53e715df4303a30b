/** Slots of one cache line: a look-up of one key reads one line, seldom two. */
const bucketSlots = 16;
/** Slots an entry, beyond the entries themselves: fuller buckets run over into the next one. */
const slack = 1.35;
/** Papers that are kept of one key. A key that more share is a form's, a letterhead's or a phrase's. */
export const mostPostings = 24;
/** Bits of a slot that number the paper at most; the others tell one key of a bucket from another. */
const mostOrdinalBits = 20;
export const mostPapers = 2 ** mostOrdinalBits - 1;

/** Which of the keys that were looked up were found, by their place among these, with a paper that has them. */
export interface Hits {
  at: number[];
  papers: number[];
}

/**
 * Which papers have which 32-bit keys, in one array of four bytes an entry: a slot holds the paper's number and,
 * in the bits that are left, a part of the key. Two keys are taken for one with a chance of one in some thousand;
 * whoever looks up compares the papers anyway. Never grows: a fuller index is several of these.
 */
export interface Postings {
  /** Entries that it was made for, and those that it holds. */
  readonly room: number;
  readonly size: number;
  readonly bytes: number;
  /** @param paper its number, from 0. A key that has as many papers as are kept gets no further one. */
  add(keys: ArrayLike<number>, paper: number): void;
  /** Adds to `hits` the papers that have the keys, key by key, at most `mostPostings` of each. */
  collect(keys: ArrayLike<number>, hits: Hits): void;
}

/** @param papers at most `mostPapers` */
export function createPostings(papers: number, entries: number): Postings {
  const buckets = Math.max(2, Math.ceil((entries * slack) / bucketSlots));
  const end = buckets * bucketSlots;
  // Signed numbers all through: what does not fit 31 bits would be reckoned as a fraction, several times as slowly.
  const slots = new Int32Array(end);
  const ordinalBits = 32 - Math.clz32(papers);
  const ordinalMask = 2 ** ordinalBits - 1;
  const tagMask = ~ordinalMask;
  const share = buckets / 0x1_0000_0000;
  let size = 0;
  const read = new Int32Array(1);
  // Keys are even over 32 bits: their high bits choose the bucket, the low ones the tag.
  const placeOf = (key: number) => ((key * share) | 0) * bucketSlots;
  const tagOf = (key: number) => Math.imul(key, 0x9e3779b1) << ordinalBits;

  /**
   * Reads one slot of each key's bucket, which nothing waits for: the processor fetches many lines from memory at
   * once, where the search that follows would wait for one after the other. Less than half the time at a million.
   */
  const fetch = (keys: ArrayLike<number>) => {
    let sum = 0;
    for (let k = 0; k < keys.length; k++) sum ^= slots[placeOf(keys[k]!)]!;
    // Kept: a reading to no purpose would be left out.
    read[0] = sum;
  };

  return {
    room: entries,
    get size() {
      return size;
    },
    bytes: slots.byteLength,
    add(keys, paper) {
      if (size + keys.length > entries) throw new RangeError('the postings are full');
      fetch(keys);
      for (let k = 0; k < keys.length; k++) {
        const tag = tagOf(keys[k]!);
        let place = placeOf(keys[k]!);
        let same = 0;
        for (let slot = slots[place]!; slot !== 0 && same < mostPostings; slot = slots[place]!) {
          if ((slot & tagMask) === tag) same++;
          if (++place === end) place = 0;
        }
        if (same === mostPostings) continue;
        slots[place] = tag | (paper + 1);
        size++;
      }
    },
    collect(keys, { at, papers }) {
      fetch(keys);
      for (let k = 0; k < keys.length; k++) {
        const tag = tagOf(keys[k]!);
        let place = placeOf(keys[k]!);
        let found = 0;
        for (let slot = slots[place]!; slot !== 0 && found < mostPostings; slot = slots[place]!) {
          if ((slot & tagMask) === tag) {
            at.push(k);
            papers.push((slot & ordinalMask) - 1);
            found++;
          }
          if (++place === end) place = 0;
        }
      }
    },
  };
}
