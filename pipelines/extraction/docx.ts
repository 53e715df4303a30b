import mammoth from 'mammoth';
import { PermanentError } from '../../domain/index.js';
import type { FormatReader } from './formats.js';
import { htmlToText } from './html-text.js';
import { readDocumentParts } from './zip.js';

/** Word documents since 2007: paragraphs in order, table cells apart by tabs, table rows by line feeds. */
export const docxReader: FormatReader = {
  format: 'docx',
  extensions: ['docx', 'docm', 'dotx'],
  async read(bytes) {
    const html = await convert(await readDocumentParts(bytes));
    // Word pages exist only once they are laid out; the document is one page here.
    return { pages: [{ text: htmlToText(html) }] };
  },
};

type MammothInput = Parameters<typeof mammoth.convertToHtml>[0];

async function convert(parts: ReadonlyMap<string, Buffer>): Promise<string> {
  // Mammoth opens no container itself but reads through this, which its types do not say (its unzip.js):
  // it sees no part that was not counted.
  const file = {
    exists: (name: string) => parts.has(name),
    read: (name: string) => Promise.resolve(parts.get(name)?.toString('utf8') ?? ''),
  };
  try {
    // Warnings (an unknown style, a missing picture) are no errors: the text is there.
    const { value } = await mammoth.convertToHtml({ file } as unknown as MammothInput, {
      convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
      externalFileAccess: false,
      includeEmbeddedStyleMap: false,
    });
    return value;
  } catch (cause) {
    throw new PermanentError('extraction.damaged', { kind: 'docx' }, { cause });
  }
}
