import type { Extraction } from '../../domain/index.js';
import type { PageImage } from '../image.js';

/** Opens files that nobody vouches for; where that happens, and in what bounds, is its own affair. */
export interface FileOpener {
  /**
   * @throws {PermanentError} `extraction.*` where the file cannot be read whatever is tried.
   * @throws {QidiError} `extraction.sandbox_unavailable` where no file could be read now.
   */
  read(bytes: Uint8Array, extension: string, signal?: AbortSignal): Promise<Extraction>;
  /**
   * The image of one page (its number in the document): 8-bit grey, upright as far as the file itself says.
   *
   * @throws {PermanentError} `extraction.page_not_rendered`, or what reading the file throws.
   */
  renderPage(
    bytes: Uint8Array,
    extraction: Extraction,
    page: number,
    signal?: AbortSignal,
  ): Promise<PageImage>;
  close(): Promise<void>;
}
