import type {
  ArtefactName,
  Cipher,
  DocumentRuling,
  Fingerprint,
  InformantField,
  TypedCard,
} from '../../domain/index.js';
import { type ReadDocument, readArtefact } from '../artefacts.js';
import type { Queryable } from '../database.js';
import type { StageResult } from '../documents.js';
import { readInformants } from '../informants.js';
import { createPaperIndex, type Lookup, strongest } from '../lookup/index.js';
import { findWaiting, keepMasked, keepTyped, readPaper, release, type StoredPaper } from './by-hand.js';
import { keepOpened, readCorrection, saveClue, supersede, withdrawClue } from './clues.js';
import type {
  ClueContent,
  FiledReceipt,
  ItemResult,
  KeptCorrection,
  LookupKey,
  Review,
  StoredSource,
  WaitingPaper,
} from './contents.js';
import { keepCovered, type OwnPapers, saveItem } from './items.js';
import { lockItems } from './locks.js';
import {
  coveredDocuments,
  holdDocument,
  keepResults,
  readUnmasked,
  ruledDocuments,
  rulingsOn,
} from './resealing.js';
import { joinClue, mostCandidates, readCandidates, readFamily, readLinked } from './sources.js';

export type Filing = ReturnType<typeof createFiling>;

/**
 * The register's side of filing, inside one transaction. Its statements are prepared by name: they run for every
 * letter, and planning them costs more than running them.
 *
 * @param lookup the papers that candidates are found among, loaded before the transaction begins: reading them all
 * takes seconds in a large register. Null for whoever files without looking for any, as in a decision.
 */
export function createFiling(client: Queryable, cipher: Cipher, lookup: Lookup | null) {
  const own: OwnPapers = { transaction: null, papers: [] };
  const ownIndex = createPaperIndex(16);
  return {
    /**
     * Waits until nobody else files anything that could belong together with these items; held until the
     * transaction ends.
     * @returns the receipts of the document, by the order of their arrival.
     */
    async begin(
      documentId: number,
      items: readonly { fingerprint: Fingerprint; keys: readonly LookupKey[] }[],
    ): Promise<FiledReceipt[]> {
      const receipts = await lockItems(client, lookup, documentId, items);
      return receipts.map((r) => ({
        id: r.id,
        sha256: r.sha256,
        name: cipher.open(Buffer.from(r.name, 'hex')),
        receivedOn: r.received_on,
        basis: r.received_basis,
        arrivedOn: r.arrived_on,
      }));
    },

    /**
     * Keeps the item and its fingerprint.
     * @param member its path in the container as the command that presented the file may see it.
     * @returns the clue that it belongs to already, also where it was superseded meanwhile.
     */
    async saveItem(
      documentId: number,
      result: ItemResult,
      review: Review | null,
      member: string | null,
    ): Promise<{ itemId: number; clueId: number | null; typed: TypedCard | null }> {
      const saved = await saveItem(client, cipher, lookup, own, { documentId, result, review, member });
      const { itemId, keys } = own.papers.at(-1)!;
      ownIndex.add(itemId, keys);
      return saved;
    },

    /**
     * Stored sources that the item may belong to: the same text, shared bands or anchors, or a clue that meets it by two
     * kinds of key (the accused and a project, say), as a supplement in other words does. Likeliest first.
     */
    findCandidates(
      itemId: number,
      fingerprint: Fingerprint,
      keys: readonly LookupKey[],
    ): Promise<StoredSource[]> {
      const found = lookup?.find(fingerprint, mostCandidates) ?? [];
      // Its own papers are of use to a document that has several.
      const all = own.papers.length > 1 ? [...found, ...ownIndex.find(fingerprint, mostCandidates)] : found;
      return readCandidates(client, itemId, fingerprint.textHash, strongest(all, mostCandidates), keys);
    },

    supersede: (documentId: number, from: number, itemIds: readonly number[], classified: boolean) =>
      supersede(client, documentId, from, itemIds, classified),

    withdrawClue: (clueId: number, said?: { into: number | null; actor: string }): Promise<void> =>
      withdrawClue(client, clueId, said),

    keepOpened: (clueId: number): Promise<void> => keepOpened(client, clueId),

    readFamily: (clueId: number): Promise<StoredSource[]> => readFamily(client, clueId),

    readLinked: (clueId: number | null, accused: readonly string[]): Promise<StoredSource[]> =>
      readLinked(client, clueId, accused),

    findWaiting: (receiptId: number): Promise<WaitingPaper[] | null> => findWaiting(client, receiptId),

    readPaper: (itemId: number): Promise<StoredPaper> => readPaper(client, itemId),

    keepTyped: (itemId: number, typed: TypedCard, informant: readonly InformantField[]): Promise<void> =>
      keepTyped(client, cipher, itemId, typed, informant),

    keepMasked: (itemId: number, typed: TypedCard): Promise<void> => keepMasked(client, itemId, typed),

    keepCovered: (itemId: number, paper: Pick<ItemResult, 'item' | 'sealed' | 'topics'>): Promise<void> =>
      keepCovered(client, itemId, paper),

    release: (items: readonly number[]): Promise<void> => release(client, items),

    joinClue: (clueId: number, sources: readonly StoredSource[]): Promise<void> =>
      joinClue(client, clueId, sources),

    informantsOf: (items: readonly number[]): Promise<InformantField[]> =>
      readInformants(client, cipher, items),

    rulingsOn: (documentId: number): Promise<DocumentRuling[]> => rulingsOn(client, cipher, documentId),

    ruledDocuments: (clueIds: readonly number[], decision: number | null): Promise<number[]> =>
      ruledDocuments(client, clueIds, decision),

    coveredDocuments: (clueIds: readonly number[]): Promise<number[]> => coveredDocuments(client, clueIds),

    holdDocument: (documentId: number): Promise<ReadDocument | null> => holdDocument(client, documentId),

    readArtefact: (documentId: number, name: ArtefactName): Promise<string> =>
      readArtefact(client, cipher, documentId, name),

    readUnmasked: (itemId: number): Promise<string | null> => readUnmasked(client, cipher, itemId),

    keepResults: (documentId: number, results: readonly StageResult[]): Promise<void> =>
      keepResults(client, cipher, documentId, results),

    readCorrection: (clueId: number): Promise<KeptCorrection> => readCorrection(client, clueId),

    saveClue: (
      target: { clueId: number } | { region: string; year: number },
      content: ClueContent,
      audit: { action: string; details: object; actor?: string },
    ): Promise<number> => saveClue(client, target, content, audit),

    /** To be told how the transaction ended: what it filed is found by this process from then on. */
    ended(committed: boolean): void {
      if (own.transaction !== null) lookup?.ended(own.transaction, committed ? own.papers : null);
    },
  };
}
