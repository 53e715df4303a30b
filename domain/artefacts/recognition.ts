import type { QualityFlag } from '../vocabulary.js';
import type { ExtractedTable } from './extraction.js';
import type { Span } from './span.js';

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
