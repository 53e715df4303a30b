import { type Cipher, paperName } from '../../domain/index.js';
import type { Database } from '../database.js';

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
  /** How a person names it to register it. */
  paper: string;
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
  /** Of these, items that were read out of their files before these came with this batch. */
  known: number;
  newClues: number;
  repeats: number;
  outOfScope: number;
  review: number;
}

const noClueWork = `('out-of-scope', 'no-substance')`;

/** How far the files are that were presented together, and what became of them. */
export function createBatches(db: Database, cipher: Cipher) {
  return {
    /** How far the batch is. */
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
         join receipts r on r.id = a.receipt_id
         join (select id, sha256, error_code, error_params,
             -- Registered by a person, it is done with, however often machines fail.
             case when state = 'failed' and exists (select 1 from items i where i.document_id = documents.id
               and i.typed is not null) then 'done' else state end as state
           from documents) d on d.sha256 = r.sha256
         left join lateral (select w.code as review_code, w.params as review_params from waiting w
           where w.document_id = d.id and w.item_id is not null order by w.ordinal limit 1) i on true
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
           select r.id, r.sha256, exists (select 1 from arrivals e where e.receipt_id = r.id and e.id < min(a.id))
             -- Received is not registered: a command that was stopped leaves files in the queue.
             and exists (select 1 from documents d join stage_runs s on s.document_id = d.id
               where d.sha256 = r.sha256 and s.stage = 'items' and s.outcome = 'done' and s.at < min(a.at)) as known
           from arrivals a join receipts r on r.id = a.receipt_id where a.batch = $1 group by r.id, r.sha256
         ), i as (
           select b.id as receipt_id, b.known, s.opened_clue, c.petition_class
           from batch_receipts b join documents d on d.sha256 = b.sha256 join items i on i.document_id = d.id
             and i.state <> 'superseded'
           left join sources s on s.item_id = i.id and s.receipt_id = b.id and not s.superseded
           left join clues c on c.id = s.clue_id
           -- Read before, and due again: what becomes of it for this receipt is not known yet.
           where s.id is not null or d.state <> 'due'
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

    /** The items that `summary` counts for a person: the file's name, where in it, and why. */
    async reviews(batch: string): Promise<Review[]> {
      const { rows } = await db.query<{
        sealed_name: Buffer;
        sealed_member: Buffer | null;
        review_code: string | null;
        review_params: Review['params'] | null;
        receipt_id: number;
        ordinal: number;
        papers: number;
      }>(
        `select r.id as receipt_id, w.ordinal, r.sealed_name, w.sealed_member, w.code as review_code,
           w.params as review_params, count(*) over (partition by r.id)::int as papers
         from receipts r join waiting w on w.sha256 = r.sha256 join documents d on d.id = w.document_id
         where w.item_id is not null and d.state <> 'due' and exists (select 1 from arrivals a where a.receipt_id = r.id and a.batch = $1)
         order by r.id, w.ordinal`,
        [batch],
      );
      return rows.map((r) => ({
        paper: paperName(r.receipt_id, r.papers > 1 ? r.ordinal : null),
        name: cipher.open(r.sealed_name),
        member: r.sealed_member && cipher.open(r.sealed_member),
        code: r.review_code ?? 'filing.unreadable',
        params: r.review_params ?? {},
      }));
    },
  };
}
