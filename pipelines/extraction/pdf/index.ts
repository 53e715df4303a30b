import type { PDFiumDocument } from '@hyzyla/pdfium';
import { PermanentError } from '../../../domain/index.js';
import type { FormatReader, Member, ReadPage } from '../formats.js';
import { MAX_MEMBERS, MAX_PAGES } from '../limits.js';
import {
  type Annotations,
  listAttachments,
  namedApart,
  pinnedMember,
  readAnnotations,
} from './annotations.js';
import { type PageContent, readContent } from './content.js';
import { documentHandle, moduleOf, withPdf } from './engine.js';
import { type LaidOut, layOut } from './layout.js';
import { lookAtPage, renderPdfPage } from './render.js';
import { judgeTextLayer, OVERLAY_LETTERS } from './text-layer.js';
import { readTextLayers } from './text-layers.js';

/** An open document keeps every image that it has shown: it is opened anew after this many pages. */
const PAGES_AT_ONCE = 20;
/** XFA without an ordinary page behind it: what is printed is a notice to use another reader. */
const XFA_ONLY = 2;
/** Columns of a table that goes on overleaf may have moved by this many points. */
const SAME_COLUMN = 4;

/** PDF: its text layer page by page; pages without a usable one go to recognition. */
export const pdfReader: FormatReader = {
  format: 'pdf',
  extensions: ['pdf'],
  async read(bytes) {
    refuseCutOff(bytes);
    const head = await openHead(bytes);
    const texts = await readTextLayers(bytes);
    const count = texts?.length ?? head?.pages ?? 0;
    if (count === 0 || (texts === null && head === null)) throw damaged();
    const pages: ReadPage[] = [];
    const comments: string[] = [];
    const pinned: Member[] = [];
    let foot: LaidOut['foot'] = null;
    for (let from = 0; from < count; from += PAGES_AT_ONCE) {
      const readSome = async (pdf: PDFiumDocument | null) => {
        for (let i = from; i < Math.min(count, from + PAGES_AT_ONCE); i++) {
          const seen = pdf ? seePage(pdf, i + 1) : null;
          const { page, laid } = await readPage(pdf, i + 1, texts?.[i] ?? null, seen);
          if (laid && page.tables?.length) goOn(foot, laid);
          foot = laid && page.tables?.length ? laid.foot : null;
          pages.push(page);
          comments.push(...(seen?.annotations.comments ?? []));
          for (const file of seen?.annotations.pinned ?? []) pinned.push(pinnedMember(bytes, i + 1, file));
          if (laid && laid.hidden !== '') comments.push(laid.hidden);
        }
      };
      if (head) await withPdf(bytes, readSome);
      else await readSome(null);
    }
    // What only one engine opens, and finds nothing in, is no letter of blank sheets.
    if (texts === null && pages.every(({ flags }) => flags?.includes('blank_page'))) throw damaged();
    const members = namedApart([...(head?.members ?? []), ...pinned].slice(0, MAX_MEMBERS + 1));
    return { pages, comments, members };
  },
  renderPage: renderPdfPage,
};

/** What the file says of itself; null where PDFium cannot open it. */
async function openHead(bytes: Uint8Array): Promise<{ pages: number; members: Member[] } | null> {
  try {
    return await withPdf(bytes, (pdf) => {
      if (moduleOf(pdf)._FPDF_GetFormType(documentHandle(pdf)) === XFA_ONLY) {
        throw new PermanentError('extraction.xfa_form');
      }
      const pages = pdf.getPageCount();
      if (pages > MAX_PAGES) {
        throw new PermanentError('extraction.too_many_pages', { pages, limit: MAX_PAGES });
      }
      return { pages, members: listAttachments(pdf, bytes) };
    });
  } catch (error) {
    if (error instanceof PermanentError) throw error;
    return null;
  }
}

interface Seen {
  content: PageContent;
  annotations: Annotations;
}

function seePage(pdf: PDFiumDocument, number: number): Seen | null {
  try {
    return { content: readContent(pdf, number), annotations: readAnnotations(pdf, number) };
  } catch {
    return null;
  }
}

async function readPage(
  pdf: PDFiumDocument | null,
  number: number,
  layer: string | null,
  seen: Seen | null,
): Promise<{ page: ReadPage; laid: LaidOut | null }> {
  const laid = seen ? layOut(seen.content, seen.annotations.filledIn, seen.content.scan) : null;
  const useLaid = laid !== null && prefersLaid(layer, laid);
  const text = useLaid ? laid.text : (layer ?? '');
  const page = await judge(pdf, number, text);
  if (laid && laid.hidden !== '') page.flags = [...(page.flags ?? []), 'hidden_text'];
  if (useLaid && page.text !== '' && laid.tables.length > 0) page.tables = laid.tables;
  return { page, laid };
}

/** Whether the text put in order by where it stands is better than the layer as the file has it. */
function prefersLaid(layer: string | null, laid: LaidOut): boolean {
  const own = lettersIn(laid.text);
  if (layer === null || (own > 0 && lettersIn(layer) === 0)) return true;
  // Doubly drawn characters are already dropped by the engine.
  const doubled = own > 0 && lettersIn(layer) > own * 1.05 + 5;
  if (!laid.needed && !doubled) return false;
  return laid.hidden !== '' || judgeTextLayer(laid.text).layer !== 'garbage';
}

function lettersIn(text: string): number {
  return text.replace(/\s/gu, '').length;
}

async function judge(pdf: PDFiumDocument | null, number: number, text: string): Promise<ReadPage> {
  const { layer, letters } = judgeTextLayer(text);
  if (layer === 'text' && letters >= OVERLAY_LETTERS) return { text };
  if (pdf === null) throw damaged();
  try {
    return decide({ text, garbage: layer === 'garbage' }, await lookAtPage(pdf, number));
  } catch (cause) {
    // The other pages are read all the same; that it cannot be shown is found again by recognition.
    if (pdf.getPageCount() > 1) return { text: '', recognise: true };
    throw damaged(cause);
  }
}

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

/** Numbers the rows of a table at the head of a page on from the one at the foot of the page before. */
function goOn(foot: LaidOut['foot'], { head, foot: own }: LaidOut): void {
  if (!foot || !head || foot.xs.length !== head.xs.length) return;
  if (!foot.xs.every((x, i) => Math.abs(x - head.xs[i]!) <= SAME_COLUMN)) return;
  for (const row of head.table.rows) row.row += foot.lastRow;
  if (own?.table === head.table) own.lastRow += foot.lastRow;
}

/**
 * A PDF ends with its cross-reference and `%%EOF` (ISO 32000-1, 7.5.5). Readers can guess at one that was
 * cut off, but would silently lose pages: a letter that is not whole has to be asked for again.
 */
function refuseCutOff(bytes: Uint8Array): void {
  const tail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .subarray(-4096)
    .toString('latin1');
  if (!tail.includes('%%EOF') && !tail.includes('startxref')) throw damaged();
}

function damaged(cause?: unknown): PermanentError {
  return new PermanentError('extraction.damaged', { kind: 'pdf' }, cause === undefined ? {} : { cause });
}
