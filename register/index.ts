import type { Cipher } from '../domain/index.js';
import { type Connection, openDatabase } from './database.js';
import { createDocuments, type Documents, keepWork, type TextWork } from './documents.js';
import { createFiling, type Filing } from './filing.js';
import { createFingerprints, createLookup, type Fingerprints } from './lookup/index.js';
import { createReceipts, type Receipts } from './receipts.js';
import { createRecords, type Records } from './records.js';
import { createSweeps, type Sweeps } from './sweeps.js';
import { createUpkeep, type Upkeep } from './upkeep.js';

export type { Connection } from './database.js';
export type { KeptArtefact, OpenDocument, StageResult, TextWork } from './documents.js';
export { type EmbeddedPostgres, openEmbeddedPostgres } from './embedded/index.js';
export type {
  ClueContent,
  FiledReceipt,
  Filing,
  ItemResult,
  LookupKey,
  Review,
  StoredSource,
} from './filing.js';
export type { BatchProgress, BatchSummary, NewReceipt, ReceiptResult, ReceivedBasis } from './receipts.js';
export type { RecordFilter, RecordLine } from './records.js';
export type { SweepDocument, SweepScope } from './sweeps.js';
export type { DueWork, RegisterCounts } from './upkeep.js';

/** The truth: everything that is known, and the only SQL of the product. */
export interface Register {
  receipts: Receipts;
  documents: Documents;
  records: Records;
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
    records: createRecords(db),
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
    close: () => db.close(),
  };
}
