import type { ErrorCode } from '../errors/index.js';
import type { EntityType, InformantKind, QualityFlag } from '../vocabulary.js';
import type { OffsetRun } from './recognition.js';
import type { Span } from './span.js';

/** One letter, form or table row: the unit that is tagged, compared and filed. */
export interface Item {
  /** From 0, in the order in which they stand in the document. */
  ordinal: number;
  member: string | null;
  row: number | null;
  /** The name of the sheet that it stands on, else null. */
  label: string | null;
  text: string;
  /** From `text` to the normalised text of the document; what a column's heading gives to a row is mapped to it. */
  origins: OffsetRun[];
  /** Where each page begins in `text`. */
  pages: {
    /** From 1, in the item's own file; pages that are files of their own (photos of one letter) are counted through. */
    number: number;
    start: number;
  }[];
  /**
   * What stands around it and says whence it comes: the cover letter it is enclosed in, the title of the list it
   * is a row of. Read for source, channel and day only.
   */
  context: string;
  /** The item (its ordinal) that covers it: a forwarding letter, the mail it is attached to; else null. */
  coveredBy: number | null;
  /** It only hands on the items that name it in `coveredBy`: it never opens a clue of its own beside them. */
  cover: boolean;
  /** Why a person has to look at it before it is filed, whatever its text says; else null. */
  review: { code: ErrorCode; params: Readonly<Record<string, string | number>> } | null;
  recognised: boolean;
  /** Its pages that were recognised, by their numbers through the document. */
  scans: number[];
  /** Characters of `text` that recognition is not sure of. */
  doubtful: Span[];
  /** What stands in cells of a table of which nobody can tell that they are not the informant's: sealed whole. */
  informantCells: Span[];
  /** 0..1 */
  confidence: number;
  flags: QualityFlag[];
}

/** The words of an item, end to end: lengths in UTF-16 units sum to the text's length. */
export interface Words {
  lengths: number[];
  /** Part-of-speech hints of the segmenter; hints, not answers. */
  tags: string[];
}

/** yuan for money, m² for area, ISO date or `from/to` interval for date, canonical form for the rest. */
export type MentionValue = number | string | null;

export interface Mention extends Span {
  type: EntityType;
  /** As written in the item's text. */
  text: string;
  value: MentionValue;
  /** 0..1 */
  confidence: number;
  /** Its characters that recognition is not sure of, in offsets of the item's text; absent where it is sure of all. */
  doubtful?: Span[];
}
export interface Accused {
  name: string | null;
  organisation: string | null;
  position: string | null;
  evidence: Span[];
}
export interface InformantField {
  kind: InformantKind;
  /** As written. */
  value: string;
  spans: Span[];
}
/** What an item says of persons, units, sums and times, with the roles that persons play in it. */
export interface Entities {
  mentions: Mention[];
  accused: Accused[];
  /** The petitioner of any class; everything here is sealed by the next stage. */
  informant: InformantField[];
  /** 落款日期, ISO date (day, month or year precision), or null. */
  signedOn: string | null;
  /** ISO days; the span of time in which the reported acts happened. */
  actedFrom: string | null;
  actedTo: string | null;
  /** Principal sum of the matter in yuan, or null. */
  amount: number | null;
}
/** An item with its informant masked by ▇ of the same length; everything after it reads only this. */
export interface Sealed {
  text: string;
  /** Of the item, masked too. */
  context: string;
  mentions: Mention[];
  accused: Accused[];
  signedOn: string | null;
  actedFrom: string | null;
  actedTo: string | null;
  amount: number | null;
  /** Kept only in the sealed store. */
  informant: InformantField[];
}
