import { PermanentError } from '../../../domain/index.js';
import { MAX_PAGES } from '../limits.js';
import { damaged, type OfdPackage, pathFrom } from './package.js';

/** What a document of the package consists of, by paths. */
export interface OfdDocument {
  pages: { id: string; path: string }[];
  /** Forms that lie under pages, by their ID. */
  templates: ReadonlyMap<string, string>;
  /** Pictures by their ID. */
  media: ReadonlyMap<string, string>;
  attachments: { name: string; path: string }[];
  /** Of which page, by its ID, which file has the annotations. */
  annotations: { page: string; path: string }[];
}

/** The root files of all documents of the package: usually one, versions and collections have several. */
export async function documentRoots(ofd: OfdPackage): Promise<string[]> {
  const roots = (await textsOf(ofd, '/OFD.xml', ['DocRoot'])).map(({ text }) => pathFrom('/OFD.xml', text));
  if (roots.length === 0) throw damaged();
  return roots.slice(0, MAX_PAGES);
}

/** @throws {PermanentError} `extraction.too_many_pages`, `extraction.damaged` where the root is not there. */
export async function readDocument(ofd: OfdPackage, root: string): Promise<OfdDocument> {
  if (!ofd.entry(root)) throw damaged();
  const pages: OfdDocument['pages'] = [];
  const templates = new Map<string, string>();
  await ofd.walk(root, {
    open(name, { ID: id = '', BaseLoc: place }) {
      if (place === undefined) return;
      if (name === 'Page') pages.push({ id, path: pathFrom(root, place) });
      if (name === 'TemplatePage') templates.set(id, pathFrom(root, place));
      if (pages.length > MAX_PAGES)
        throw new PermanentError('extraction.too_many_pages', { pages: pages.length, limit: MAX_PAGES });
    },
  });
  const others = await textsOf(ofd, root, ['PublicRes', 'DocumentRes', 'Attachments', 'Annotations']);
  const files = (...names: string[]) =>
    others
      .filter(({ name }) => names.includes(name))
      .map(({ text }) => pathFrom(root, text))
      .slice(0, 20);
  const media = new Map<string, string>();
  for (const file of files('PublicRes', 'DocumentRes')) await readMedia(ofd, file, media);
  const attachments: OfdDocument['attachments'] = [];
  for (const file of files('Attachments')) {
    for (const { text, attributes } of await textsOf(ofd, file, ['FileLoc'], 'Attachment'))
      attachments.push({ name: attributes.Name ?? '', path: pathFrom(file, text) });
  }
  const annotations: OfdDocument['annotations'] = [];
  for (const file of files('Annotations')) {
    for (const { text, attributes } of await textsOf(ofd, file, ['FileLoc'], 'Page'))
      annotations.push({ page: attributes.PageID ?? '', path: pathFrom(file, text) });
  }
  return { pages, templates, media, attachments, annotations };
}

async function readMedia(ofd: OfdPackage, file: string, media: Map<string, string>): Promise<void> {
  let base = '';
  await ofd.walk(file, {
    open(name, attributes) {
      if (name === 'Res') base = attributes.BaseLoc ?? '';
    },
  });
  for (const { text, attributes } of await textsOf(ofd, file, ['MediaFile'], 'MultiMedia')) {
    const place = text.startsWith('/') || base === '' ? text : `${base.replace(/\/$/, '')}/${text}`;
    media.set(attributes.ID ?? '', pathFrom(file, place));
  }
}

interface Leaf {
  name: string;
  text: string;
  /** Of the element `of` that it stands in. */
  attributes: Readonly<Record<string, string>>;
}

/** The words of all elements of these names, with the attributes of the element around them. */
async function textsOf(
  ofd: OfdPackage,
  file: string,
  names: readonly string[],
  of?: string,
): Promise<Leaf[]> {
  const found: Leaf[] = [];
  let around: Leaf['attributes'] = {};
  let open: Leaf | null = null;
  await ofd.walk(file, {
    open(name, attributes) {
      if (name === of) around = attributes;
      if (names.includes(name)) open = { name, text: '', attributes: around };
    },
    text(text) {
      if (open) open.text += text;
    },
    close(name) {
      if (open?.name !== name) return;
      found.push({ ...open, text: open.text.trim() });
      open = null;
    },
  });
  return found;
}
