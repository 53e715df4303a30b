import type { Mention } from '../../../../domain/index.js';
import type { Evidence } from '../../../weighing/index.js';
import type { Dictionary } from '../dictionary.js';
import type { WordMap } from '../word-map.js';

/** What is known of a text before its persons are read. */
export interface Surroundings {
  text: string;
  map: WordMap;
  dictionary: Dictionary;
  /** Posts behind which somebody's name may stand. */
  posts: readonly Mention[];
  organisations: readonly Mention[];
  places: readonly Mention[];
  /** Units, posts and numbers: no name begins in one or runs into one. */
  taken: readonly Mention[];
  /** 1 at every character of a place. */
  placeAt: Uint8Array;
}

export interface NameContext extends Surroundings {
  /** Surnames that the letter spells out: 正的姓干. */
  told: ReadonlySet<string>;
}

/** Is shown every candidate with what speaks for and against it. */
export type ObserveNames = (candidate: Candidate, evidence: Evidence) => void;

/** A stretch that may be a person's name. */
export interface Candidate {
  start: number;
  end: number;
  surname: string;
  /** full: 王建国; masked: 王某某; titled: 王主任; familiar: 老王; spoken: 姓王的. */
  form: 'full' | 'masked' | 'titled' | 'familiar' | 'spoken';
  kind: Kind;
  /** Log-odds of being a name. */
  score: number;
}

/** How the candidate begins: with a surname of which rank, or why without one. */
export type Kind =
  | 'compound'
  | 'common'
  | 'known'
  | 'everyday'
  | 'signer'
  | 'unlisted'
  | 'parts'
  | 'dotted'
  | 'foreign';
