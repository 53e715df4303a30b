import { PermanentError } from '../../../domain/index.js';
import type { PageImage } from '../../image.js';
import { createDistinctPaths, showPath } from '../archives/entry-names.js';
import type { FormatReader, Member, ReadPage } from '../formats.js';
import { bmpReader, gifReader, jpegReader, pngReader, tiffReader } from '../images/index.js';
import { MAX_MEMBERS, MAX_PAGES, MAX_TEXT_CHARACTERS } from '../limits.js';
import { documentRoots, type OfdDocument, readDocument } from './document.js';
import { linesOf } from './lines.js';
import { type OfdPackage, openPackage } from './package.js';
import { type PageContent, readContent } from './page-content.js';

/**
 * The layout format of Chinese offices (GB/T 33190). Pages without words are their largest picture; electronic
 * signatures are for machines to prove and are not read.
 */
export const ofdReader: FormatReader = {
  format: 'ofd',
  extensions: ['ofd'],
  async read(bytes) {
    const ofd = await openPackage(bytes);
    const pages: ReadPage[] = [];
    const members: Member[] = [];
    const comments: string[] = [];
    const distinct = createDistinctPaths();
    let characters = 0;
    for (const root of await documentRoots(ofd)) {
      const document = await readDocument(ofd, root);
      if (pages.length + document.pages.length > MAX_PAGES)
        throw new PermanentError('extraction.too_many_pages', {
          pages: pages.length + document.pages.length,
          limit: MAX_PAGES,
        });
      for (const { path } of document.pages) {
        const page = pageOf(await wholePage(ofd, document, path), document);
        characters += page.text.length;
        if (characters > MAX_TEXT_CHARACTERS)
          throw new PermanentError('extraction.too_much_text', { limit: MAX_TEXT_CHARACTERS });
        pages.push(page);
      }
      comments.push(...(await commentsOf(ofd, document)));
      for (const { name, path } of document.attachments.slice(0, MAX_MEMBERS + 1)) {
        members.push({
          name: distinct(showPath(name || path).replaceAll('/', '_') || `附件${members.length + 1}`),
          size: ofd.entry(path)?.unpacked ?? 0,
          read: () => ofd.read(path),
        });
      }
    }
    return { pages, members, comments };
  },
  async renderPage(bytes, number) {
    try {
      return await renderLargest(await openPackage(bytes), number);
    } catch (cause) {
      throw new PermanentError('extraction.page_not_rendered', { page: number }, { cause });
    }
  },
};

/** A page with the forms that lie under it. */
async function wholePage(ofd: OfdPackage, { templates }: OfdDocument, path: string): Promise<PageContent> {
  const own = await readContent(ofd, path);
  // A page has one or two; hundreds of copies of one form are no page.
  for (const id of new Set(own.templates.slice(0, 10))) {
    const under = templates.get(id);
    if (!under) continue;
    const { runs, images, shapes } = await readContent(ofd, under);
    for (const run of runs) own.runs.push(run);
    for (const image of images) own.images.push(image);
    own.shapes += shapes;
  }
  return own;
}

/** A4 has 62,370 mm²; a seal or an emblem is no page. */
const SCAN_AREA = 25_000;
/** A page number or the words of a stamp on a scan. */
const FEW_CHARACTERS = 20;
/** As many shapes as this are letters that were drawn. */
const MANY_SHAPES = 50;

function pageOf(content: PageContent, document: OfdDocument): ReadPage {
  const text = linesOf(content.runs);
  const image = largest(content, document);
  const scan = image !== null && image.area >= SCAN_AREA;
  if (text.length > FEW_CHARACTERS || (text !== '' && !scan)) return { text };
  // JBIG2 is not decoded: a person has to look.
  if (image && /\.(?:jb2|jbig2|gbig2)$/i.test(image.path)) return { text, flags: ['unreadable_page'] };
  if (image) return { text: '', recognise: true };
  return content.shapes >= MANY_SHAPES ? { text, flags: ['unreadable_page'] } : { text };
}

function largest({ images }: PageContent, { media }: OfdDocument): { path: string; area: number } | null {
  let found: { path: string; area: number } | null = null;
  for (const { id, area } of images) {
    const path = media.get(id);
    if (path && area > (found?.area ?? -1)) found = { path, area };
  }
  return found;
}

async function commentsOf(ofd: OfdPackage, { annotations }: OfdDocument): Promise<string[]> {
  const comments: string[] = [];
  for (const { path } of annotations.slice(0, MAX_PAGES)) {
    const { runs, remarks } = await readContent(ofd, path);
    comments.push(
      ...remarks,
      ...linesOf(runs)
        .split('\n')
        .filter((line) => line !== ''),
    );
  }
  return comments;
}

async function renderLargest(ofd: OfdPackage, number: number): Promise<PageImage> {
  let before = 0;
  for (const root of await documentRoots(ofd)) {
    const document = await readDocument(ofd, root);
    const page = document.pages[number - 1 - before];
    before += document.pages.length;
    if (!page) continue;
    const image = largest(await wholePage(ofd, document, page.path), document);
    if (!image) break;
    const bytes = await ofd.read(image.path);
    const reader = pictures.find(([signature]) => signature.every((byte, i) => bytes[i] === byte))?.[1];
    if (!reader) break;
    await reader.read(bytes);
    return reader.renderPage!(bytes, 1);
  }
  throw new RangeError('the page has no picture that is read');
}

const pictures: readonly [signature: number[], FormatReader][] = [
  [[0xff, 0xd8, 0xff], jpegReader],
  [[0x89, 0x50, 0x4e, 0x47], pngReader],
  [[0x42, 0x4d], bmpReader],
  [[0x49, 0x49, 0x2a, 0], tiffReader],
  [[0x4d, 0x4d, 0, 0x2a], tiffReader],
  [[0x47, 0x49, 0x46, 0x38], gifReader],
];
