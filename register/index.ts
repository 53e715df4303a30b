import type { Cipher } from '../domain/index.js';
import { type Connection, openDatabase } from './database.js';
import { createDecisions, type Decisions } from './decisions.js';
import { createDocuments, type Documents, keepWork, type TextWork } from './documents.js';
import { createFamilies, type Families } from './families.js';
import { createFiling, type Filing } from './filing.js';
import { createFingerprints, createLookup, type Fingerprints } from './lookup/index.js';
import { createReceipts, type Receipts } from './receipts.js';
import { createRecords, type Records } from './records.js';
import { createSweeps, type Sweeps } from './sweeps.js';
import { createUpkeep, type Upkeep } from './upkeep.js';

export type { Connection } from './database.js';
export type { DecidedClue, Decisions, KeptDecision } from './decisions.js';
export type { KeptArtefact, OpenDocument, StageResult, TextWork } from './documents.js';
export { type EmbeddedPostgres, openEmbeddedPostgres } from './embedded/index.js';
export type { Family, FamilySource } from './families.js';
export type {
  ClueContent,
  FiledReceipt,
  Filing,
  ItemResult,
  LookupKey,
  Review,
  StoredSource,
} from './filing.js';
export type {
  BatchProgress,
  BatchSummary,
  NewReceipt,
  ReceiptResult,
  ReceivedBasis,
  Trouble,
} from './receipts.js';
export type { RecordFilter, RecordLine, RecordPage } from './records.js';
export type { SweepDocument, SweepScope } from './sweeps.js';
export type { DueWork, RegisterCounts } from './upkeep.js';

/** The truth: everything that is known, and the only SQL of the product. */
export interface Register {
  receipts: Receipts;
  documents: Documents;
  records: Records;
  families: Families;
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

/** @throws QidiError `register.unavailable` */
export async function openRegister(connection: Connection, cipher: Cipher): Promise<Register> {
  const db = await openDatabase(connection);
  const documents = createDocuments(db, cipher);
  const lookup = createLookup();
  return {
    receipts: createReceipts(db, cipher),
    documents,
    records: createRecords(db, cipher),
    families: createFamilies(db),
    sweeps: createSweeps(db),
    upkeep: createUpkeep(db),
    fingerprints: createFingerprints(db),
    commitText: (work, file) =>
      db.repeatable(async (client) => {
        const { documentId } = work;
        if (file === null) {
          const { generation, waiting } = await keepWork(client, cipher, work, { state: 'due', lane: 'ocr' });
          return waiting.map((page) => ({ documentId, generation, page }));
        }
        await keepWork(client, cipher, work, { state: 'done', lane: 'text' });
        await file(createFiling(client, cipher, lookup));
        return [];
      }),
    decide: (work) =>
      db.transaction((client) => work(createFiling(client, cipher, lookup), createDecisions(client, cipher))),
    close: () => db.close(),
  };
}
