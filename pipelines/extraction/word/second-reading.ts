import type Mammoth from 'mammoth';
import type { PageText } from '../page-text.js';
import { htmlToText } from '../web/index.js';

type MammothInput = Parameters<typeof Mammoth.convertToHtml>[0];

/**
 * What another reader makes of a document in which ours finds no word: before a paper is called empty, a library
 * that follows styles and relations in its own way looks at it. Null where it finds none either.
 *
 * @param parts that were counted and unpacked within the limits; it sees no others.
 */
export async function readAgain(parts: ReadonlyMap<string, Buffer>): Promise<PageText | null> {
  // Mammoth opens no container itself but reads through this, which its types do not say (its unzip.js).
  const file = {
    exists: (name: string) => parts.has(name),
    read: (name: string) => Promise.resolve(parts.get(name)?.toString('utf8') ?? ''),
  };
  try {
    // Hardly ever needed, so only loaded then.
    const { default: mammoth } = await import('mammoth');
    const { value } = await mammoth.convertToHtml({ file } as unknown as MammothInput, {
      convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
      externalFileAccess: false,
      includeEmbeddedStyleMap: false,
    });
    const { page } = htmlToText(value);
    return page.text === '' ? null : page;
  } catch {
    // What it cannot read either stays as it was found.
    return null;
  }
}
