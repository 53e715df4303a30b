import {
  type ExtractedPage,
  type ExtractedPart,
  type Extraction,
  PermanentError,
} from '../../domain/index.js';
import type { PageImage } from '../image.js';
import { repairMojibake } from './characters/index.js';
import { classifiedMark } from './classified-mark.js';
import { detectFormat } from './detection/index.js';
import { type Member, type ReadFile, readerOf } from './formats.js';
import {
  MAX_DEPTH,
  MAX_FILE_BYTES,
  MAX_FILE_CHARACTERS,
  MAX_MEMBERS,
  MAX_PAGES,
  MAX_TEXT_CHARACTERS,
  MAX_UNPACKED_BYTES,
  MEMBERS_PATIENCE,
} from './limits.js';

/** What is still allowed while a file and all that lies in it are read. */
interface Budget {
  members: number;
  bytes: number;
  characters: number;
  /** By `performance.now`. */
  until: number;
}

/** What whoever waits for the reader knows and wants to know of the files in the file, numbered from 1 as they are read. */
export interface ReadingWatch {
  /** Why those that killed an earlier reader did. */
  passedOver?: ReadonlyMap<number, string>;
  onMember?(number: number): void;
  /** Milliseconds for all of them. */
  patience?: number;
}

/**
 * Reads a file and every file that lies in it, to any depth that is allowed. A member that cannot be read is a
 * part with its failure.
 *
 * @throws {PermanentError} `extraction.*` where the file itself cannot be read, or holds more than is allowed.
 */
export async function readFile(
  bytes: Uint8Array,
  extension: string,
  watch: ReadingWatch = {},
): Promise<Extraction> {
  const parts: ExtractedPart[] = [];
  const pages: ExtractedPage[] = [];
  const budget: Budget = {
    members: MAX_MEMBERS,
    bytes: MAX_UNPACKED_BYTES,
    characters: MAX_FILE_CHARACTERS,
    until: performance.now() + (watch.patience ?? MEMBERS_PATIENCE),
  };
  await readPart(bytes, extension, { member: null, within: null, depth: 0 }, { parts, pages, budget, watch });
  return { parts: parts as Extraction['parts'], pages };
}

interface Place {
  member: string | null;
  within: number | null;
  depth: number;
}

interface Collected {
  parts: ExtractedPart[];
  pages: ExtractedPage[];
  budget: Budget;
  watch: ReadingWatch;
}

async function readPart(bytes: Uint8Array, extension: string, place: Place, all: Collected): Promise<void> {
  const { parts, pages, budget } = all;
  const { member, within, depth } = place;
  const { format, wrongExtension } = await detectFormat(bytes, extension);
  const read = await readerOf(format).read(bytes);
  const mark = markOf(read);
  const file = mark === null ? read : withoutContent(read);
  const part = parts.length;
  const characters = file.pages.reduce((sum, { text }) => sum + text.length, 0);
  // Where there are tables their reader has counted what stands outside them.
  if (file.pages.some(({ text, tables }) => !tables?.length && text.length > MAX_TEXT_CHARACTERS))
    throw new PermanentError('extraction.too_much_text', { limit: MAX_TEXT_CHARACTERS });
  if (characters > budget.characters)
    throw new PermanentError('extraction.too_much_text', { limit: MAX_FILE_CHARACTERS });
  if (pages.length + file.pages.length > MAX_PAGES) {
    throw new PermanentError('extraction.too_many_pages', {
      pages: pages.length + file.pages.length,
      limit: MAX_PAGES,
    });
  }
  // One that is too long takes nothing from those behind it.
  budget.characters -= characters;
  parts.push({
    member,
    within,
    format,
    encoding: file.encoding ?? null,
    comments: file.comments ?? [],
    failure: mark === null ? null : { code: 'items.classified', params: { mark } },
    flags: [...(wrongExtension ? (['wrong_extension'] as const) : []), ...(file.flags ?? [])],
  });
  file.pages.forEach(({ text, label, tables, recognise, flags }, i) => {
    // Places of cells would no longer hold.
    const repaired = tables?.length ? null : repairMojibake(text);
    pages.push({
      number: pages.length + 1,
      part,
      place: i + 1,
      label: label ?? null,
      text: repaired ?? text,
      tables: tables ?? [],
      recognise: recognise ?? false,
      flags: [...(flags ?? []), ...(repaired === null ? [] : (['text_repaired'] as const))],
    });
  });
  for (const inner of file.members ?? []) {
    const inside = { member: pathOf(member, inner), within: part, depth: depth + 1 };
    if (budget.members === 0) {
      // One failure for all that are left: thousands of archives with thousands of names each would be millions.
      const full = new PermanentError('extraction.too_many_members', { limit: MAX_MEMBERS });
      parts.push(failedPart(inside, full));
      break;
    }
    await readMember(inner, inside, all);
  }
}

