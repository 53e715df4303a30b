import type { Extraction } from '../../domain/index.js';
import type { PageImage } from '../image.js';
import { defineStage } from '../stage.js';
import { readFile, renderPage } from './read-file.js';

export { classifiedMark, hasInternalMark } from './classified-mark.js';
export { isCommonHan } from './common-characters.js';
export { type DetectedFormat, detectFormat } from './detect.js';
export { isPrinted, readerOf } from './formats.js';

/** Opens files that nobody vouches for; where that happens, and in what bounds, is its own affair. */
export interface FileOpener {
  /** @throws {PermanentError} `extraction.*` where the file cannot be read whatever is tried. */
  read(bytes: Uint8Array, extension: string): Promise<Extraction>;
  /**
   * The image of one page (its number in the document): 8-bit grey, upright as far as the file itself says.
   *
   * @throws {PermanentError} `extraction.page_not_rendered`, or what reading the file throws.
   */
  renderPage(bytes: Uint8Array, extraction: Extraction, page: number): Promise<PageImage>;
  close(): Promise<void>;
}

/** Opens files in this very process. */
export function openHere(): FileOpener {
  return { read: readFile, renderPage, close: async () => undefined };
}

/** Reads the text that a file carries itself, and says which pages have to be recognised. */
export function createExtractionStage(opener: FileOpener) {
  return defineStage({
    name: 'extraction',
    needs: ['original'],
    gives: 'extraction',
    version: 4,
    run: async ({ original }) => opener.read(await original.read(), original.extension),
  });
}
