import type { ExtractedPart, Extraction, Item, Normalised, Recognition } from '../../domain/index.js';
import { classifiedMark, hasInternalMark, isPrinted } from '../extraction/index.js';
import { defineStage } from '../stage.js';
import { isBlankForm } from './blank-form.js';
import { letterDrafts, withAttachments } from './covers.js';
import { digestOf } from './digests.js';
import { type Draft, eachDraft, itemOf, type Paper, type PaperPage, withFlag } from './item.js';
import { type ListLexicon, rowDrafts } from './lists/index.js';

export { itemOf } from './item.js';
export { type Place, placeOf } from './place.js';

/**
 * Splits a document into the items that it really contains: the rows of a list, the letters of a scan or a digest, a cover
 * and what it covers, the members of a container. Each part that could not be read, and a document without any
 * usable text, is one item too, with an empty text and what says why, so that a person sees it.
 */
export const itemsStage = defineStage({
  name: 'items',
  needs: ['extraction', 'recognition', 'normalised'],
  gives: 'items',
  version: 13,
  lexicon: ['tables', 'people', 'petition'],
  run: ({ extraction, recognition, normalised }, { lexicon }) =>
    splitDocument(extraction, recognition, normalised, lexicon),
});

function splitDocument(
  extraction: Extraction,
  recognition: readonly Recognition[],
  source: Normalised,
  lexicon: ListLexicon,
): Item[] {
  const pageOf = new Map(extraction.pages.map((page) => [page.number, page]));
  const drafts = draftsOfPart(0);
  const found = drafts.length > 0 ? drafts : [emptyDraft(null)];
  const ordinals = new Map(found.map((draft, ordinal) => [draft, ordinal]));
  const covering = new Set(found.map((draft) => draft.coveredBy));
  return found.map((draft, ordinal) => ({
    ...draft,
    ordinal,
    coveredBy: draft.coveredBy ? (ordinals.get(draft.coveredBy) ?? null) : null,
    cover: draft.cover && covering.has(draft),
  }));

  function draftsOfPart(index: number): Draft[] {
    const part = extraction.parts[index]!;
    if (part.failure) return [{ ...emptyDraft(part.member), review: part.failure, flags: part.flags }];
    const own = paperOf([index]);
    const inner = membersOf(index);
    // Of a container only what lies in it is an item.
    if (inner.length > 0 && own.pages.every((p) => p.start === p.end && !p.recognised)) return inner;
    const drafts = draftsOfPaper(own);
    return isMail(part) ? withAttachments(drafts, inner) : [...drafts, ...inner];
  }

  function membersOf(container: number): Draft[] {
    const drafts: Draft[] = [];
    const { parts } = extraction;
    const alike = unreadAlike(container);
    for (let i = container + 1; i < parts.length; i++) {
      if (parts[i]!.within !== container) continue;
      const unread = alike.get(parts[i]!.failure?.code ?? '');
      if (unread) {
        if (unread[0] === i) drafts.push(unreadDraft(parts[container]!, parts[i]!, unread.length));
        continue;
      }
      const run = photosFrom(i);
      drafts.push(...(run.length > 1 ? draftsOfPaper(paperOf(run)) : draftsOfPart(i)));
      i = run.at(-1) ?? i;
    }
    return drafts;
  }

  /** Members of a container that failed in such numbers, by code, that a desk would have nothing else on it. */
  function unreadAlike(container: number): ReadonlyMap<string, number[]> {
    const failed = new Map<string, number[]>();
    for (const [i, { within, failure }] of extraction.parts.entries()) {
      // A classified paper is a matter of its own, however many come together.
      if (within !== container || !failure || failure.code === 'items.classified') continue;
      const same = failed.get(failure.code) ?? [];
      same.push(i);
      failed.set(failure.code, same);
    }
    return new Map([...failed].filter(([, same]) => same.length > mostUnreadAlone));
  }

  /** Photos that lie one after another in one folder are pages of one paper. */
  function photosFrom(first: number): number[] {
    const { parts, pages } = extraction;
    const folderOf = ({ member }: ExtractedPart) => member?.slice(0, member.lastIndexOf('/') + 1);
    const run: number[] = [];
    for (let i = first; i < parts.length; i++) {
      const part = parts[i]!;
      const alike = part.within === parts[first]!.within && folderOf(part) === folderOf(parts[first]!);
      if (!alike || !isPhoto(part) || pages.filter((p) => p.part === i).length !== 1) break;
      run.push(i);
    }
    return run;
  }

  function paperOf(parts: readonly number[]): Paper {
    const pages = source.pages
      .filter((page) => parts.includes(page.part))
      .map((page, i): PaperPage => {
        const { place, label } = pageOf.get(page.number)!;
        return { ...page, place: parts.length > 1 ? i + 1 : place, label };
      });
    const first = extraction.parts[parts[0]!]!;
    return {
      member: first.member,
      pages,
      flags: parts.flatMap((p) => extraction.parts[p]!.flags),
      printed: isPrinted(first.format) || pages.some((p) => p.recognised),
    };
  }

  function draftsOfPaper(paper: Paper): Draft[] {
    if (paper.pages.length === 0) return [{ ...emptyDraft(paper.member), flags: paper.flags }];
    const mark = markOf(recognition, paper);
    if (mark !== null) return [classifiedDraft(paper, mark)];
    const marked = paper.pages.some((page) => hasInternalMark(source.text.slice(page.start, page.end)));
    const drafts = rowDrafts(source, paper, lexicon, () => wholeDrafts(paper));
    return marked ? eachDraft(drafts, (draft) => withFlag(draft, 'internal_mark')) : drafts;
  }

  /** Of a paper without a list. */
  function wholeDrafts(paper: Paper): Draft[] {
    const digest = digestOf(source, paper);
    if (digest?.certain) return digest.drafts;
    const letters = letterDrafts(source, paper);
    const drafts = digest ? eachDraft(letters, (draft) => withFlag(draft, 'split_uncertain')) : letters;
    const [only] = drafts;
    return only && drafts.length === 1 && isBlankForm(source.text, paper.pages, lexicon.tables)
      ? [withFlag(only, 'blank_form')]
      : drafts;
  }
}

