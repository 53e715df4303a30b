import type { ExtractedPage, ExtractedPart, Extraction } from '../../domain/index.js';
import { openHere } from '../../pipelines/extraction/in-process.js';

/** What opens files in this process, as the sandboxed child does. */
export const opener = openHere();

/** Reads a file and all that lies in it. */
export const extract = (bytes: Uint8Array, extension: string): Promise<Extraction> =>
  opener.read(bytes, extension);

/** The extraction of one file with the given pages. */
export function extractionOf(
  pages: readonly Partial<ExtractedPage>[],
  part: Partial<ExtractedPart> = {},
): Extraction {
  return {
    parts: [
      {
        member: null,
        within: null,
        format: 'pdf',
        encoding: null,
        comments: [],
        failure: null,
        flags: [],
        ...part,
      },
    ],
    pages: pages.map((page, i) => ({
      number: i + 1,
      part: 0,
      place: i + 1,
      label: null,
      text: '',
      tables: [],
      recognise: false,
      flags: [],
      ...page,
    })),
  };
}
