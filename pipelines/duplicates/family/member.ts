import type { Relation, Sealed, Topics } from '../../../domain/index.js';

/** One source of a clue, as the register keeps it. */
export interface FamilyMember {
  /** The sealed text of the item. */
  text: string;
  /** Of its fingerprint. */
  textHash: string;
  /** Of the file it came in. */
  sha256: string;
  /** ISO day. */
  receivedOn: string;
  /** Sequence number of the receipt: decides between papers of one day. */
  order: number;
  /** Read from an image. */
  recognised: boolean;
  sealed: Sealed;
  topics: Topics;
  file: string;
  member: string | null;
  row: number | null;
  /** A cover that hands other items of its document on, or one of these; null for a paper by itself. */
  coverage: 'cover' | 'covered' | null;
}

export interface FamilyRelation {
  relation: Relation;
  /** To the most similar earlier member, 0..1; 1 for the first. */
  similarity: number;
  /** Which that is, by its place in `order`; null for the first. */
  resembles: number | null;
  /** Why it belongs with that one: `accused:范明志`, `text`. */
  why: string[];
  /** What it adds to all members before it, as sentences of its text. */
  newFacts: string[];
}
