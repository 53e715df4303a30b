import type { Channel, Cipher } from '../domain/index.js';
import type { Database, Queryable } from './database.js';

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

/** How far a batch is. Items count once a source. */
export interface BatchProgress {
  files: number;
  filesDone: number;
  filesFailed: number;
  pages: number;
  pagesDone: number;
  /** Files that failed, by error code. */
  failures: Record<string, number>;
}

export interface BatchFile {
  receiptId: number;
  name: string;
  state: 'due' | 'done' | 'failed';
  errorCode: string | null;
  errorParams: Record<string, string | number>;
  /** Why its first item that waits for a person does so; null where none does. */
  reviewCode: string | null;
  reviewParams: Record<string, string | number>;
}

/** An item that waits for a person. */
export interface Review {
  name: string;
  /** The path in the container, where it lies in one. */
  member: string | null;
  code: string;
  params: Record<string, string | number>;
}

export interface BatchSummary {
  received: number;
  originals: number;
  items: number;
  /** Of these, items of files that came with an earlier batch already. */
  known: number;
  newClues: number;
  repeats: number;
  outOfScope: number;
  review: number;
}

export interface Trouble {
  receiptId: number;
  /** The file's name as it came, and the path in the container: not to be shown as they are. */
  name: string;
  member: string | null;
  row: number | null;
  /** ISO day. */
  arrivedOn: string;
  extension: string;
  code: string;
  params: Record<string, string | number>;
}

const noClueWork = `('out-of-scope', 'no-substance')`;

export type Receipts = ReturnType<typeof createReceipts>;

