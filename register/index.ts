import type { Cipher } from '../domain/index.js';
import { type Connection, openDatabase, type Queryable } from './database.js';
import { createDecisionLog, type DecisionLog } from './decision-log.js';
import { createDecisions, type Decisions } from './decisions.js';
import { createDocuments, type Documents, keepWork, type TextWork } from './documents.js';
import { createFamilies, type Families } from './families.js';
import { createFiling, type Filing } from './filing/index.js';
import type { MaskWords } from './informants.js';
import { createFingerprints, createLookup, type Fingerprints, type Lookup } from './lookup/index.js';
import { createReceipts, type Receipts } from './receipts/index.js';
import { createRecords, type Records } from './records/index.js';
import { createSweeps, type Sweeps } from './sweeps.js';
import { createUpkeep, type Upkeep } from './upkeep.js';

export type { KeptArtefact } from './artefacts.js';
export type { Connection } from './database.js';
export type { DecisionFilter, LoggedDecision } from './decision-log.js';
export type { DecidedClue, Decisions, KeptDecision, NewDecision } from './decisions.js';
export type { OpenDocument, StageResult, TextWork } from './documents.js';
export { type EmbeddedPostgres, openEmbeddedPostgres } from './embedded/index.js';
export type { Family, FamilySource } from './families.js';
export type {
  ClueContent,
  FiledReceipt,
  Filing,
  ItemResult,
  KeptCorrection,
  LookupKey,
  Review,
  StoredSource,
  WaitingPaper,
} from './filing/index.js';
export type {
  BatchProgress,
  BatchSummary,
  NewReceipt,
  ReceiptResult,
  ReceivedBasis,
  Trouble,
} from './receipts/index.js';
export type { RecordFilter, RecordLine, RecordPage } from './records/index.js';
export type { SweepDocument, SweepScope } from './sweeps.js';
export type { DueWork, RegisterCounts } from './upkeep.js';

/** The truth: everything that is known, and the only SQL of the product. */
export interface Register {
  receipts: Receipts;
  documents: Documents;
  records: Records;
  families: Families;
  decisionLog: DecisionLog;
  sweeps: Sweeps;
  upkeep: Upkeep;
  fingerprints: Fingerprints;
  /**
   * Commits the work of a text job in one transaction, fenced by its generation.
   * Where pages wait for recognition it sets them up and returns their jobs; otherwise `file` files the
   * items in the same transaction.
   * @throws QidiError `register.superseded` where another run was faster.
   */
  commitText(
    work: TextWork,
    file: ((filing: Filing) => Promise<void>) | null,
  ): Promise<{ documentId: number; generation: number; page: number }[]>;
  /** What a person decides about families of papers, in one transaction that is on the disk when it returns. */
  decide<T>(work: (filing: Filing, decisions: Decisions) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/**
 * @param mask how informants are masked in words that are never changed, as reasons are.
 * @throws QidiError `register.unavailable`
 */
export async function openRegister(
  connection: Connection,
  cipher: Cipher,
  mask: MaskWords,
): Promise<Register> {
  const db = await openDatabase(connection);
  const documents = createDocuments(db, cipher);
  const lookup = createLookup();
  /**
   * Runs the work with the register's side of filing, which is told how the transaction ended.
   * @param papers null where nothing is looked for: then the index of papers is not needed.
   */
  async function withFiling<T>(
    papers: Lookup | null,
    transact: <R>(work: (client: Queryable) => Promise<R>) => Promise<R>,
    work: (filing: Filing, client: Queryable) => Promise<T>,
  ): Promise<T> {
    let filing: Filing | null = null;
    let committed = false;
    try {
      const result = await transact((client) => {
        filing = createFiling(client, cipher, papers);
        return work(filing, client);
      });
      committed = true;
      return result;
    } finally {
      (filing as Filing | null)?.ended(committed);
    }
  }
  return {
    receipts: createReceipts(db, cipher),
    documents,
    records: createRecords(db, cipher, mask),
    families: createFamilies(db),
    decisionLog: createDecisionLog(db, cipher, mask),
    sweeps: createSweeps(db),
    upkeep: createUpkeep(db),
    fingerprints: createFingerprints(db),
    async commitText(work, file) {
      const { documentId } = work;
      if (file === null)
        return db.repeatable(async (client) => {
          const { generation, waiting } = await keepWork(client, cipher, work, { state: 'due', lane: 'ocr' });
          return waiting.map((page) => ({ documentId, generation, page }));
        });
      // Before the transaction, which would hold its document all the while.
      await lookup.load(db);
      await withFiling(lookup, db.repeatable, async (filing, client) => {
        await keepWork(client, cipher, work, { state: 'done', lane: 'text' });
        await file(filing);
      });
      return [];
    },
    decide: (work) =>
      // Whoever decides keeps all filing waiting, and looks for no papers.
      withFiling(null, db.transaction, (filing, client) => work(filing, createDecisions(client, cipher))),
    close: () => db.close(),
  };
}
