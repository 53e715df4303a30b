import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { PDFParse } from 'pdf-parse';
import { PermanentError } from '../../domain/index.js';
import type { FormatReader, ReadPage } from './formats.js';
import { MAX_PAGES } from './limits.js';
import { lookAtPage, renderPdfPage, withPdf } from './pdf-render.js';
import { judgeTextLayer, OVERLAY_LETTERS } from './text-layer.js';

/** An open document keeps every image that it has shown: it is opened anew after this many pages. */
const PAGES_AT_ONCE = 20;

/** PDF: its text layer page by page; pages without a usable one go to recognition. */
export const pdfReader: FormatReader = {
  format: 'pdf',
  extensions: ['pdf'],
  async read(bytes) {
    refuseCutOff(bytes);
    const texts = await readTextLayers(bytes);
    const pages: ReadPage[] = [];
    const doubtful: { number: number; text: string; garbage: boolean }[] = [];
    for (const [i, text] of texts.entries()) {
      const { layer, letters } = judgeTextLayer(text);
      if (layer !== 'text' || letters < OVERLAY_LETTERS) {
        doubtful.push({ number: i + 1, text, garbage: layer === 'garbage' });
      }
      pages.push({ text });
    }
    for (let from = 0; from < doubtful.length; from += PAGES_AT_ONCE) {
      await withPdf(bytes, async (pdf) => {
        for (const page of doubtful.slice(from, from + PAGES_AT_ONCE)) {
          pages[page.number - 1] = decide(page, await lookAtPage(pdf, page.number));
        }
      }).catch((cause: unknown) => {
        throw new PermanentError('extraction.damaged', { kind: 'pdf' }, { cause });
      });
    }
    return { pages };
  },
  renderPage: renderPdfPage,
};

/** A page with little or no text: blank, a scan, outlines drawn as paths, or really just a short page. */
function decide(
  { text, garbage }: { text: string; garbage: boolean },
  { blank, scan }: { blank: boolean; scan: boolean },
): ReadPage {
  const empty = text.trim() === '';
  if (blank && (empty || garbage)) return { text: '', flags: ['blank_page'] };
  if (garbage) return { text: '', recognise: true, flags: ['garbled_text_layer'] };
  if (empty || scan) return { text: '', recognise: true };
  return { text };
}

/**
 * A PDF ends with its cross-reference and `%%EOF` (ISO 32000-1, 7.5.5). Readers can guess at one that was
 * cut off, but would silently lose pages: a letter that is not whole has to be asked for again.
 */
function refuseCutOff(bytes: Uint8Array): void {
  const tail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .subarray(-4096)
    .toString('latin1');
  if (!tail.includes('%%EOF') && !tail.includes('startxref')) {
    throw new PermanentError('extraction.damaged', { kind: 'pdf' });
  }
}

/** Without the character maps of pdfjs-dist, PDFs with non-embedded Chinese fonts give empty text and no error. */
const pdfjsFolder = dirname(
  createRequire(createRequire(import.meta.url).resolve('pdf-parse')).resolve('pdfjs-dist/package.json'),
);

async function readTextLayers(bytes: Uint8Array): Promise<string[]> {
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
    if (total === 0) throw new PermanentError('extraction.damaged', { kind: 'pdf' });
    return pages.map((page) => page.text);
  } catch (cause) {
    if (cause instanceof PermanentError) throw cause;
    if (cause instanceof Error && cause.name === 'PasswordException') {
      throw new PermanentError('extraction.password_needed', {}, { cause });
    }
    throw new PermanentError('extraction.damaged', { kind: 'pdf' }, { cause });
  } finally {
    await parser.destroy();
  }
}
