import type {
  ArtefactName,
  Channel,
  Cipher,
  DocumentRuling,
  ErrorCode,
  QualityFlag,
  Recognition,
} from '../domain/index.js';
import { QidiError } from '../domain/index.js';
import { type KeptArtefact, type ReadDocument, readArtefact } from './artefacts.js';
import type { Database, Queryable } from './database.js';
import { openRulings, type SealedDocumentRuling } from './rulings.js';

/** A document as a worker opens it. */
export interface OpenDocument extends ReadDocument {
  id: number;
  generation: number;
  rulings: DocumentRuling[];
}

export interface StageRun {
  stage: string;
  version: number;
  digest: string;
  durationMs: number;
}
export interface StageResult extends StageRun {
  gives: ArtefactName;
  outputDigest: string;
  /** JSON of the artefact. */
  value: string;
}

export interface PageJob {
  documentId: number;
  generation: number;
  page: number;
}

export type Documents = ReturnType<typeof createDocuments>;

export function createDocuments(db: Database, cipher: Cipher) {
  return {
    /**
     * Takes the document up, if this generation of its work is still wanted; null for a late or repeated job.
     * That it was taken up is kept: work that nobody ever finishes is known by it.
     */
    async open(id: number, generation: number, lane: 'text' | 'ocr'): Promise<OpenDocument | null> {
      const { rows } = await db.query<{
        sha256: string;
        size: number;
        extension: string;
        received_on: string | null;
        channel: Channel | null;
        rulings: SealedDocumentRuling[];
        kept: Record<string, KeptArtefact> | null;
      }>(
        `with d as (
           update documents set opened = true where id = $1 and generation = $2 and state = 'due' and lane = $3
           returning id, sha256
         )
         select o.sha256, o.size, o.extension, r.received_on, r.channel, rulings_on(d.id) as rulings,
           (select jsonb_object_agg(a.name, jsonb_build_object('digest', a.digest, 'outputDigest', a.output_digest))
             from artefacts a where a.document_id = d.id) as kept
         from d join originals o on o.sha256 = d.sha256
         join lateral (select received_on, channel from receipts r where r.sha256 = d.sha256 order by r.id limit 1) r
           on true`,
        [id, generation, lane],
      );
      const row = rows[0];
      if (!row) return null;
      return {
        id,
        generation,
        original: { sha256: row.sha256, size: row.size, extension: row.extension },
        receipt: { receivedOn: row.received_on, channel: row.channel },
        rulings: openRulings(cipher, row.rulings),
        kept: (row.kept ?? {}) as OpenDocument['kept'],
      };
    },

    /** The kept artefact's JSON. @throws QidiError `register.superseded` where it is gone */
    readArtefact: (documentId: number, name: ArtefactName): Promise<string> =>
      readArtefact(db, cipher, documentId, name),

    /** All recognised pages whose recognition depended on just this digest, ascending. */
    async readRecognitions(documentId: number, digest: string): Promise<Recognition[]> {
      const { rows } = await db.query<{ sealed_recognition: Buffer }>(
        `select sealed_recognition from pages where document_id = $1 and source = 'ocr' and digest = $2
         order by number`,
        [documentId, digest],
      );
      return rows.map((r) => JSON.parse(cipher.open(r.sealed_recognition)) as Recognition);
    },

    /**
     * Keeps one recognised page and what read it. Whoever keeps the last one of the document hands it back to the text lane.
     * @returns the text job to enqueue after this commit, or null while pages are missing.
     */
    commitPage: (
      job: PageJob,
      recognition: Recognition,
      run: StageRun & { engine: string },
    ): Promise<{ documentId: number; generation: number } | null> =>
      db.repeatable(async (client) => {
        await fence(client, job.documentId, job.generation, 'ocr');
        await client.query(
          `update pages set digest = $3, sealed_recognition = $4, confidence = $5, flags = $6, engine = $7
           where document_id = $1 and number = $2`,
          [
            job.documentId,
            job.page,
            run.digest,
            cipher.seal(JSON.stringify(recognition)),
            recognition.confidence,
            recognition.flags,
            run.engine,
          ],
        );
        await client.query(
          `insert into stage_runs (document_id, stage, version, digest, page, outcome, duration_ms)
           values ($1, $2, $3, $4, $5, 'done', $6)`,
          [job.documentId, run.stage, run.version, run.digest, job.page, run.durationMs],
        );
        const { rowCount } = await client.query(
          `select 1 from pages where document_id = $1 and source = 'ocr' and digest is null limit 1`,
          [job.documentId],
        );
        if (rowCount) {
          // Progress: a long scan that is interrupted often is no file that kills its workers.
          await client.query('update documents set losses = 0, opened = false where id = $1', [
            job.documentId,
          ]);
          return null;
        }
        const generation = await advance(client, job.documentId, { state: 'due', lane: 'text' });
        return { documentId: job.documentId, generation };
      }),

    /** Records a failure for people: the document waits for a person, or for the same command again. */
    fail: (
      id: number,
      generation: number,
      failure: {
        stage: string;
        code: ErrorCode;
        params: Record<string, string | number>;
        durationMs: number;
      },
    ): Promise<void> =>
      db.transaction(async (client) => {
        const { rowCount } = await client.query(
          `update documents set state = 'failed', generation = generation + 1, error_code = $3, error_params = $4,
             changed_at = now() where id = $1 and generation = $2`,
          [id, generation, failure.code, JSON.stringify(failure.params)],
        );
        if (!rowCount) return;
        await client.query(
          `insert into stage_runs (document_id, stage, version, digest, outcome, error_code, duration_ms)
           values ($1, $2, 0, '', 'failed', $3, $4)`,
          [id, failure.stage, failure.code, failure.durationMs],
        );
        await client.query(
          `insert into audit (actor, action, subject, details) values ('system', 'document.failed', $1, $2)`,
          [`document:${id}`, JSON.stringify({ code: failure.code })],
        );
      }),
  };
}

