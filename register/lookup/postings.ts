/** Slots of one cache line: a look-up of one key reads one line, seldom two. */
const bucketSlots = 16;
/** Slots an entry, beyond the entries themselves: fuller buckets run over into the next one. */
const slack = 1.35;
/** Papers that are kept of one key. A key that more share is a form's, a letterhead's or a phrase's. */
export const mostPostings = 24;
/** Bits of a slot that number the paper at most; the others tell one key of a bucket from another. */
const mostOrdinalBits = 20;
export const mostPapers = 2 ** mostOrdinalBits - 1;

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
  /** @param paper its number, from 0. False where the key has as many papers as are kept. */
  add(key: number, paper: number): boolean;
  /** Adds the papers of the key to `found` until that holds `most`. */
  collect(key: number, found: number[], most: number): void;
}

/** @param papers at most `mostPapers` */
export function createPostings(papers: number, entries: number): Postings {
  const buckets = Math.max(2, Math.ceil((entries * slack) / bucketSlots));
  const slots = new Uint32Array(buckets * bucketSlots);
  const ordinalBits = 32 - Math.clz32(papers);
  const ordinalMask = 2 ** ordinalBits - 1;
  let size = 0;
  // Keys are even over 32 bits: their high bits choose the bucket, the low ones the tag.
  const placeOf = (key: number) => Math.floor((key * buckets) / 0x1_0000_0000) * bucketSlots;
  const tagOf = (key: number) => (Math.imul(key, 0x9e3779b1) << ordinalBits) >>> 0;

  return {
    room: entries,
    get size() {
      return size;
    },
    bytes: slots.byteLength,
    add(key, paper) {
      if (size >= entries) throw new RangeError('the postings are full');
      const tag = tagOf(key);
      let place = placeOf(key);
      let same = 0;
      for (let slot = slots[place]!; slot !== 0; slot = slots[place]!) {
        if ((slot & ~ordinalMask) >>> 0 === tag && ++same === mostPostings) return false;
        place = place + 1 === slots.length ? 0 : place + 1;
      }
      slots[place] = (tag | (paper + 1)) >>> 0;
      size++;
      return true;
    },
    collect(key, found, most) {
      const tag = tagOf(key);
      let place = placeOf(key);
      for (let slot = slots[place]!; slot !== 0 && found.length < most; slot = slots[place]!) {
        if ((slot & ~ordinalMask) >>> 0 === tag) found.push((slot & ordinalMask) - 1);
        place = place + 1 === slots.length ? 0 : place + 1;
      }
    },
  };
}
