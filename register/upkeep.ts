import type { Database } from './database.js';

/** Work that the register says is due, as a job of the queue. */
export interface DueWork {
  documentId: number;
  generation: number;
  lane: 'text' | 'ocr';
  page?: number;
}

export interface RegisterCounts {
  files: number;
  originals: number;
  documents: Record<'due' | 'done' | 'failed', number>;
  pages: {
    total: number;
    recognised: number;
    waiting: number;
    /** What read the recognised pages, most first; null where that was not kept. */
    engines: { engine: string | null; pages: number }[];
  };
  items: { filed: number; review: number };
  clues: Record<string, number>;
  failures: { code: string; files: number }[];
  oldestDueSeconds: number | null;
}

export type Upkeep = ReturnType<typeof createUpkeep>;

const upkeepLock = 7_305_004;

const mostLosses = 3;

export function createUpkeep(db: Database) {
  return {
    /** Due work that was handed over at least `seconds` ago, oldest first. */
    async overdue(seconds: number, limit = 500): Promise<DueWork[]> {
      const { rows } = await db.query<{
        id: number;
        generation: number;
        lane: 'text' | 'ocr';
        page: number | null;
      }>(
        `select d.id, d.generation, d.lane, p.number as page
         from documents d left join pages p on d.lane = 'ocr' and p.document_id = d.id and p.source = 'ocr'
           and p.digest is null
         where d.state = 'due' and d.due_at <= now() - make_interval(secs => $1)
         order by d.due_at, d.id, p.number limit $2`,
        [seconds, limit],
      );
      return rows.map((r) => ({
        documentId: r.id,
        generation: r.generation,
        lane: r.lane,
        ...(r.page === null ? {} : { page: r.page }),
      }));
    },

    /** Whether anything is due at all. */
    async hasDue(): Promise<boolean> {
      const { rowCount } = await db.query(`select 1 from documents where state = 'due' limit 1`);
      return rowCount === 1;
    },

    /**
     * Says in which way this process reads pages (`readingVersion`); the newest is kept.
     * @returns whether a process with a newer one has worked on this register.
     */
    async isOutdated(version: number): Promise<boolean> {
      const { rows } = await db.query<{ outdated: boolean }>(
        `with said as (
           insert into reading (version) values ($1) on conflict (one) do update set version = excluded.version
             where reading.version < excluded.version
         )
         select coalesce((select version > $1::int from reading), false) as outdated`,
        [version],
      );
      return rows[0]!.outdated;
    },

    /** Runs the work unless another process is at the same: upkeep is one at a time in an office. */
    exclusively: (work: () => Promise<void>): Promise<void> =>
      db.transaction(async (client) => {
        const { rows } = await client.query<{ free: boolean }>(
          'select pg_try_advisory_xact_lock($1) as free',
          [upkeepLock],
        );
        if (rows[0]?.free) await work();
      }),

    /** Puts off the next look at work whose job is alive. */
    async touch(documentIds: readonly number[]): Promise<void> {
      await db.query(`update documents set due_at = now() where id = any($1) and state = 'due'`, [
        documentIds,
      ]);
    },

    /**
     * Prepares lost work for another hand-over: a new generation for the documents, so that a worker which
     * still holds the old job cannot commit beside the new one. Work that moved on meanwhile was not lost.
     * A document that three workers took up and none finished kills whoever touches it: it goes to a person.
     */
    revive: (works: readonly DueWork[]): Promise<{ due: DueWork[]; givenUp: number[] }> =>
      db.transaction(async (client) => {
        const { rows } = await client.query<{
          id: number;
          generation: number;
          lane: 'text' | 'ocr';
          losses: number;
        }>(
          `with lost as (
             select * from unnest($1::bigint[], $2::int[], $3::int[]) as l(id, generation, page)
           ), held as (
             select d.id from documents d where d.state = 'due' and exists (
               select 1 from lost l where l.id = d.id and l.generation = d.generation and (l.page is null or exists (
                 select 1 from pages p where p.document_id = d.id and p.number = l.page and p.digest is null)))
             order by d.id for update
           )
           update documents set generation = generation + 1, losses = losses + opened::int, opened = false,
             due_at = now()
           where id in (select id from held) returning id, generation, lane, losses`,
          [works.map((w) => w.documentId), works.map((w) => w.generation), works.map((w) => w.page ?? null)],
        );
        const givenUp = rows.filter((r) => r.losses >= mostLosses).map((r) => r.id);
        if (givenUp.length > 0) {
          await client.query(
            `update documents set state = 'failed', generation = generation + 1, error_code = 'worker.died_repeatedly',
               error_params = '{}', changed_at = now() where id = any($1)`,
            [givenUp],
          );
          await client.query(
            `insert into audit (actor, action, subject, details)
             select 'system', 'document.failed', 'document:' || id, '{"code":"worker.died_repeatedly"}'
             from unnest($1::bigint[]) as id`,
            [givenUp],
          );
        }
        const alive = rows.filter((r) => r.losses < mostLosses);
        const { rows: pages } = await client.query<{ document_id: number; number: number }>(
          `select document_id, number from pages where document_id = any($1) and source = 'ocr' and digest is null
           order by 1, 2`,
          [alive.filter((r) => r.lane === 'ocr').map((r) => r.id)],
        );
        const due = alive.flatMap((r): DueWork[] =>
          r.lane === 'text'
            ? [{ documentId: r.id, generation: r.generation, lane: 'text' }]
            : pages
                .filter((p) => p.document_id === r.id)
                .map((p) => ({ documentId: r.id, generation: r.generation, lane: 'ocr', page: p.number })),
        );
        return { due, givenUp };
      }),

    async counts(): Promise<RegisterCounts> {
      const { rows } = await db.query<{ counts: RegisterCounts }>(`select jsonb_build_object(
        'files', (select count(*) from receipts), 'originals', (select count(*) from originals),
        'documents', (select jsonb_build_object('due', count(*) filter (where state = 'due'),
          'done', count(*) filter (where state = 'done' or (state = 'failed' and w.document_id is null)),
          'failed', count(w.document_id))
          from documents d left join waiting w on w.document_id = d.id and w.item_id is null),
        'pages', (select jsonb_build_object('total', count(*),
          'recognised', count(*) filter (where source = 'ocr' and digest is not null),
          'waiting', count(*) filter (where source = 'ocr' and digest is null),
          'engines', coalesce((select jsonb_agg(jsonb_build_object('engine', engine, 'pages', n) order by n desc, engine)
            from (select engine, count(*) as n from pages where source = 'ocr' and digest is not null group by 1) e),
            '[]')) from pages),
        'items', (select jsonb_build_object(
          'filed', count(*) filter (where state = 'filed' or (state = 'review' and w.item_id is null)),
          'review', count(w.item_id)) from items i left join waiting w on w.item_id = i.id),
        'clues', coalesce((select jsonb_object_agg(petition_class, n) from (
          select petition_class, count(*) as n from clues where not withdrawn group by 1) c), '{}'),
        'failures', coalesce((select jsonb_agg(jsonb_build_object('code', error_code, 'files', n) order by n desc)
          from (select code as error_code, count(*) as n from waiting where item_id is null group by 1) f), '[]'),
        'oldestDueSeconds', (select extract(epoch from now() - min(due_at))::int from documents where state = 'due')
      ) as counts`);
      return rows[0]!.counts;
    },
  };
}
