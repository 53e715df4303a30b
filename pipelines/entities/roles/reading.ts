import type { InformantField, Mention, Span } from '../../../domain/index.js';
import type { Weights } from '../../../lexicon/index.js';
import type { Dictionary, Names, WordMap } from '../names/index.js';
import type { Field, Line } from './forms/index.js';
import type { Closing } from './signing/index.js';

/** What the roles are read from. */
export interface Reading {
  text: string;
  map: WordMap;
  lines: readonly Line[];
  fields: readonly Field[];
  names: Names;
  values: readonly Mention[];
  dictionary: Dictionary;
  /** A paper that an office wrote: its contact person is no informant. */
  official: boolean;
  closing: Closing;
  /** Learned weights of evidence. */
  weights: { accused: Weights; units: Weights };
}

/** Something that tells who the informant is, where it stands. */
export interface Found {
  kind: InformantField['kind'];
  span: Span;
}
