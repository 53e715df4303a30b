import { createCover } from '../../pipelines/index.js';
import type { Filing, StoredSource } from '../../register/index.js';

/**
 * The papers of a clue with the informant of each masked in all: one letter is signed, another tells that its writer was
 * there, too. Whom a paper of the clue accuses stays readable. A paper that goes to another clue is shown there as it was
 * read (`settle`).
 * @param fresh the items that have come or were read anew: nothing else can tell anything new, and to compare all papers
 * of a form letter with all at each copy would take the square of their number.
 */
export async function maskAcross(
  filing: Filing,
  family: readonly StoredSource[],
  fresh: readonly number[],
): Promise<readonly StoredSource[]> {
  const items = [...new Set(family.map((s) => s.itemId))];
  if (items.length < 2 || fresh.length === 0) return family;
  const accused = new Set(family.flatMap((s) => s.sealed.accused.flatMap((a) => a.name ?? [])));
  const toOld = createCover(await filing.informantsOf(fresh), accused);
  const toFresh = createCover(await filing.informantsOf(items), accused);
  const sourcesOf = new Map<number, StoredSource[]>(items.map((itemId) => [itemId, []]));
  for (const source of family) sourcesOf.get(source.itemId)!.push(source);
  const shown = new Map<StoredSource, StoredSource>();
  for (const [itemId, sources] of sourcesOf) {
    const { item, sealed, topics } = sources[0]!;
    const paper = { item, sealed, topics, files: sources.map((s) => s.file) };
    const covered = (fresh.includes(itemId) ? toFresh : toOld)(paper);
    if (covered === null) continue;
    await filing.keepCovered(itemId, covered);
    const { files, ...told } = covered;
    for (const [i, source] of sources.entries()) shown.set(source, { ...source, ...told, file: files[i]! });
  }
  return family.map((source) => shown.get(source) ?? source);
}