const photoFormats: ReadonlySet<ExtractedPart['format']> = new Set([
  'jpeg',
  'png',
  'tiff',
  'bmp',
  'webp',
  'gif',
  'heic',
]);
const isPhoto = ({ format, failure }: ExtractedPart) => failure === null && photoFormats.has(format);
const isMail = ({ format }: ExtractedPart) => format === 'eml' || format === 'msg';

/**
 * The classified mark that only recognition could read; extraction has seen those of the text. In the lines as
 * recognised: in the normalised text it may be joined to what follows.
 */
function markOf(recognition: readonly Recognition[], { pages }: Paper): string | null {
  for (const [i, page] of pages.entries()) {
    const read = page.recognised ? recognition.find((r) => r.page === page.number) : undefined;
    const mark = read ? classifiedMark(read.text, i < 2) : null;
    if (mark !== null) return mark;
  }
  return null;
}

function classifiedDraft(paper: Paper, mark: string): Draft {
  return { ...emptyDraft(paper.member), review: { code: 'items.classified', params: { mark } } };
}

/** Up to so many files of an archive that cannot be read for one reason are told one by one. */
const mostUnreadAlone = 10;

/** One entry for all of them; each stays in the extraction by its name with its failure. */
function unreadDraft(container: ExtractedPart, first: ExtractedPart, count: number): Draft {
  const { code, params } = first.failure!;
  const review = { code: 'items.members_unread' as const, params: { ...params, count, why: code } };
  return { ...emptyDraft(container.member), review };
}

function emptyDraft(member: string | null): Draft {
  const { ordinal: _, coveredBy, ...empty } = itemOf('', { member, confidence: 0 });
  return { ...empty, coveredBy: null };
}
