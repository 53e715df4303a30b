import type { Channel, DocumentRuling } from '../domain/index.js';
import type { ReadDocument } from './artefacts.js';
import type { Database } from './database.js';

export interface SweepScope {
  /** ISO days of receipt, both inclusive. */
  since?: string;
  until?: string;
  /** All of these words stand in one of the document's items. */
  words?: readonly string[];
  /** Every scan in scope is read again, whatever engine read it. */
  rereadScans?: boolean;
  /** Files that could not be read and that people registered by hand are read again, too. */
  byHand?: boolean;
}

/** What a plan needs to know of a document; nothing is opened. */
export interface SweepDocument extends ReadDocument {
  id: number;
  state: 'due' | 'done' | 'failed';
  /** A person registered what could not be read: it is done with, however often machines fail. */
  byHand: boolean;
  rulings: Pick<DocumentRuling, 'decision' | 'ordinals'>[];
  pages: number;
  /** Of a file that failed. */
  errorCode: string | null;
  /** Ids. */
  receipts: number[];
}

export interface SweptDocument extends Pick<SweepDocument, 'id' | 'state' | 'byHand'> {
  before: unknown;
  errorCode: string | null;
  errorParams: Record<string, string | number>;
  receipts: number[];
}

/** Of a document `d`. */
const byHand = `(d.state = 'failed' and exists (select 1 from items i where i.document_id = d.id and i.typed is not null))`;

export type Sweeps = ReturnType<typeof createSweeps>;