export function createReceipts(db: Database, cipher: Cipher) {
  return {
    /**
     * Records the receipts in one transaction, in the order given. A file from the same place with the same
     * bytes is the same receipt; it only arrives again. A document that failed before is tried again.
     */
    receive: (batch: string, files: readonly NewReceipt[]): Promise<ReceiptResult[]> =>
      db.transaction(async (client) => {
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
      }),

    /** Whether anything was ever received. */
    async any(): Promise<boolean> {
      const { rows } = await db.query<{ any: boolean }>('select exists (select 1 from originals) as any');
      return rows[0]!.any;
    },

    async progress(batch: string): Promise<BatchProgress> {
      const { rows } = await db.query<BatchProgress>(
        `with batch_documents as (
           select r.sha256, count(*)::int as files from arrivals a join receipts r on r.id = a.receipt_id
           where a.batch = $1 group by r.sha256
         ), d as (
           select d.id, d.state, d.error_code, b.files from batch_documents b join documents d on d.sha256 = b.sha256
         )
         select coalesce(sum(files), 0)::int as "files",
           coalesce(sum(files) filter (where state <> 'due'), 0)::int as "filesDone",
           coalesce(sum(files) filter (where state = 'failed'), 0)::int as "filesFailed",
           (select count(*)::int from pages p join d on d.id = p.document_id) as "pages",
           (select count(*)::int from pages p join d on d.id = p.document_id
             where p.source = 'text' or p.digest is not null) as "pagesDone",
           coalesce((select jsonb_object_agg(error_code, n) from (
             select error_code, sum(files)::int as n from d where state = 'failed' group by 1) f), '{}') as "failures"
         from d`,
        [batch],
      );
      return rows[0]!;
    },

    /** The batch's files that failed, or all of them, by the order of arrival; of the receipts given only. */
    async files(
      batch: string,
      which: 'failed' | 'all' = 'all',
      receiptIds: readonly number[] | null = null,
    ): Promise<BatchFile[]> {
      const { rows } = await db.query<{
        receipt_id: number;
        sealed_name: Buffer;
        state: BatchFile['state'];
        error_code: string | null;
        error_params: Record<string, string | number> | null;
        review_code: string | null;
        review_params: BatchFile['reviewParams'] | null;
      }>(
        `select r.id as receipt_id, r.sealed_name, d.state, d.error_code, d.error_params,
           i.review_code, i.review_params
         from (select receipt_id, min(id) as first from arrivals
           where batch = $1 and ($3::bigint[] is null or receipt_id = any($3)) group by receipt_id) a
         join receipts r on r.id = a.receipt_id join documents d on d.sha256 = r.sha256
         left join lateral (select coalesce(i.review_code, 'filing.unreadable') as review_code, i.review_params
           from items i where i.document_id = d.id and i.state = 'review'
             and not exists (select 1 from sources s where s.item_id = i.id and not s.superseded)
           order by i.ordinal limit 1) i on true
         where $2 = 'all' or d.state = $2 order by a.first`,
        [batch, which, receiptIds],
      );
      return rows.map((r) => ({
        receiptId: r.receipt_id,
        name: cipher.open(r.sealed_name),
        state: r.state,
        errorCode: r.error_code,
        errorParams: r.error_params ?? {},
        reviewCode: r.review_code,
        reviewParams: r.review_params ?? {},
      }));
    },

    /**
     * What became of the batch; balances: items = new + repeat + out of scope + review. Papers without substance
     * (零报告, blank forms, bare insults) are recorded and no clue work, as those out of scope are.
     */
    async summary(batch: string): Promise<BatchSummary> {
      const { rows } = await db.query<BatchSummary>(
        `with batch_receipts as (
           select r.id, r.sha256, exists (select 1 from arrivals e where e.receipt_id = r.id and e.id < min(a.id)) as known
           from arrivals a join receipts r on r.id = a.receipt_id where a.batch = $1 group by r.id, r.sha256
         ), i as (
           select b.id as receipt_id, b.known, s.opened_clue, c.petition_class
           from batch_receipts b join documents d on d.sha256 = b.sha256 join items i on i.document_id = d.id
             and i.state <> 'superseded'
           left join sources s on s.item_id = i.id and s.receipt_id = b.id and not s.superseded
           left join clues c on c.id = s.clue_id
         )
         select (select count(*)::int from batch_receipts) as "received",
           (select count(distinct sha256)::int from batch_receipts) as "originals",
           count(*)::int as "items",
           count(*) filter (where known)::int as "known",
           count(*) filter (where opened_clue and petition_class not in ${noClueWork})::int as "newClues",
           count(*) filter (where not opened_clue and petition_class not in ${noClueWork})::int as "repeats",
           count(*) filter (where petition_class in ${noClueWork})::int as "outOfScope",
           count(*) filter (where opened_clue is null)::int as "review"
         from i`,
        [batch],
      );
      return rows[0]!;
    },

    /**
     * Files that failed and items that wait for a person, of all batches, latest first. Their names may name the
     * informant, and nobody has read yet who that is.
     */
    async troubles(limit: number): Promise<Trouble[]> {
      const { rows } = await db.query<
        Omit<Trouble, 'name' | 'member'> & { sealed_name: Buffer; sealed_member: Buffer | null }
      >(
        `select r.id as "receiptId", r.sealed_name, t.sealed_member, t.row_number as row, r.arrived_on as "arrivedOn",
           o.extension, t.code, coalesce(t.params, '{}') as params
         from (
           select sha256, error_code as code, error_params as params, changed_at, null::bytea as sealed_member,
             null::int as row_number, 0 as ordinal
           from documents where state = 'failed'
           union all
           select d.sha256, coalesce(i.review_code, 'filing.unreadable'), i.review_params, d.changed_at,
             i.sealed_member, i.row_number, i.ordinal
           from items i join documents d on d.id = i.document_id where i.state = 'review'
             and not exists (select 1 from sources s where s.item_id = i.id and not s.superseded)
         ) t join receipts r on r.sha256 = t.sha256 join originals o on o.sha256 = t.sha256
         order by t.changed_at desc, r.id, t.ordinal limit $1`,
        [limit],
      );
      return rows.map(({ sealed_name, sealed_member, ...trouble }) => ({
        ...trouble,
        name: cipher.open(sealed_name),
        member: sealed_member && cipher.open(sealed_member),
      }));
    },

    /** The batch's items that wait for a person: the file's name, where in it, and why. */
    async reviews(batch: string): Promise<Review[]> {
      const { rows } = await db.query<{
        sealed_name: Buffer;
        sealed_member: Buffer | null;
        review_code: string | null;
        review_params: Review['params'] | null;
      }>(
        `select distinct on (r.id, i.ordinal) r.sealed_name, i.sealed_member, i.review_code, i.review_params
         from arrivals a join receipts r on r.id = a.receipt_id join documents d on d.sha256 = r.sha256
         join items i on i.document_id = d.id
         where a.batch = $1 and i.state = 'review'
           and not exists (select 1 from sources s where s.item_id = i.id and not s.superseded)
         order by r.id, i.ordinal`,
        [batch],
      );
      return rows.map((r) => ({
        name: cipher.open(r.sealed_name),
        member: r.sealed_member && cipher.open(r.sealed_member),
        code: r.review_code ?? 'filing.unreadable',
        params: r.review_params ?? {},
      }));
    },
  };
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
), new_receipts as (
  insert into receipts (sha256, origin_key, sealed_name, channel, received_on, received_basis, arrived_on)
  select distinct on (sha256, origin_key) sha256, origin_key, decode(sealed_name, 'hex'), channel, received_on,
    received_basis, arrived_on
  from files order by sha256, origin_key, ordinal
  on conflict (sha256, origin_key) do update set sealed_name = excluded.sealed_name
  returning id, sha256, origin_key, (xmax = 0) as is_new
), arrived as (
  insert into arrivals (batch, receipt_id)
  select $2::uuid, n.id from files f join new_receipts n on n.sha256 = f.sha256 and n.origin_key = f.origin_key
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
from files f join new_receipts n on n.sha256 = f.sha256 and n.origin_key = f.origin_key
order by f.ordinal`;
