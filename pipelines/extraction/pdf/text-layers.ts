import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { PDFParse } from 'pdf-parse';
import { PermanentError } from '../../../domain/index.js';
import { MAX_PAGES } from '../limits.js';

/** Without the character maps of pdfjs-dist, PDFs with non-embedded Chinese fonts give empty text and no error. */
const pdfjsFolder = dirname(
  createRequire(createRequire(import.meta.url).resolve('pdf-parse')).resolve('pdfjs-dist/package.json'),
);

/**
 * The text layers of all pages in the order in which the file draws them, or null where this reader cannot open
 * the file.
 *
 * @throws {PermanentError} `extraction.password_needed`, `extraction.too_many_pages`.
 */
export async function readTextLayers(bytes: Uint8Array): Promise<string[] | null> {
  const parser = new PDFParse({
    // A copy: the reader takes the buffer away from its owner.
    data: Uint8Array.from(bytes),
    cMapUrl: join(pdfjsFolder, 'cmaps') + sep,
    cMapPacked: true,
    standardFontDataUrl: join(pdfjsFolder, 'standard_fonts') + sep,
    verbosity: 0,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    enableXfa: false,
  });
  try {
    const { pages, total } = await parser.getText({ pageJoiner: '', first: MAX_PAGES });
    if (total > MAX_PAGES) {
      throw new PermanentError('extraction.too_many_pages', { pages: total, limit: MAX_PAGES });
    }
    // The tab before an empty piece at the end of a line parts nothing.
    return pages.map((page) => page.text.replace(/\t+(?=\n|$)/g, ''));
  } catch (cause) {
    if (cause instanceof PermanentError) throw cause;
    if (cause instanceof Error && cause.name === 'PasswordException') {
      throw new PermanentError('extraction.password_needed', {}, { cause });
    }
    return null;
  } finally {
    await parser.destroy();
  }
}
