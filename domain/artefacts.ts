import type { ErrorCode } from './error-catalogue.js';
import type {
  Channel,
  ClueSource,
  EntityType,
  InformantKind,
  Offence,
  PetitionClass,
  QualityFlag,
  Signature,
} from './vocabulary.js';

/** A half-open stretch of text in UTF-16 offsets. */
export interface Span {
  start: number;
  end: number;
}

/** Names of the file formats that extraction reads. */
export type FileFormat =
  | 'text'
  | 'markdown'
  | 'csv'
  | 'html'
  | 'rtf'
  | 'docx'
  | 'doc'
  | 'xlsx'
  | 'xls'
  | 'ofd'
  | 'pdf'
  | 'eml'
  | 'msg'
  | 'mbox'
  | 'zip'
  | 'tar'
  | 'gz'
  | 'jpeg'
  | 'png'
  | 'tiff'
  | 'bmp'
  | 'webp'
  | 'gif'
  | 'heic';

/** The file as received; `read` opens the vault only when a stage really needs the bytes. */
export interface Original {
  sha256: string;
  size: number;
  /** The extension of the first receipt's file name, lower case without dot; a hint, never trusted. */
  extension: string;
  read(): Promise<Uint8Array>;
}

/** What the clerk or the file's name said on receipt. Dates are ISO `yyyy-mm-dd`. */
export interface ReceiptFacts {
  receivedOn: string | null;
  channel: Channel | null;
}

/** Cells of a table by their place in the page's text; a cell merged over several rows stands in each of them. */
export interface ExtractedTable {
  rows: {
    /** From 1: the sheet's own row number, or the place in the table. */
    row: number;
    cells: Span[];
  }[];
}
export interface ExtractedPage {
  /** From 1, through all parts of the document. */
  number: number;
  /** Which of the document's parts it belongs to. */
  part: number;
  /** From 1, in the part's own file. */
  place: number;
  /** The name of a sheet, else null. */
  label: string | null;
  /** The text that the file itself carries; '' where the page has to be recognised. */
  text: string;
  tables: ExtractedTable[];
  /** The page is an image, or its text layer is empty or garbage: it goes to the ocr lane. */
  recognise: boolean;
  flags: QualityFlag[];
}
/** The file itself, or one that lies in it: a member of an archive, an attachment. */
export interface ExtractedPart {
  /** The path in the container, null for the file itself; a member of a member stands behind a further `/`. */
  member: string | null;
  /** The part it lies in; null for the file itself. */
  within: number | null;
  /** Null where it could not be told. */
  format: FileFormat | null;
  /** Encoding of a plain-text file, else null. */
  encoding: string | null;
  /** Comments and annotations: no words of the paper itself. */
  comments: string[];
  /**
   * Why a member could not be read, or why nothing of it may be (a classified mark at its head); the others are
   * read all the same. The file itself throws where it cannot be read.
   */
  failure: { code: ErrorCode; params: Readonly<Record<string, string | number>> } | null;
  flags: QualityFlag[];
}
export interface Extraction {
  /** The file itself first, then its members in their order. */
  parts: [ExtractedPart, ...ExtractedPart[]];
  pages: ExtractedPage[];
}

/** Characters below this are shown as doubtful: two thirds of the wrong ones, one in fifty of the right ones. */
export const leastSureness = 0.9;

export interface RecognisedLine extends Span {
  /** 0..1 */
  confidence: number;
  /** left, top, right, bottom in pixels of the page image as recognised. */
  box: [number, number, number, number];
  /** 0..1 for each UTF-16 unit of the line, 1 for spaces; absent where only the line's confidence is known. */
  sureness?: number[];
}
/** One recognised page; `lines` cover stretches of `text`. */
export interface Recognition {
  page: number;
  width: number;
  height: number;
  text: string;
  /** 0..1, mean over characters; 0 where nothing was found. */
  confidence: number;
  lines: RecognisedLine[];
  /** In offsets of `text`. */
  tables: ExtractedTable[];
  flags: QualityFlag[];
}

/**
 * Where normalised text came from: runs of [start in the normalised text, start in the source text,
 * length there], ascending; inside a run of equal length characters map one to one.
 */
export type OffsetRun = [normalised: number, source: number, sourceLength: number];

export interface NormalisedPage extends Span {
  number: number;
  /** Which of the document's parts it belongs to. */
  part: number;
  recognised: boolean;
  /** 0..1; 1 for text that was not recognised. */
  confidence: number;
  /** 0..1: how much of the page can be relied on; its text's look, by the confidence where it was recognised. */
  quality: number;
  /** Stretches destroyed by a wrong conversion, in offsets of the whole normalised text. */
  damaged: Span[];
  /** Characters that recognition is not sure of, in offsets of the whole normalised text. */
  doubtful: Span[];
  /** In offsets of the whole normalised text. */
  tables: ExtractedTable[];
  flags: QualityFlag[];
}
/** The whole document's text, ready to be understood; pages are joined by one line feed. */
export interface Normalised {
  text: string;
  pages: NormalisedPage[];
  /** One list a page, in the page's own coordinates (extraction text or recognition text). */
  offsets: OffsetRun[][];
  /** Of all pages and parts. */
  flags: QualityFlag[];
}

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
  /** Characters of `text` that recognition is not sure of. */
  doubtful: Span[];
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

/** What each artefact holds; one entry an item where the artefact is an array behind `items`. */
export interface Artefacts {
  original: Original;
  receipt: ReceiptFacts;
  extraction: Extraction;
  recognition: Recognition[];
  normalised: Normalised;
  items: Item[];
  words: Words[];
  entities: Entities[];
  sealed: Sealed[];
  topics: Topics[];
  fingerprints: Fingerprint[];
}
export type ArtefactName = keyof Artefacts;
