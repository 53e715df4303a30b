import { posix } from 'node:path';
import { PermanentError } from '../../../domain/index.js';
import { listZip, readDocumentParts } from '../containers/index.js';
import type { FormatReader, Member, ReadFile } from '../formats.js';
import { MAX_DOCUMENT_PART_BYTES } from '../limits.js';
import { attribute, decodeXml, walkXml } from '../markup/index.js';
import { newTextBudget } from '../page-text.js';
import { embeddedMember } from './embedded.js';
import { joinStories } from './join-stories.js';
import { noNumbering, readNumbering } from './numbering.js';
import { readAgain } from './second-reading.js';
import { noStories, readStories } from './stories.js';

/** Word documents since 2007, and those that Word wrote as one XML file (Flat OPC, Word 2003 XML). */
export const docxReader: FormatReader = {
  format: 'docx',
  extensions: ['docx', 'docm', 'dotx', 'dotm', 'xml'],
  read: (bytes) => (bytes[0] === 0x50 ? readContainer(bytes) : Promise.resolve(readSingle(bytes))),
};

interface Relation {
  id: string;
  /** The last word of its type: `header`, `footnotes`. */
  type: string;
  target: string;
}

async function readContainer(bytes: Uint8Array): Promise<ReadFile> {
  const parts = await readDocumentParts(bytes);
  const main = mainPart(parts);
  const relations = relationsOf(parts, main);
  const stories = noStories();
  const budget = newTextBudget();
  const xmlOf = (type: string) => {
    const part = parts.get(relations.find((relation) => relation.type === type)?.target ?? '');
    return part === undefined ? null : decodeXml(part);
  };
  const lists = xmlOf('numbering');
  const numbering = lists === null ? noNumbering : readNumbering(lists, xmlOf('styles'));
  const read = (path: string) => {
    const part = parts.get(path);
    if (part) readStories(decodeXml(part), budget, stories, numbering);
  };
  // The text first: it numbers the notes.
  read(main);
  for (const type of ['header', 'footer', 'footnotes', 'endnotes', 'comments']) {
    for (const relation of relations) if (relation.type === type) read(relation.target);
  }
  const own = joinStories(stories);
  const page = own.text === '' ? ((await readAgain(parts)) ?? own) : own;
  const members = await readMembers(bytes, relations, page.text === '');
  const flags = page.text !== '' && (await hasLargePicture(bytes)) ? (['pictures_unread'] as const) : [];
  const comments = stories.comments.map(({ text }) => text).filter(Boolean);
  return { pages: [page], members, comments, flags: [...flags] };
}

function readSingle(bytes: Uint8Array): ReadFile {
  if (bytes.length > MAX_DOCUMENT_PART_BYTES) throw new PermanentError('extraction.unpacks_too_large');
  const stories = readStories(decodeXml(bytes), newTextBudget());
  return {
    pages: [joinStories(stories)],
    comments: stories.comments.map(({ text }) => text).filter(Boolean),
  };
}

/** Producers may call the text what they like; the relations of the container say which part it is. */
function mainPart(parts: ReadonlyMap<string, Buffer>): string {
  const named = relationsOf(parts, '').find((relation) => relation.type === 'officeDocument')?.target;
  const main = named !== undefined && parts.has(named) ? named : 'word/document.xml';
  if (!parts.has(main)) throw new PermanentError('extraction.damaged', { kind: 'docx' });
  return main;
}

function relationsOf(parts: ReadonlyMap<string, Buffer>, part: string): Relation[] {
  const folder = part === '' ? '' : posix.dirname(part);
  const bytes = parts.get(posix.join(folder, '_rels', `${posix.basename(part)}.rels`));
  const relations: Relation[] = [];
  if (!bytes) return relations;
  walkXml(decodeXml(bytes), 'docx', {
    open(name, attributes) {
      if (name !== 'Relationship' || attribute(attributes, 'TargetMode') === 'External') return;
      const type = attribute(attributes, 'Type') ?? '';
      const target = attribute(attributes, 'Target') ?? '';
      relations.push({
        id: attribute(attributes, 'Id') ?? '',
        type: type.slice(type.lastIndexOf('/') + 1),
        target: target.startsWith('/') ? target.slice(1) : posix.join(folder, target),
      });
    },
    text: () => undefined,
    close: () => undefined,
  });
  return relations;
}

const embedded = new Set(['package', 'oleObject', 'aFChunk']);
const picture = /\.(?:jpe?g|png|tiff?|bmp|gif|webp)$/i;
/** Logos and seals are smaller; what somebody scanned or photographed and put in is not. */
export const LARGE_PICTURE_BYTES = 50 * 1024;

/** Whether an office document has a picture that is more than an ornament. */
export async function hasLargePicture(bytes: Uint8Array): Promise<boolean> {
  return (await listZip(bytes)).some(
    ({ name, unpacked }) => /^(?:word|xl)\/media\//i.test(name) && unpacked >= LARGE_PICTURE_BYTES,
  );
}

/**
 * The files in the document: objects of other programs, and documents that were merged in. Pictures are ornaments,
 * but where there is no text at all they are what somebody scanned or photographed; beside text large ones are flagged.
 */
async function readMembers(
  bytes: Uint8Array,
  relations: readonly Relation[],
  textless: boolean,
): Promise<Member[]> {
  const wanted = relations.filter(
    ({ type, target }) => embedded.has(type) || (textless && type === 'image' && picture.test(target)),
  );
  if (wanted.length === 0) return [];
  const entries = new Map((await listZip(bytes)).map((entry) => [entry.name, entry]));
  const members: Member[] = [];
  const taken = new Set<string>();
  for (const { target } of wanted) {
    const entry = entries.get(target);
    if (!entry || taken.has(target)) continue;
    taken.add(target);
    members.push(await embeddedMember(bytes, entry));
  }
  return members;
}