export function createSweeps(db: Database) {
  return {
    /** The documents in scope, by id, a few hundred at a time. */
    async *scan(scope: SweepScope): AsyncGenerator<SweepDocument> {
      let after = 0;
      for (;;) {
        const page: {
          rows: {
            id: number;
            state: SweepDocument['state'];
            by_hand: boolean;
            sha256: string;
            size: number;
            extension: string;
            received_on: string | null;
            channel: Channel | null;
            rulings: SweepDocument['rulings'];
            kept: SweepDocument['kept'] | null;
            pages: number;
            error_code: string | null;
            receipts: number[];
          }[];
        } = await db.query(
          `select d.id, d.state, ${byHand} as by_hand, o.sha256, o.size, o.extension, r.received_on, r.channel,
             rulings_on(d.id) as rulings, d.error_code, (select array_agg(r.id::int order by r.id) from receipts r where r.sha256 = d.sha256) as receipts,
             (select count(*)::int from pages p where p.document_id = d.id and p.source = 'ocr') as pages,
             (select jsonb_object_agg(a.name, jsonb_build_object('digest', a.digest, 'outputDigest', a.output_digest))
               from artefacts a where a.document_id = d.id) as kept
           from documents d join originals o on o.sha256 = d.sha256
           join lateral (select received_on, channel from receipts r where r.sha256 = d.sha256 order by r.id limit 1) r
             on true
           where d.id > $1
             and ($2::date is null or exists (select 1 from receipts r where r.sha256 = d.sha256
               and coalesce(r.received_on, r.arrived_on) >= $2))
             and ($3::date is null or exists (select 1 from receipts r where r.sha256 = d.sha256
               and coalesce(r.received_on, r.arrived_on) <= $3))
             and not exists (select 1 from unnest($4::text[]) w where not exists (
               select 1 from items i where i.document_id = d.id and i.state <> 'superseded' and strpos(i.text, w) > 0))
           order by d.id limit 500`,
          [after, scope.since ?? null, scope.until ?? null, scope.words ?? []],
        );
        for (const r of page.rows)
          yield {
            id: r.id,
            state: r.state,
            byHand: r.by_hand,
            original: { sha256: r.sha256, size: r.size, extension: r.extension },
            receipt: { receivedOn: r.received_on, channel: r.channel },
            rulings: r.rulings,
            kept: r.kept ?? {},
            pages: r.pages,
            errorCode: r.error_code,
            receipts: r.receipts,
          };
        const last = page.rows.at(-1);
        if (!last) return;
        after = last.id;
      }
    },

    /** The sweep of this scope that was interrupted, or a new one. */
    async open(scope: SweepScope): Promise<number> {
      const unfinished = await db.query<{ id: number }>(
        'select id from sweeps where finished_at is null and scope = $1::jsonb order by id desc limit 1',
        [JSON.stringify(scope)],
      );
      if (unfinished.rows[0]) return unfinished.rows[0].id;
      const { rows } = await db.query<{ id: number }>('insert into sweeps (scope) values ($1) returning id', [
        JSON.stringify(scope),
      ]);
      return rows[0]!.id;
    },

    /**
     * Adds documents to the sweep and makes them due; those already due only count.
     *
     * @param rereadScans what was recognised of documents that are new to the sweep is dropped, and work on them begins
     * anew.
     */
    add: (
      sweepId: number,
      documents: readonly { id: number; before: unknown }[],
      { rereadScans = false }: { rereadScans?: boolean } = {},
    ): Promise<{ documentId: number; generation: number }[]> =>
      db.transaction(async (client) => {
        const ids = documents.map((d) => d.id);
        const added = await client.query<{ id: number }>(
          `insert into sweep_documents (sweep_id, document_id, before)
           select $1, x.id, x.before from jsonb_to_recordset($2::jsonb) as x(id bigint, before jsonb)
           on conflict (sweep_id, document_id) do nothing returning document_id as id`,
          [sweepId, JSON.stringify(documents)],
        );
        const anew = rereadScans ? added.rows.map((d) => d.id) : [];
        const { rows } = await client.query<{ id: number; generation: number }>(
          `update documents set state = 'due', lane = 'text', generation = generation + 1, losses = 0, opened = false,
             error_code = null, error_params = null, due_at = now(), changed_at = now()
           where id in (select id from documents where id = any($1) and (state <> 'due' or id = any($2)) order by id
             for update)
           returning id, generation`,
          [ids, anew],
        );
        // The documents are held by now: no worker can keep a page in between.
        await client.query(
          `with dropped as (
             update pages set digest = null, sealed_recognition = null, engine = null
             where document_id = any($1) and source = 'ocr' returning document_id
           )
           update artefacts set digest = '' where name = 'recognition'
             and document_id in (select document_id from dropped)`,
          [anew],
        );
        return rows.map((r) => ({ documentId: r.id, generation: r.generation }));
      }),

    async progress(sweepId: number): Promise<{ files: number; filesDone: number; filesFailed: number }> {
      const { rows } = await db.query<{ files: number; filesDone: number; filesFailed: number }>(
        `select count(*)::int as "files", count(*) filter (where d.state <> 'due')::int as "filesDone",
           count(*) filter (where d.state = 'failed')::int as "filesFailed"
         from sweep_documents s join documents d on d.id = s.document_id where s.sweep_id = $1`,
        [sweepId],
      );
      return rows[0]!;
    },

    /** What was swept, with the numbers of its receipts. */
    async documents(sweepId: number): Promise<SweptDocument[]> {
      const { rows } = await db.query<SweptDocument>(
        `select s.document_id as id, s.before, d.state, d.error_code as "errorCode",
           coalesce(d.error_params, '{}') as "errorParams", ${byHand} as "byHand",
           (select array_agg(r.id::int order by r.id) from receipts r where r.sha256 = d.sha256) as receipts
         from sweep_documents s join documents d on d.id = s.document_id where s.sweep_id = $1 order by 1`,
        [sweepId],
      );
      return rows;
    },

    /** @param counts what the audit keeps: numbers only, the differences quote letters. */
    async close(sweepId: number, differences: object, counts: Record<string, number>): Promise<void> {
      await db.query(
        `with s as (update sweeps set differences = $2, finished_at = now() where id = $1)
         insert into audit (actor, action, subject, details) values ('operator', 'sweep.finished', 'sweep:' || $1, $3)`,
        [sweepId, JSON.stringify(differences), JSON.stringify(counts)],
      );
    },
  };
}