/** The classified mark of the file; one behind the second page has to be unmistakable. */
function markOf({ pages }: ReadFile): string | null {
  for (const [i, { text }] of pages.entries()) {
    const mark = classifiedMark(text, i < 2);
    if (mark !== null) return mark;
  }
  return null;
}

/** Of a classified file nothing goes further, not even to recognition: only that it has so many pages. */
function withoutContent({ pages }: ReadFile): ReadFile {
  return { pages: pages.map(() => ({ text: '' })) };
}

async function readMember(member: Member, place: Place, all: Collected): Promise<void> {
  const { parts, pages, budget, watch } = all;
  const before = { parts: parts.length, pages: pages.length };
  try {
    budget.members -= 1;
    const number = MAX_MEMBERS - budget.members;
    const reason = watch.passedOver?.get(number);
    if (reason !== undefined) throw new PermanentError('extraction.killed_its_reader', { reason });
    // What was read so far is kept; a reader that is ended from outside takes all with it.
    if (performance.now() > budget.until) throw new PermanentError('extraction.took_too_long');
    watch.onMember?.(number);
    if (place.depth > MAX_DEPTH) throw new PermanentError('extraction.nested_too_deep', { limit: MAX_DEPTH });
    if (member.size > Math.min(MAX_FILE_BYTES, budget.bytes))
      throw new PermanentError('extraction.unpacks_too_large');
    // Taken before it is unpacked: unpacking what then proves damaged costs as much.
    budget.bytes -= member.size;
    const bytes = await member.read();
    await readPart(bytes, extensionOf(member.name), place, all);
  } catch (error) {
    if (!(error instanceof PermanentError)) throw error;
    parts.length = before.parts;
    pages.length = before.pages;
    parts.push(failedPart(place, error));
  }
}

function failedPart({ member, within }: Place, { code, params }: PermanentError): ExtractedPart {
  return { member, within, format: null, encoding: null, comments: [], failure: { code, params }, flags: [] };
}

function pathOf(container: string | null, member: Member): string {
  return container === null ? member.name : `${container}/${member.name}`;
}

/**
 * The image of one page (its number in the document), for recognition: 8-bit grey, upright as far as the file
 * itself says.
 *
 * @throws {PermanentError} `extraction.page_not_rendered`, or what reading the file throws.
 */
export async function renderPage(
  bytes: Uint8Array,
  extraction: Extraction,
  number: number,
): Promise<PageImage> {
  const page = extraction.pages.find((p) => p.number === number);
  const part = page && extraction.parts[page.part];
  const render = part?.format ? readerOf(part.format).renderPage : undefined;
  if (!render) throw new PermanentError('extraction.page_not_rendered', { page: number });
  return render(await openPart(bytes, extraction, page!.part), page!.place);
}

/** The bytes of one part, unpacked from the containers that it lies in. */
async function openPart(bytes: Uint8Array, { parts }: Extraction, index: number): Promise<Uint8Array> {
  const { member, within } = parts[index]!;
  if (within === null) return bytes;
  const container = parts[within]!;
  const outer = await openPart(bytes, { parts } as Extraction, within);
  const { members } = await readerOf(container.format!).read(outer);
  const found = members?.find((m) => pathOf(container.member, m) === member);
  if (!found) throw new PermanentError('extraction.damaged', { kind: container.format! });
  return found.read();
}

function extensionOf(name: string): string {
  return /\.([^./]{1,16})$/.exec(name)?.[1]?.toLowerCase() ?? '';
}
