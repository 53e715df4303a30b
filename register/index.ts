import type { Cipher, QualityFlag } from '../domain/index.js';
import { type Connection, openDatabase } from './database.js';
import {
  advance,
  createDocuments,
  type Documents,
  fence,
  keepPages,
  keepResults,
  type StageResult,
} from './documents.js';
import { createFiling, type Filing } from './filing.js';
import { createReceipts, type Receipts } from './receipts.js';
import { createRecords, type Records } from './records.js';
import { createSweeps, type Sweeps } from './sweeps.js';
import { createUpkeep, type Upkeep } from './upkeep.js';

export type { Connection } from './database.js';
export type { KeptArtefact, OpenDocument, StageResult } from './documents.js';
export { type EmbeddedPostgres, openEmbeddedPostgres } from './embedded/index.js';
export type { ClueRow, Filing, ItemResult, LookupKey, StoredSource } from './filing.js';
export type { BatchProgress, BatchSummary, NewReceipt, ReceiptResult, ReceivedBasis } from './receipts.js';
export type { RecordFilter, RecordLine } from './records.js';
export type { SweepDocument, SweepScope } from './sweeps.js';
export type { DueWork, RegisterCounts } from './upkeep.js';

/** What a text job made of a document. */
export interface TextWork {
  documentId: number;
  generation: number;
  results: readonly StageResult[];
  format?: string;
  flags?: readonly QualityFlag[];
  pages?: readonly { number: number; source: 'text' | 'ocr'; flags: readonly QualityFlag[] }[];
  /** Of the recognition that the pages need. */
  recognitionDigest: string;
}

/** The truth: everything that is known, and the only SQL of the product. */
export interface Register {
  receipts: Receipts;
  documents: Documents;
  records: Records;
  sweeps: Sweeps;
  upkeep: Upkeep;
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
  return {
    receipts: createReceipts(db, cipher),
    documents,
    records: createRecords(db),
    sweeps: createSweeps(db),
    upkeep: createUpkeep(db),
    commitText: (work, file) =>
      db.transaction(async (client) => {
        const { documentId } = work;
        await fence(client, documentId, work.generation, 'text');
        await keepResults(client, cipher, documentId, work.results);
        const waiting = work.pages
          ? await keepPages(client, documentId, work.pages, work.recognitionDigest)
          : [];
        if (file === null) {
          const generation = await advance(client, documentId, {
            state: 'due',
            lane: 'ocr',
            ...described(work),
          });
          return waiting.map((page) => ({ documentId, generation, page }));
        }
        await file(createFiling(client, cipher));
        await advance(client, documentId, { state: 'done', lane: 'text', ...described(work) });
        return [];
      }),
    close: () => db.close(),
  };
}

function described({ format, flags }: TextWork): { format?: string; flags?: readonly QualityFlag[] } {
  return { format, flags };
}
