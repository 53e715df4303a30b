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
  const items = itemsOf(family);
  if (items.length < 2 || fresh.length === 0) return family;
  const old = family.filter((s) => !fresh.includes(s.itemId));
  const covered = [
    ...(await coverPapers(filing, old, fresh, accusedOf(family))),
    ...(await coverPapers(filing, without(family, old), items, accusedOf(family))),
  ];
  return put(family, covered);
}

/** The papers of a clue with the informants of clues that are linked with it masked. */
export async function maskFromLinked(
  filing: Filing,
  family: readonly StoredSource[],
  linked: readonly StoredSource[],
): Promise<readonly StoredSource[]> {
  return put(family, await coverPapers(filing, family, itemsOf(linked), accusedOf(family)));
}

/**
 * Masks the informants of the items in the papers of the clues that are linked with theirs.
 * @returns the clues of which a paper shows less than before.
 */
export async function maskInLinked(
  filing: Filing,
  linked: readonly StoredSource[],
  fresh: readonly number[],
): Promise<number[]> {
  const changed: number[] = [];
  for (const clueId of new Set(linked.map((s) => s.clueId))) {
    const papers = linked.filter((s) => s.clueId === clueId);
    if ((await coverPapers(filing, papers, fresh, accusedOf(papers))).length > 0) changed.push(clueId);
  }
  return changed;
}

const itemsOf = (papers: readonly StoredSource[]) => [...new Set(papers.map((s) => s.itemId))];
const accusedOf = (papers: readonly StoredSource[]) =>
  new Set(papers.flatMap((s) => s.sealed.accused.flatMap((a) => a.name ?? [])));
const keyOf = (s: StoredSource) => `${s.itemId} ${s.receiptId}`;

function without(papers: readonly StoredSource[], others: readonly StoredSource[]): StoredSource[] {
  const gone = new Set(others);
  return papers.filter((s) => !gone.has(s));
}

function put(papers: readonly StoredSource[], covered: readonly StoredSource[]): readonly StoredSource[] {
  const shown = new Map(covered.map((s) => [keyOf(s), s]));
  return papers.map((s) => shown.get(keyOf(s)) ?? s);
}

/** Keeps of the papers those in which an informant of the items is named, with him masked. */
async function coverPapers(
  filing: Filing,
  papers: readonly StoredSource[],
  informantsOf: readonly number[],
  accused: ReadonlySet<string>,
): Promise<StoredSource[]> {
  if (papers.length === 0 || informantsOf.length === 0) return [];
  const cover = createCover(await filing.informantsOf(informantsOf), accused);
  const sourcesOf = new Map<number, StoredSource[]>(papers.map((s) => [s.itemId, []]));
  for (const source of papers) sourcesOf.get(source.itemId)!.push(source);
  const shown: StoredSource[] = [];
  for (const [itemId, sources] of sourcesOf) {
    const { item, sealed, topics } = sources[0]!;
    const covered = cover({ item, sealed, topics, files: sources.map((s) => s.file) });
    if (covered === null) continue;
    await filing.keepCovered(itemId, covered);
    const { files, ...told } = covered;
    shown.push(...sources.map((source, i) => ({ ...source, ...told, file: files[i]! })));
  }
  return shown;
}
