import { type FileFormat, PermanentError, type QualityFlag } from '../../domain/index.js';
import type { PageImage } from '../image.js';
import { defineStage } from '../stage.js';
import { detectFormat } from './detect.js';
import { readerOf } from './formats.js';
import { MAX_TEXT_CHARACTERS } from './limits.js';

export { isCommonHan } from './common-characters.js';
export { type DetectedFormat, detectFormat } from './detect.js';

/** Reads the text that a file carries itself, and says which pages have to be recognised. */
export const extractionStage = defineStage({
  name: 'extraction',
  needs: ['original'],
  gives: 'extraction',
  version: 2,
  async run({ original }) {
    const bytes = await original.read();
    const { format, wrongExtension } = await detectFormat(bytes, original.extension);
    const { encoding, pages, flags } = await readerOf(format).extract(bytes);
    if (pages.reduce((sum, { text }) => sum + text.length, 0) > MAX_TEXT_CHARACTERS) {
      throw new PermanentError('extraction.too_much_text', { limit: MAX_TEXT_CHARACTERS });
    }
    const own: QualityFlag[] = wrongExtension ? ['wrong_extension'] : [];
    return { format, encoding, pages, flags: [...own, ...flags] };
  },
});

/**
 * The image of one page (from 1), for recognition: 8-bit grey, upright as far as the file itself says.
 *
 * @throws {PermanentError} `extraction.page_not_rendered`, or what reading the file throws.
 */
export async function renderPage(bytes: Uint8Array, format: FileFormat, page: number): Promise<PageImage> {
  const render = readerOf(format).renderPage;
  if (!render) throw new PermanentError('extraction.page_not_rendered', { page });
  return render(bytes, page);
}
