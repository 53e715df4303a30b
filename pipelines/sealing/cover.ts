import type { InformantField, Item, Sealed, Topics } from '../../domain/index.js';
import { otherNames, sealItem } from './index.js';
import { cover, createFinder, mergeMasks } from './masks.js';

/** What is shown of a paper, sealed by itself. */
export interface ShownPaper {
  sealed: Sealed;
  topics: Topics;
  item: Pick<Item, 'member' | 'label'>;
  /** Names under which it came. */
  files: readonly string[];
}

/**
 * Masks what other papers tell of their writers: names, numbers, accounts and the door of a home, which are one person's in
 * any paper. An office or a village is also that of others; and what was sealed beside a name may be a word (农户), so that
 * a short name counts only where the paper speaks of a person by it.
 * @param accused names that stay readable: somebody is charged under them.
 * @returns null where nothing of it stands in the paper.
 */
export function createCover(
  told: readonly InformantField[],
  accused: ReadonlySet<string>,
): <T extends ShownPaper>(paper: T) => T | null {
  const values = new Map(
    told.filter((f) => identifies(f) && !accused.has(f.value)).map((field) => [field.value, field]),
  );
  const findAny = createFinder([...values.values()]);
  return (paper) => {
    const { sealed, topics, item, files } = paper;
    const names = [item.member ?? '', item.label ?? '', ...files];
    const shown = [sealed.text, topics.title, topics.summary, ...names];
    const found = shown.flatMap((words) => findAny(words).map(({ start, end }) => words.slice(start, end)));
    if (found.length === 0) return null;
    const persons = new Set(sealed.mentions.flatMap((m) => (m.type === 'person' ? [m.text] : [])));
    const fields = [...values.values()].filter(
      (f) => f.kind !== 'name' || persons.has(f.value) || (f.value.length >= 3 && !calling.test(f.value)),
    );
    const find = createFinder(fields, new Set([...otherNames(sealed), ...persons]));
    const masked = (words: string) => cover(words, mergeMasks(find(words)));
    const name = (words: string | null) => words && masked(words);
    const covered = {
      ...paper,
      sealed: { ...sealItem(sealed, { ...sealed, informant: [] }, fields), informant: sealed.informant },
      topics: { ...topics, title: masked(topics.title), summary: masked(topics.summary) },
      item: { ...item, member: name(item.member), label: name(item.label) },
      files: files.map(masked),
    };
    return JSON.stringify(covered) === JSON.stringify(paper) ? null : covered;
  };
}

const door = /\d{1,5}(?:号楼|栋|幢|单元|室)/;
const account = /[a-z\d]{5}/i;
/** Whom a word of these ends is many: 农户, 包工头. */
const calling = /[人户家者们头工员长民]$/;

/** Whether it is one person's in any paper. */
function identifies({ kind, value }: InformantField): boolean {
  if (kind === 'organisation') return false;
  if (kind === 'address') return door.test(value) || account.test(value);
  return kind !== 'other' || account.test(value);
}