/**
 * Holds the document against everyone else until the transaction ends.
 * @throws QidiError `register.superseded` where this generation is no longer the wanted one.
 */
async function fence(client: Queryable, id: number, generation: number, lane: 'text' | 'ocr'): Promise<void> {
  const { rowCount } = await client.query(
    `select 1 from documents where id = $1 and generation = $2 and lane = $3 and state = 'due' for update`,
    [id, generation, lane],
  );
  if (!rowCount) throw new QidiError('register.superseded');
}

/** Moves the document on; every job of an earlier generation is void from now. */
async function advance(
  client: Queryable,
  id: number,
  to: { state: 'due' | 'done'; lane: 'text' | 'ocr' },
): Promise<number> {
  const { rows } = await client.query<{ generation: number }>(
    `update documents set generation = generation + 1, state = $2, lane = $3, losses = 0, opened = false,
       due_at = now(), changed_at = now()
     where id = $1 returning generation`,
    [id, to.state, to.lane],
  );
  return rows[0]!.generation;
}

/** What a text job made of a document. */
export interface TextWork {
  documentId: number;
  generation: number;
  results: readonly StageResult[];
  format?: string;
  flags?: readonly QualityFlag[];
  pages?: readonly { number: number; source: 'text' | 'ocr'; flags: readonly QualityFlag[] }[];
  /** Of the recognition that the pages need; recognitions of another digest are dropped. */
  recognitionDigest: string;
}

/**
 * Keeps artefacts, runs and pages, and moves the document on, in one statement. The document stays held until
 * the transaction ends.
 * @returns the new generation, and the pages that wait for recognition, ascending.
 * @throws QidiError `register.superseded` where another run was faster.
 */
export async function keepWork(
  client: Queryable,
  cipher: Cipher,
  work: TextWork,
  to: { state: 'due' | 'done'; lane: 'text' | 'ocr' },
): Promise<{ generation: number; waiting: number[] }> {
  const { results, pages = [] } = work;
  const { rows } = await client.query<{ generation: number; waiting: number[] | null }>({
    name: `keep-work-${results.length}`,
    text: keepWorkSql(results.length),
    values: [
      work.documentId,
      work.generation,
      to.state,
      to.lane,
      work.format ?? null,
      work.flags ?? null,
      pages.map((p) => p.number),
      pages.map((p) => p.source),
      pages.map((p) => p.flags.join(' ')),
      work.recognitionDigest,
      results.map((r) => r.stage),
      results.map((r) => r.version),
      results.map((r) => r.digest),
      results.map((r) => r.durationMs),
      // One parameter a value: as one array of bytes they would travel as escaped text.
      ...results.flatMap((r) => [r.gives, r.digest, r.outputDigest, cipher.seal(r.value)]),
    ],
  });
  if (!rows[0]) throw new QidiError('register.superseded');
  return { generation: rows[0].generation, waiting: rows[0].waiting ?? [] };
}

function keepWorkSql(results: number): string {
  const values = Array.from({ length: results }, (_, i) => {
    const first = 15 + i * 4;
    return `($${first}::text, $${first + 1}::text, $${first + 2}::text, $${first + 3}::bytea)`;
  });
  return `
with moved as (
  update documents set generation = generation + 1, state = $3, lane = $4, losses = 0, opened = false,
    format = coalesce($5, format), flags = coalesce($6, flags), due_at = now(), changed_at = now()
  where id = $1 and generation = $2 and state = 'due' and lane = 'text' returning id, generation
), ${
    results === 0
      ? ''
      : `kept as (
  insert into artefacts (document_id, name, digest, output_digest, sealed_value)
  select moved.id, v.* from moved cross join (values ${values.join(', ')}) as v
  on conflict (document_id, name) do update set digest = excluded.digest,
    output_digest = excluded.output_digest, sealed_value = excluded.sealed_value
), `
  }ran as (
  insert into stage_runs (document_id, stage, version, digest, outcome, duration_ms)
  select moved.id, s, v, d, 'done', ms from moved
    cross join unnest($11::text[], $12::int[], $13::text[], $14::real[]) as t(s, v, d, ms)
), set_up as (
  insert into pages (document_id, number, source, flags)
  select moved.id, n, s, string_to_array(f, ' ') from moved
    cross join unnest($7::int[], $8::text[], $9::text[]) as t(n, s, f)
  on conflict (document_id, number) do update set source = excluded.source, flags = excluded.flags,
    digest = case when pages.digest = $10 then pages.digest end,
    sealed_recognition = case when pages.digest = $10 then pages.sealed_recognition end,
    engine = case when pages.digest = $10 then pages.engine end
  returning number, source, digest
)
select generation, (select array_agg(number order by number) from set_up where source = 'ocr' and digest is null)
  as waiting
from moved`;
}
