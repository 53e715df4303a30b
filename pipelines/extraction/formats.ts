import type { ExtractedTable, FileFormat, QualityFlag } from '../../domain/index.js';
import type { PageImage } from '../image.js';
import { gzipReader } from './archives/gzip.js';
import { tarReader } from './archives/tar.js';
import { zipReader } from './archives/zip-archive.js';
import {
  bmpReader,
  gifReader,
  heicReader,
  jpegReader,
  pngReader,
  tiffReader,
  webpReader,
} from './images/index.js';
import { emlReader } from './mail/eml.js';
import { mboxReader } from './mail/mbox.js';
import { msgReader } from './mail/msg.js';
import { markdownReader } from './markdown.js';
import { ofdReader } from './ofd/ofd.js';
import { pdfReader } from './pdf/index.js';
import { csvReader, xlsReader, xlsxReader } from './sheets/index.js';
import { textReader } from './text.js';
import { htmlReader } from './web/index.js';
import { docReader, docxReader, rtfReader } from './word/index.js';

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
  /** Bytes that it unpacks to, as its container says; `read` gives no more. Where it is not said, the bytes it lies in. */
  size: number;
  /** Unpacks this one member and no other. @throws {PermanentError} where it cannot be unpacked; the other members are read all the same. */
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

/** How one file format is read. To add one: a file with a reader, a line below, a member of `FileFormat`, its layout. */
export interface FormatReader {
  format: FileFormat;
  /** File name extensions that promise this format; another one is flagged, not refused. */
  extensions: readonly string[];
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
  markdownReader,
  docxReader,
  docReader,
  rtfReader,
  xlsxReader,
  xlsReader,
  csvReader,
  htmlReader,
  pdfReader,
  ofdReader,
  jpegReader,
  pngReader,
  tiffReader,
  bmpReader,
  gifReader,
  webpReader,
  heicReader,
  zipReader,
  tarReader,
  gzipReader,
  emlReader,
  msgReader,
  mboxReader,
];

export function readerOf(format: FileFormat): FormatReader {
  const reader = formatReaders.find((r) => r.format === format);
  if (!reader) throw new Error(`no reader is registered for ${format}`);
  return reader;
}
