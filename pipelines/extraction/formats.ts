import type { ExtractedTable, FileFormat, QualityFlag } from '../../domain/index.js';
import type { PageImage } from '../image.js';
import { docxReader } from './docx.js';
import { jpegReader, pngReader, tiffReader } from './images.js';
import { pdfReader } from './pdf.js';
import { textReader } from './text.js';

/** A page of a file as its reader gives it, in the order of the file. */
export interface ReadPage {
  /** '' where the page has to be recognised. */
  text: string;
  /** The name of a sheet. */
  label?: string;
  tables?: ExtractedTable[];
  recognise?: boolean;
  flags?: QualityFlag[];
}

/** A file that lies in the file: a member of an archive, an attachment. */
export interface Member {
  /** Its path as it can be shown; where it has none, what it is (附件1). */
  name: string;
  /** @throws {PermanentError} where it cannot be unpacked; the other members are read all the same. */
  read(): Promise<Uint8Array>;
}

export interface ReadFile {
  /** Of a plain-text file. */
  encoding?: string;
  pages: ReadPage[];
  members?: Member[];
  comments?: string[];
  flags?: QualityFlag[];
}

/** How one file format is read. To add one: a file with a reader, a line below, a member of `FileFormat`. */
export interface FormatReader {
  format: FileFormat;
  /** File name extensions that promise this format; another one is flagged, not refused. */
  extensions: readonly string[];
  /** How the lines of its text come about; see `NormaliseOptions`. */
  layout: 'print' | 'typed' | 'paragraphs';
  /**
   * The text that the file carries, page by page, and the files in it.
   *
   * @throws {PermanentError} where the file cannot be read whatever is tried.
   */
  read(bytes: Uint8Array): Promise<ReadFile>;
  /** A page (from 1) as pixels; for formats with pages that have to be recognised. */
  renderPage?(bytes: Uint8Array, page: number): Promise<PageImage>;
}

export const formatReaders: readonly FormatReader[] = [
  textReader,
  docxReader,
  pdfReader,
  jpegReader,
  pngReader,
  tiffReader,
];

export function readerOf(format: FileFormat): FormatReader {
  const reader = formatReaders.find((r) => r.format === format);
  if (!reader) throw new Error(`no reader is registered for ${format}`);
  return reader;
}

/** Whether the lines of a file's text end where the paper does. */
export function isPrinted(format: FileFormat | null): boolean {
  return formatReaders.some((r) => r.format === format && r.layout === 'print');
}
