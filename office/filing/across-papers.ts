import type { InformantField } from '../../domain/index.js';
import { coverTold, identifies, maskWords } from '../../pipelines/index.js';
import type { Filing, StoredSource } from '../../register/index.js';

/**
 * The papers of a clue with the informant of each masked in all: one letter is signed, another tells that its writer was
 * there, too. Whom a paper of the clue accuses stays readable; a paper that is taken away again stays masked until it is
 * read or sealed anew.
 * @param fresh the items that have come or were read anew: nothing else can tell anything new, and to compare all papers
 * of a form letter with all at each copy would take the square of their number.
 */
export async function maskAcross(
  filing: Filing,
  family: readonly StoredSource[],
  fresh: readonly number[],
): Promise<readonly StoredSource[]> {
  const items = [...new Set(family.map((s) => s.itemId))];
  if (items.length < 2) return family;
  const accused = new Set(family.flatMap((s) => s.sealed.accused.flatMap((a) => a.name ?? [])));
  const tellingOf = async (papers: readonly number[]): Promise<InformantField[]> =>
    (await filing.informantsOf(papers)).filter((field) => identifies(field) && !accused.has(field.value));
  const told = await tellingOf(fresh);
  const toFresh = fresh.length === items.length ? told : await tellingOf(items);
  const masked = new Map<number, Pick<StoredSource, 'sealed' | 'topics'>>();
  for (const source of family) {
    const fields = fresh.includes(source.itemId) ? toFresh : told;
    if (masked.has(source.itemId) || maskWords(source.sealed.text, fields) === source.sealed.text) continue;
    const { title, summary } = source.topics;
    const paper = {
      sealed: coverTold(source.sealed, fields),
      topics: { ...source.topics, title: maskWords(title, fields), summary: maskWords(summary, fields) },
    };
    masked.set(source.itemId, paper);
    await filing.keepCovered(source.itemId, paper);
  }
  return family.map((s) => ({ ...s, ...masked.get(s.itemId), file: maskWords(s.file, toFresh) }));
}
