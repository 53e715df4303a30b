import type { Fingerprint } from '../../domain/index.js';
import { createPostings, type Hits, mostPapers, mostPostings, type Postings } from './postings.js';

/** What a paper is found by, less the hash of its text. */
export type PaperKeys = Pick<Fingerprint, 'bands' | 'anchors' | 'names'>;

/** A stored paper that shares keys with another one; the rarer these are, the likelier it is the same. */
export interface Likely {
  itemId: number;
  weight: number;
}

/** Entries a paper that room is made for: bands, and anchors of a letter of 1,500 characters. */
const usualEntries = 64;
/** Papers that room is made for where nobody says how many: six megabytes. */
const usualPapers = 16_384;
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
  /** Those of the keys that so many papers have that they tell nothing. */
  frequent(keys: readonly number[]): Set<number>;
}

/** @param firstPapers that it is made for; each further part is made for half of what there is. */
export function createPaperIndex(firstPapers = usualPapers): PaperIndex {
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
  /** For each key the items that have it (of a frequent one some of them), undefined for none. */
  const itemsOf = (keys: readonly number[]): (number[] | undefined)[] => {
    const items: (number[] | undefined)[] = new Array(keys.length);
    const hits: Hits = { at: [], papers: [] };
    for (const { postings, itemIds } of parts) {
      hits.at.length = 0;
      hits.papers.length = 0;
      postings.collect(keys, hits);
      for (let i = 0; i < hits.at.length; i++) {
        const at = hits.at[i]!;
        const known = items[at];
        if (known) known.push(itemIds[hits.papers[i]!]!);
        else items[at] = [itemIds[hits.papers[i]!]!];
      }
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
      const most = Math.max(room, firstPapers);
      open(most, Math.max(entries, most * usualEntries));
    },
    add(itemId, keys) {
      const part = partFor(keys.length);
      const paper = part.used++;
      part.itemIds[paper] = itemId;
      part.postings.add(keys, paper);
      papers++;
    },
    frequent(keys) {
      const items = itemsOf(keys);
      return new Set(keys.filter((_, k) => isFrequent(items[k] ?? [])));
    },
    find({ bands, anchors, names }, most) {
      const rare = new Map<number, { weight: number; bands: number; anchors: number }>();
      const form = new Map<number, number>();
      const look = (keys: readonly number[], kind: 'bands' | 'anchors') => {
        for (const items of itemsOf(keys)) {
          if (items === undefined) continue;
          if (isFrequent(items)) {
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
        for (const items of itemsOf(names))
          if (items && !isFrequent(items)) for (const itemId of items) likely.push({ itemId, weight: 1 });
        const alike = [...form]
          .filter(([itemId]) => !known.has(itemId))
          .sort((a, b) => b[1] - a[1] || a[0] - b[0]);
        for (const [itemId] of alike.slice(0, mostOfForm)) likely.push({ itemId, weight: 0 });
      }
      return strongest(likely, most);
    },
  };
}

function isFrequent(items: readonly number[]): boolean {
  return items.length >= mostPostings;
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
