import mammoth from 'mammoth';
import { PermanentError } from '../../domain/index.js';
import type { FormatReader } from './formats.js';
import { htmlToText } from './html-text.js';
import { checkZip } from './zip.js';

/** Word documents since 2007: paragraphs in order, table cells apart by tabs, table rows by line feeds. */
export const docxReader: FormatReader = {
  format: 'docx',
  extensions: ['docx', 'docm', 'dotx'],
  async extract(bytes) {
    await checkZip(bytes);
    const html = await convert(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    // Word pages exist only once they are laid out; the document is one page here.
    const page = { number: 1, text: htmlToText(html), recognise: false, flags: [] };
    return { encoding: null, pages: [page], flags: [] };
  },
};

async function convert(buffer: Buffer): Promise<string> {
  try {
    // Warnings (an unknown style, a missing picture) are no errors: the text is there.
    const { value } = await mammoth.convertToHtml(
      { buffer },
      {
        convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
        externalFileAccess: false,
        includeEmbeddedStyleMap: false,
      },
    );
    return value;
  } catch (cause) {
    throw new PermanentError('extraction.damaged', { kind: 'docx' }, { cause });
  }
}
