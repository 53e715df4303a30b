import type { Fingerprint } from '../../domain/index.js';
import { createPostings, mostPapers, mostPostings, type Postings } from './postings.js';

/** What a paper is found by, less the hash of its text. */
export type PaperKeys = Pick<Fingerprint, 'bands' | 'anchors' | 'names'>;

/** A stored paper that shares keys with another one; the rarer these are, the likelier it is the same. */
export interface Likely {
  itemId: number;
  weight: number;
}

/** Entries a paper that room is made for: bands, and anchors of a letter of 1,500 characters. */
const usualEntries = 64;
/** Anchors that two papers must share: one alone is a phrase. */
const leastAnchors = 2;
/** Of papers that share a form's wording only, so many are looked at. */
const mostOfForm = 8;

interface Part {
  postings: Postings;
  papers: number;
  itemIds: Float64Array;
  used: number;
}

/**
 * The papers of a register by the keys of their fingerprints, in the memory of one process: some 350 bytes a
 * paper. Holds nothing that the register does not.
 */
export interface PaperIndex {
  readonly papers: number;
  readonly bytes: number;
  /** Makes room at once for papers and entries that are known to come: one part is looked up faster than many. */
  reserve(papers: number, entries: number): void;
  add(itemId: number, keys: ArrayLike<number>): void;
  /** The likeliest papers, likeliest first. */
  find(keys: PaperKeys, most: number): Likely[];
  /** Whether so many papers have the key that it tells nothing. */
  isFrequent(key: number): boolean;
}

/** @param firstPapers that it is made for; each further part is made for half of what there is. */
export function createPaperIndex(firstPapers = 1024): PaperIndex {
  const parts: Part[] = [];
  let papers = 0;

  const open = (room: number, entries: number): Part => {
    const most = Math.min(mostPapers, room);
    const part = {
      postings: createPostings(most, entries),
      papers: most,
      itemIds: new Float64Array(most),
      used: 0,
    };
    parts.push(part);
    return part;
  };
  const partFor = (entries: number): Part => {
    const last = parts.at(-1);
    if (last && last.used < last.papers && last.postings.size + entries <= last.postings.room) return last;
    const room = Math.max(firstPapers, papers >> 1);
    return open(room, Math.max(room * usualEntries, entries));
  };
  /** The items that have the key; as many as are kept where it is frequent. */
  const itemsOf = (key: number): number[] => {
    const items: number[] = [];
    const found: number[] = [];
    for (const { postings, itemIds } of parts) {
      found.length = 0;
      postings.collect(key, found, mostPostings - items.length);
      for (const paper of found) items.push(itemIds[paper]!);
      if (items.length >= mostPostings) break;
    }
    return items;
  };

  return {
    get papers() {
      return papers;
    },
    get bytes() {
      return parts.reduce((sum, p) => sum + p.postings.bytes + p.itemIds.byteLength, 0);
    },
    reserve(room, entries) {
      if (room > 0) open(room, entries);
    },
    add(itemId, keys) {
      const part = partFor(keys.length);
      const paper = part.used++;
      part.itemIds[paper] = itemId;
      for (let i = 0; i < keys.length; i++) part.postings.add(keys[i]!, paper);
      papers++;
    },
    isFrequent: (key) => itemsOf(key).length >= mostPostings,
    find({ bands, anchors, names }, most) {
      const rare = new Map<number, { weight: number; bands: number; anchors: number }>();
      const form = new Map<number, number>();
      const look = (keys: readonly number[], kind: 'bands' | 'anchors') => {
        for (const key of keys) {
          const items = itemsOf(key);
          if (items.length >= mostPostings) {
            if (kind === 'bands') for (const item of items) form.set(item, (form.get(item) ?? 0) + 1);
            continue;
          }
          for (const item of items) {
            const known = rare.get(item) ?? { weight: 0, bands: 0, anchors: 0 };
            known.weight += 1 / items.length;
            known[kind]++;
            rare.set(item, known);
          }
        }
      };
      look(bands, 'bands');
      look(anchors, 'anchors');
      const likely: Likely[] = [];
      for (const [itemId, { weight, bands: shared, anchors: common }] of rare)
        if (shared > 0 || common >= leastAnchors) likely.push({ itemId, weight });
      if (form.size > 0) {
        // A form's wording says nothing of whom it is about: who is accused does, and comes first.
        const known = new Set(rare.keys());
        for (const name of names) {
          const items = itemsOf(name);
          if (items.length < mostPostings) for (const itemId of items) likely.push({ itemId, weight: 1 });
        }
        const alike = [...form]
          .filter(([itemId]) => !known.has(itemId))
          .sort((a, b) => b[1] - a[1] || a[0] - b[0]);
        for (const [itemId] of alike.slice(0, mostOfForm)) likely.push({ itemId, weight: 0 });
      }
      return strongest(likely, most);
    },
  };
}

/** Each item once with all its weight, heaviest first, the earlier item first of equals. */
export function strongest(likely: readonly Likely[], most: number): Likely[] {
  const weights = new Map<number, number>();
  for (const { itemId, weight } of likely) weights.set(itemId, (weights.get(itemId) ?? 0) + weight);
  return [...weights]
    .map(([itemId, weight]) => ({ itemId, weight }))
    .sort((a, b) => b.weight - a.weight || a.itemId - b.itemId)
    .slice(0, most);
}
