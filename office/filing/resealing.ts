import { type DocumentRuling, rulingsKey } from '../../domain/index.js';
import { type RunOutcome, runDue, sealingOnwards } from '../../pipelines/index.js';
import type { Filing, ItemResult } from '../../register/index.js';
import { type FilingOffice, fileItems } from './filing.js';

/** Files a document anew as it was read: what stands around it in its clue has changed, and with it what is masked in it. */
export const refile = (filing: Filing, office: FilingOffice, documentId: number): Promise<void> =>
  sealAnew(filing, office, documentId, { always: true });

/**
 * Brings a filed document in line with what people said of its informants: what follows from its sealing is made anew,
 * without reading anything, and filed.
 * @param sealedBy what it was sealed by, where that is known: nothing is opened then if it still holds.
 */
export async function reseal(
  filing: Filing,
  office: FilingOffice,
  documentId: number,
  sealedBy: readonly DocumentRuling[] | null = null,
): Promise<void> {
  if (sealedBy !== null && rulingsKey(sealedBy) === rulingsKey(await filing.rulingsOn(documentId))) return;
  await sealAnew(filing, office, documentId, { always: false });
}

async function sealAnew(
  filing: Filing,
  office: FilingOffice,
  documentId: number,
  { always }: { always: boolean },
): Promise<void> {
  const rulings = await filing.rulingsOn(documentId);
  const document = await filing.holdDocument(documentId);
  // Of a paper that no machine could read there is nothing to be sealed but what a person typed: the register masks that.
  if (document?.kept.entities === undefined) return;
  const { original, receipt, kept } = document;
  const read = () => Promise.reject(new Error('the file is not opened for this'));
  const readKept = (name: Parameters<Filing['readArtefact']>[1]) => filing.readArtefact(documentId, name);
  const outcome = await runDue(
    sealingOnwards,
    { original: { ...original, read }, receipt, rulings, kept, readKept },
    office.lexicon,
  );
  if (outcome.results.length === 0 && !always) return;
  await filing.keepResults(documentId, outcome.results);
  await fileItems(filing, office, documentId, await resultsOf(outcome));
}

/** What the pipeline made of each item. */
export async function resultsOf({ get }: Pick<RunOutcome, 'get'>): Promise<ItemResult[]> {
  const [items, sealed, topics, fingerprints] = await Promise.all([
    get('items'),
    get('sealed'),
    get('topics'),
    get('fingerprints'),
  ]);
  return items.map((item, i) => ({
    item,
    sealed: sealed[i]!,
    topics: topics[i]!,
    fingerprint: fingerprints[i]!,
  }));
}
