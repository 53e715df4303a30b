import type { Cipher, DocumentRuling, Item } from '../../domain/index.js';
import { type ReadDocument, readArtefact } from '../artefacts.js';
import type { Queryable } from '../database.js';
import type { StageResult } from '../documents.js';
import { openRulings, type SealedDocumentRuling } from '../rulings.js';

/**
 * What people said of the informants of the document's papers, with what was said of the clues to which they have come
 * meanwhile: that is said of them from now on.
 */
export async function rulingsOn(
  client: Queryable,
  cipher: Cipher,
  documentId: number,
): Promise<DocumentRuling[]> {
  await client.query({ name: 'filing-extend-rulings', text: extendSql, values: [documentId] });
  const { rows } = await client.query<{ rulings: SealedDocumentRuling[] }>({
    name: 'filing-rulings',
    text: 'select rulings_on($1) as rulings',
    values: [documentId],
  });
  return openRulings(cipher, rows[0]!.rulings);
}

/** Documents with papers of these clues of which people said anything like that, and those of which the decision did. */
export async function ruledDocuments(
  client: Queryable,
  clueIds: readonly number[],
  decision: number | null,
): Promise<number[]> {
  const { rows } = await client.query<{ id: number }>(
    `select distinct i.document_id as id from items i where i.id in (
       select p.item_id from ruled_papers p where p.decision_id = $2
       union select s.item_id from sources s where s.clue_id = any($1) and not s.superseded
         and (exists (select 1 from ruled_papers p where p.item_id = s.item_id)
           or exists (select 1 from standing_decisions d
             where d.kind = 'informant-confirm' and standing_clue(d.to_clue) = s.clue_id)))
     order by 1`,
    [clueIds, decision],
  );
  return rows.map((r) => r.id);
}

/** Documents with papers of these clues in which more is masked than their own reading did. */
export async function coveredDocuments(client: Queryable, clueIds: readonly number[]): Promise<number[]> {
  const { rows } = await client.query<{ id: number }>(
    `select distinct i.document_id as id from sources s join items i on i.id = s.item_id and i.covered
     where s.clue_id = any($1) and not s.superseded order by 1`,
    [clueIds],
  );
  return rows.map((r) => r.id);
}

/** The document, held until the transaction ends; null where a worker has it in hand, which is told before it files. */
export async function holdDocument(client: Queryable, documentId: number): Promise<ReadDocument | null> {
  const { rows } = await client.query<
    ReadDocument['original'] & ReadDocument['receipt'] & { kept: ReadDocument['kept'] | null }
  >(
    `with d as (select id, sha256 from documents where id = $1 for update skip locked)
     select o.sha256, o.size, o.extension, r.received_on as "receivedOn", r.channel,
       (select jsonb_object_agg(a.name, jsonb_build_object('digest', a.digest, 'outputDigest', a.output_digest))
         from artefacts a where a.document_id = d.id) as kept
     from d join originals o on o.sha256 = d.sha256
     join lateral (select received_on, channel from receipts r where r.sha256 = d.sha256 order by r.id limit 1) r on true`,
    [documentId],
  );
  if (!rows[0]) return null;
  const { sha256, size, extension, receivedOn, channel, kept } = rows[0];
  return { original: { sha256, size, extension }, receipt: { receivedOn, channel }, kept: kept ?? {} };
}

/** The text of a paper before anything in it is masked; null where no machine read any. Nobody is to be shown it. */
export async function readUnmasked(
  client: Queryable,
  cipher: Cipher,
  itemId: number,
): Promise<string | null> {
  const { rows } = await client.query<{ documentId: number; ordinal: number }>(
    `select i.document_id as "documentId", i.ordinal from items i
     where i.id = $1 and exists (select 1 from artefacts a where a.document_id = i.document_id and a.name = 'items')`,
    [itemId],
  );
  if (!rows[0]) return null;
  const items = JSON.parse(await readArtefact(client, cipher, rows[0].documentId, 'items')) as Item[];
  return items[rows[0].ordinal]?.text ?? null;
}

/** Keeps what was made anew of a document; whether it is due for something else stays as it is. */
export async function keepResults(
  client: Queryable,
  cipher: Cipher,
  documentId: number,
  results: readonly StageResult[],
): Promise<void> {
  for (const { gives, digest, outputDigest, value, stage, version, durationMs } of results)
    await client.query(
      `with kept as (
         update artefacts set digest = $3, output_digest = $4, sealed_value = $5 where document_id = $1 and name = $2
       )
       insert into stage_runs (document_id, stage, version, digest, outcome, duration_ms)
       values ($1, $6, $7, $3, 'done', $8)`,
      [documentId, gives, digest, outputDigest, cipher.seal(value), stage, version, durationMs],
    );
}

const extendSql = `
insert into ruled_papers (item_id, decision_id)
select s.item_id, d.id from standing_decisions d join sources s on s.clue_id = standing_clue(d.to_clue)
  and not s.released join items i on i.id = s.item_id
where d.kind = 'informant-confirm' and i.document_id = $1 on conflict do nothing`;
