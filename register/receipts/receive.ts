import type { Channel, Cipher } from '../../domain/index.js';
import type { Database, Queryable } from '../database.js';

/** How the day of receipt is known: the clerk stated it, the file's name says it, or it is the day of arrival. */
export type ReceivedBasis = 'stated' | 'file-name' | 'arrival';

/** A file that lies safely in the vault and is to be recorded. */
export interface NewReceipt {
  sha256: string;
  size: number;
  extension: string;
  /** Keyed hash of the place where it lay. */
  originKey: string;
  name: string;
  channel: Channel | null;
  /** ISO day, or null where only the arrival is known. */
  receivedOn: string | null;
  basis: ReceivedBasis;
  /** ISO day of the arrival in the office's own time zone. */
  arrivedOn: string;
}

export interface ReceiptResult {
  receiptId: number;
  documentId: number;
  /** The same bytes were there before under another receipt: from another place. */
  known: boolean;
  /** Received from this very place before. */
  again: boolean;
  /** To be handed to the queue; null where nothing is due. */
  job: { documentId: number; generation: number } | null;
}

/**
 * Records the receipts in one transaction, in the order given. A file from the same place with the same
 * bytes is the same receipt; it only arrives again. A document that failed before is tried again.
 */
export function receive(
  db: Database,
  cipher: Cipher,
  batch: string,
  files: readonly NewReceipt[],
): Promise<ReceiptResult[]> {
  return db.transaction(async (client) => {
    const rows = JSON.stringify(
      files.map((f, ordinal) => ({
        ordinal,
        sha256: f.sha256,
        size: f.size,
        extension: f.extension,
        origin_key: f.originKey,
        sealed_name: cipher.seal(f.name).toString('hex'),
        channel: f.channel,
        received_on: f.receivedOn,
        received_basis: f.basis,
        arrived_on: f.arrivedOn,
      })),
    );
    const { rows: recorded } = await client.query<RecordedReceipt>(recordSql, [rows, batch]);
    // The lock makes a worker that is filing this very document either see the new receipt or be seen done.
    const { rows: documents } = await client.query<LockedDocument>(
      `select id, sha256, state, generation from documents where sha256 = any($1) order by id for update`,
      [[...new Set(files.map((f) => f.sha256))]],
    );
    return reopen(client, recorded, documents);
  });
}

interface RecordedReceipt {
  receipt_id: number;
  sha256: string;
  is_new: boolean;
  known: boolean;
  document_is_new: boolean;
}
interface LockedDocument {
  id: number;
  sha256: string;
  state: 'due' | 'done' | 'failed';
  generation: number;
}

/** Makes due again what was read but has a receipt that is not filed yet, and what failed. */
async function reopen(
  client: Queryable,
  recorded: readonly RecordedReceipt[],
  documents: readonly LockedDocument[],
): Promise<ReceiptResult[]> {
  const again = documents.filter(
    (d) =>
      d.state === 'failed' || (d.state === 'done' && recorded.some((r) => r.sha256 === d.sha256 && r.is_new)),
  );
  if (again.length > 0)
    await client.query(
      `update documents set state = 'due', lane = 'text', generation = generation + 1, losses = 0, opened = false,
         error_code = null, error_params = null, due_at = now(), changed_at = now() where id = any($1)`,
      [again.map((d) => d.id)],
    );
  const handedOver = new Set<number>();
  return recorded.map((r) => {
    const document = documents.find((d) => d.sha256 === r.sha256)!;
    const reopened = again.includes(document);
    const due = (reopened || r.document_is_new) && !handedOver.has(document.id);
    if (due) handedOver.add(document.id);
    return {
      receiptId: r.receipt_id,
      documentId: document.id,
      known: r.known,
      again: !r.is_new,
      job: due ? { documentId: document.id, generation: document.generation + (reopened ? 1 : 0) } : null,
    };
  });
}

// Sorted everywhere, so that two processes receiving the same files never wait for each other in a ring.
const recordSql = `
with files as (
  select * from jsonb_to_recordset($1::jsonb) as f(ordinal int, sha256 text, size bigint, extension text,
    origin_key text, sealed_name text, channel text, received_on date, received_basis text, arrived_on date)
), new_originals as (
  insert into originals (sha256, size, extension)
  select distinct on (sha256) sha256, size, extension from files order by sha256, ordinal
  on conflict do nothing returning sha256
), new_documents as (
  insert into documents (sha256) select distinct sha256 from files order by sha256
  on conflict (sha256) do nothing returning sha256
), known_receipts as (
  select r.id, r.sha256, r.origin_key from receipts r
  where (r.sha256, r.origin_key) in (select sha256, origin_key from files)
), inserted as (
  -- What is known is not inserted in vain: each attempt would use up a number, and leave a gap.
  insert into receipts (sha256, origin_key, sealed_name, channel, received_on, received_basis, arrived_on)
  select distinct on (sha256, origin_key) sha256, origin_key, decode(sealed_name, 'hex'), channel, received_on,
    received_basis, arrived_on
  from files where (sha256, origin_key) not in (select sha256, origin_key from known_receipts)
  order by sha256, origin_key, ordinal
  -- Another process was quicker.
  on conflict (sha256, origin_key) do update set sealed_name = excluded.sealed_name
  returning id, sha256, origin_key, (xmax = 0) as is_new
), presented as (
  select id, sha256, origin_key, is_new from inserted
  union all select id, sha256, origin_key, false from known_receipts
), arrived as (
  insert into arrivals (batch, receipt_id)
  select $2::uuid, n.id from files f join presented n on n.sha256 = f.sha256 and n.origin_key = f.origin_key
  order by f.ordinal
)
select n.id as receipt_id, f.sha256, n.is_new,
  case when n.is_new then f.sha256 not in (select sha256 from new_originals)
      or f.ordinal > (select min(g.ordinal) from files g where g.sha256 = f.sha256)
    else f.ordinal > (select min(g.ordinal) from files g where g.sha256 = f.sha256 and g.origin_key = f.origin_key)
      -- Which receipt was first is told by the arrivals: they alone are numbered in the order given.
      or exists (select 1 from receipts r where r.sha256 = f.sha256 and r.id <> n.id
        and (select min(id) from arrivals a where a.receipt_id = r.id)
          < (select min(id) from arrivals a where a.receipt_id = n.id))
  end as known,
  f.sha256 in (select sha256 from new_documents) as document_is_new
from files f join presented n on n.sha256 = f.sha256 and n.origin_key = f.origin_key
order by f.ordinal`;
