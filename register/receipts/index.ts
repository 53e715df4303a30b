import type { Cipher } from '../../domain/index.js';
import type { Database } from '../database.js';
import { createBatches } from './batches.js';
import { type NewReceipt, type ReceiptResult, receive } from './receive.js';
import { createTroubles } from './troubles.js';

export type { BatchProgress, BatchSummary } from './batches.js';
export type { NewReceipt, ReceiptResult, ReceivedBasis } from './receive.js';
export type { Trouble } from './troubles.js';

export type Receipts = ReturnType<typeof createReceipts>;

/** What was presented, when and with what, and what became of it. */
export function createReceipts(db: Database, cipher: Cipher) {
  return {
    receive: (batch: string, files: readonly NewReceipt[]): Promise<ReceiptResult[]> =>
      receive(db, cipher, batch, files),

    /** Whether anything was ever received. */
    async any(): Promise<boolean> {
      const { rows } = await db.query<{ any: boolean }>('select exists (select 1 from originals) as any');
      return rows[0]!.any;
    },

    ...createBatches(db, cipher),
    ...createTroubles(db, cipher),
  };
}
