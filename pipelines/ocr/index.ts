import { type Extraction, type Original, PermanentError, type Recognition } from '../../domain/index.js';
import type { FileOpener } from '../extraction/index.js';
import { defineStage } from '../stage.js';
import type { Recogniser } from './recogniser.js';

export { type EngineChoice, type EngineLanguage, type EngineModel, engineChoices } from './engine/index.js';
export { openRecogniser, type Recogniser, type RecogniserOptions } from './recogniser.js';

/** What a page is read with. */
export interface PageReader {
  opener: FileOpener;
  recogniser: Recogniser;
}

/** Reads every page that extraction sends to recognition, in ascending order, one page image at a time. */
export function createRecognitionStage(opener: FileOpener, recogniser: Recogniser) {
  return defineStage({
    name: 'ocr',
    lane: 'ocr',
    needs: ['original', 'extraction'],
    gives: 'recognition',
    version: 9,
    async run({ original, extraction }, { signal }) {
      const wanted = extraction.pages.filter((page) => page.recognise).map((page) => page.number);
      if (wanted.length === 0) return [];
      const bytes = await original.read();
      const recognitions: Recognition[] = [];
      for (const page of wanted.sort((a, b) => a - b)) {
        recognitions.push(await recogniseFrom(bytes, extraction, page, { opener, recogniser }, signal));
      }
      return recognitions;
    },
  });
}

/**
 * Reads one page (from 1): what one job of the ocr lane does. A page that cannot be rendered or read gives
 * an empty Recognition flagged `unreadable_page`, so that the rest of the document goes on.
 *
 * @throws {QidiError} `ocr.engine_unavailable`, `ocr.engine_misreads`; the signal's reason where it is aborted.
 */
export async function recognisePage(
  original: Original,
  extraction: Extraction,
  pageNumber: number,
  by: PageReader,
  signal?: AbortSignal,
): Promise<Recognition> {
  return recogniseFrom(await original.read(), extraction, pageNumber, by, signal);
}

async function recogniseFrom(
  bytes: Uint8Array,
  extraction: Extraction,
  page: number,
  { opener, recogniser }: PageReader,
  signal?: AbortSignal,
): Promise<Recognition> {
  signal?.throwIfAborted();
  try {
    const image = await opener.renderPage(bytes, extraction, page, signal);
    return { page, ...(await recogniser.recognise(image, signal)) };
  } catch (error) {
    if (!(error instanceof PermanentError)) throw error;
    return {
      page,
      width: 0,
      height: 0,
      text: '',
      confidence: 0,
      lines: [],
      tables: [],
      flags: ['unreadable_page'],
    };
  }
}
