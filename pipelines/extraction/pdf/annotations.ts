import type { PDFiumDocument } from '@hyzyla/pdfium';
import { PermanentError } from '../../../domain/index.js';
import type { Member } from '../formats.js';
import { MAX_FILE_BYTES, MAX_MEMBERS } from '../limits.js';
import { type Box, shownCoordinates, toShown } from './coordinates.js';
import {
  documentHandle,
  moduleOf,
  type PdfiumModule,
  pageHandle,
  readString,
  viewOf,
  withMemory,
  withPdf,
} from './engine.js';

/** What was filled in or typed over a page, at its place. */
export interface FilledIn extends Box {
  text: string;
}

export interface Annotations {
  filledIn: FilledIn[];
  comments: string[];
  /** Files that somebody pinned to the page: the place of each among its annotations. */
  pinned: { index: number; name: string; size: number }[];
}

/** Remarks and fields of one page; thick forms have some hundred. */
export const MAX_ANNOTATIONS = 2_000;
const FREE_TEXT = 3;
const POPUP = 16;
const LINK = 2;
const WIDGET = 20;
const FILE_ATTACHMENT = 17;
const HIDDEN = 2;
const CHECK_BOX = 2;
const RADIO_BUTTON = 3;
const COMBO_BOX = 4;
const LIST_BOX = 5;
const TEXT_FIELD = 6;

/** The values of form fields, words typed over the page, and the remarks that readers have put on it. */
export function readAnnotations(pdf: PDFiumDocument, number: number): Annotations {
  const page = pdf.getPage(number - 1);
  const module = moduleOf(page);
  const found: Annotations = { filledIn: [], comments: [], pinned: [] };
  if (pageHandle(page) === 0) return found;
  try {
    const count = Math.min(module._FPDFPage_GetAnnotCount(pageHandle(page)), MAX_ANNOTATIONS);
    if (count === 0) return found;
    const form = pdf.initializeFormFields();
    const { originalWidth, originalHeight } = page.getOriginalSize();
    const shown = shownCoordinates(module, page, originalWidth, originalHeight);
    for (let i = 0; i < count; i++) {
      const annotation = module._FPDFPage_GetAnnot(pageHandle(page), i);
      if (annotation === 0) continue;
      try {
        const subtype = module._FPDFAnnot_GetSubtype(annotation);
        if (subtype === POPUP || subtype === LINK) continue;
        if (subtype === FILE_ATTACHMENT) {
          const file = module._FPDFAnnot_GetFileAttachment(annotation);
          found.pinned.push({ index: i, name: attachmentName(module, file), size: sizeOf(module, file) });
        }
        const inPlace = subtype === WIDGET || subtype === FREE_TEXT;
        const text =
          subtype === WIDGET
            ? fieldValue(module, form, annotation)
            : stringValue(module, annotation, 'Contents').trim();
        if (text === '' || (module._FPDFAnnot_GetFlags(annotation) & HIDDEN) !== 0) continue;
        if (inPlace) found.filledIn.push({ text, ...toShown(shown, rectangleOf(module, annotation)) });
        else found.comments.push(text);
      } finally {
        module._FPDFPage_CloseAnnot(annotation);
      }
    }
    return found;
  } finally {
    module._FPDF_ClosePage(pageHandle(page));
  }
}

function fieldValue(module: PdfiumModule, form: number, annotation: number): string {
  const type = module._FPDFAnnot_GetFormFieldType(form, annotation);
  if (type === CHECK_BOX || type === RADIO_BUTTON) {
    return ['', 'Off'].includes(stringValue(module, annotation, 'AS')) ? '☐' : '☑';
  }
  if (type !== TEXT_FIELD && type !== COMBO_BOX && type !== LIST_BOX) return '';
  return readString(module, (buffer, bytes) =>
    module._FPDFAnnot_GetFormFieldValue(form, annotation, buffer, bytes),
  ).trim();
}

