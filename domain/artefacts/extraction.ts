import type { ErrorCode } from '../errors/index.js';
import type { Channel, QualityFlag } from '../vocabulary.js';
import type { Span } from './span.js';

/** Names of the file formats that extraction reads. */
export type FileFormat =
  | 'text'
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
