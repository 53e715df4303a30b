import type { Channel, ClueSource, Offence, PetitionClass, Signature } from '../vocabulary.js';
import type { Span } from './span.js';

export interface Tag<Code extends string = string> {
  code: Code;
  /** 0..1 */
  score: number;
  /** Spans of the sealed item text. */
  evidence: Span[];
}
/** What the item is about and what kind of paper it is. */
export interface Topics {
  topics: Tag[];
  offences: Tag<Offence>[];
  petitionClass: PetitionClass;
  /** It is classed as something else, and yet may be a report. */
  mayBeReport: boolean;
  source: ClueSource;
  channel: Channel;
  signature: Signature;
  title: string;
  summary: string;
  /** 收件/来访/来电/登记 date printed in the paper itself, ISO day, or null. */
  statedReceivedOn: string | null;
}

/** What a later item is compared by; no word of the text in it. */
export interface Fingerprint {
  /** SHA-256 (hex) of the letters and digits of the sealed text. */
  textHash: string;
  /** Count of distinct shingles. */
  size: number;
  /** Keys of its MinHash bands, unsigned 32 bits each; empty where the text is too short to compare. */
  bands: number[];
  /** Keys of stretches that a paper which encloses or quotes it has, too. */
  anchors: number[];
  /** Keys of whom it accuses: they tell the letters of one form apart. */
  names: number[];
  /** Of the way in which it was made. */
  version: number;
}

/** Where an item goes. */
export type FilingDecision =
  | { kind: 'new' }
  | { kind: 'join'; clueId: string; similarity: number }
  | { kind: 'review'; reason: string };