function stringValue(module: PdfiumModule, annotation: number, key: string): string {
  return withMemory(module, key.length + 1, (pointer) => {
    module.HEAPU8.set(Buffer.from(`${key}\0`, 'latin1'), pointer);
    return readString(module, (buffer, bytes) =>
      module._FPDFAnnot_GetStringValue(annotation, pointer, buffer, bytes),
    );
  });
}

function rectangleOf(module: PdfiumModule, annotation: number): Box {
  return withMemory(module, 16, (pointer) => {
    module._FPDFAnnot_GetRect(annotation, pointer);
    const view = viewOf(module);
    const [left, top, right, bottom] = [0, 4, 8, 12].map((offset) => view.getFloat32(pointer + offset, true));
    return { left: left!, top: top!, right: right!, bottom: bottom! };
  });
}

/** The files embedded in a PDF, in the order of its own list; one more than is read says that there are too many. */
export function listAttachments(pdf: PDFiumDocument, bytes: Uint8Array): Member[] {
  const module = moduleOf(pdf);
  const count = Math.min(module._FPDFDoc_GetAttachmentCount(documentHandle(pdf)), MAX_MEMBERS + 1);
  return Array.from({ length: count }, (_, i) => {
    const attachment = module._FPDFDoc_GetAttachment(documentHandle(pdf), i);
    return {
      name: attachmentName(module, attachment),
      size: sizeOf(module, attachment),
      read: () =>
        withPdf(bytes, (opened) => {
          const engine = moduleOf(opened);
          return contentOf(engine, engine._FPDFDoc_GetAttachment(documentHandle(opened), i));
        }),
    };
  });
}

/** A file that is pinned to a page (from 1). */
export function pinnedMember(
  bytes: Uint8Array,
  number: number,
  { index, name, size }: Annotations['pinned'][number],
): Member {
  const read = (pdf: PDFiumDocument) => {
    const page = pdf.getPage(number - 1);
    const module = moduleOf(page);
    const annotation = module._FPDFPage_GetAnnot(pageHandle(page), index);
    try {
      return contentOf(module, annotation === 0 ? 0 : module._FPDFAnnot_GetFileAttachment(annotation));
    } finally {
      if (annotation !== 0) module._FPDFPage_CloseAnnot(annotation);
      module._FPDF_ClosePage(pageHandle(page));
    }
  };
  return { name, size, read: () => withPdf(bytes, read) };
}

/** Gives each file a name of its own, also where it has none or shares one. */
export function namedApart(members: readonly Member[]): Member[] {
  const taken = new Set<string>();
  return members.map((member, i) => {
    const { name: plain } = member;
    const name = plain === '' || taken.has(plain) ? `附件${i + 1}${plain === '' ? '' : `-${plain}`}` : plain;
    taken.add(name);
    return { ...member, name };
  });
}

/** As it can be shown; '' where it has none. */
function attachmentName(module: PdfiumModule, attachment: number): string {
  if (attachment === 0) return '';
  return readString(module, (buffer, size) => module._FPDFAttachment_GetName(attachment, buffer, size))
    .replace(/^.*[\\/]/u, '')
    .replace(/\p{Cc}/gu, '')
    .trim();
}

/** Bytes of an attachment; 0 where it cannot be told, and then it cannot be read either. */
function sizeOf(module: PdfiumModule, attachment: number): number {
  return withMemory(module, 4, (size) =>
    attachment !== 0 && module._FPDFAttachment_GetFile(attachment, 0, 0, size)
      ? viewOf(module).getUint32(size, true)
      : 0,
  );
}

function contentOf(module: PdfiumModule, attachment: number): Uint8Array {
  const length = sizeOf(module, attachment);
  if (length > MAX_FILE_BYTES) throw new PermanentError('extraction.unpacks_too_large');
  return withMemory(module, 4, (size) =>
    withMemory(module, Math.max(1, length), (buffer) => {
      if (attachment === 0 || !module._FPDFAttachment_GetFile(attachment, buffer, length, size)) {
        throw new PermanentError('extraction.damaged', { kind: 'pdf' });
      }
      return module.HEAPU8.slice(buffer, buffer + length);
    }),
  );
}
