import type { Extraction, FileFormat } from '../../domain/index.js';
import type { PageImage } from '../image.js';
import { docxReader } from './docx.js';
import { jpegReader, pngReader, tiffReader } from './images.js';
import { pdfReader } from './pdf.js';
import { textReader } from './text.js';

/** How one file format is read. To add one: a file with a reader, a line below, a member of `FileFormat`. */
export interface FormatReader {
  format: FileFormat;
  /** File name extensions that promise this format; another one is flagged, not refused. */
  extensions: readonly string[];
  /**
   * The text that the file carries, page by page.
   *
   * @throws {PermanentError} where the file cannot be read whatever is tried.
   */
  extract(bytes: Uint8Array): Promise<Omit<Extraction, 'format'>>;
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
