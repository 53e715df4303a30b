import type { Correction } from '../../domain/index.js';
import type { Queryable } from '../database.js';
import { saveClueSql } from './clue-sql.js';
import type { ClueContent, KeptCorrection } from './contents.js';

/**
 * Takes out of counts and lists what this reading of the document no longer finds: items with this number or a
 * higher one, and the sources of the items given. Nothing is deleted, but for the texts of a classified document.
 * @returns the clues that lost a source.
 */
export async function supersede(
  client: Queryable,
  documentId: number,
  from: number,
  itemIds: readonly number[],
  classified: boolean,
): Promise<number[]> {
  const { rows } = await client.query<{ clue_id: number }>({
    name: 'filing-supersede',
    text: supersedeSql,
    values: [documentId, from, itemIds, classified],
  });
  return rows.map((r) => r.clue_id);
}

/**
 * Takes a clue that no source is left of out of counts and lists; it keeps its number, and links nothing.
 * @param said who said so, and the clue that all its sources went to where they did.
 */
export async function withdrawClue(
  client: Queryable,
  clueId: number,
  said?: { into: number | null; actor: string },
): Promise<void> {
  await client.query(
    `with c as (
       update clues set withdrawn = true, merged_into = $2::bigint, changed_at = now() where id = $1 returning id
     ), l as (delete from links where clue_id = $1)
     insert into audit (actor, action, subject, details)
     select coalesce($3, 'system'), 'clue.withdrawn', 'clue:' || id,
       jsonb_strip_nulls(jsonb_build_object('mergedInto', $2::bigint)) from c`,
    [clueId, said?.into ?? null, said?.actor ?? null],
  );
}

/** A clue whose opening source was superseded, or went elsewhere, is opened by the first that is left. */
export async function keepOpened(client: Queryable, clueId: number): Promise<void> {
  await client.query(
    `update sources set opened_clue = true where id = (
       select id from sources where clue_id = $1 and not superseded order by ordinal, id limit 1)
     and not exists (select 1 from sources where clue_id = $1 and opened_clue and not superseded)`,
    [clueId],
  );
}

/** What people set right on the card of a clue. */
export async function readCorrection(client: Queryable, clueId: number): Promise<KeptCorrection> {
  const { rows } = await client.query<{ correction: Correction; seen: string[] | null }>({
    name: 'filing-correction',
    text: `select standing_correction($1) as correction, seen_for($1, 'accused') as seen`,
    values: [clueId],
  });
  const { correction, seen } = rows[0]!;
  return { correction, seen: seen?.map(Number) ?? null };
}

/**
 * Writes a clue with its sources: what people decided about it stays.
 * @param target the clue, or where to open a new one: it gets the next number of the region's year at the commit.
 * @returns the clue.
 */
export async function saveClue(
  client: Queryable,
  target: { clueId: number } | { region: string; year: number },
  content: ClueContent,
  audit: { action: string; details: object; actor?: string },
): Promise<number> {
  const { accused, topics, offences, links, sources, quality, ...columns } = content;
  const written = JSON.stringify({
    ...columns,
    ...quality,
    accused: accused.map((a, ordinal) => ({ ordinal, ...a })),
    tags: [
      ...topics.map((t) => ({ kind: 'topic', ...t })),
      ...offences.map((t) => ({ kind: 'offence', ...t })),
    ],
    links,
    sources: sources.map((s, ordinal) => ({ ordinal, ...s })),
    audit,
  });
  const { rows } = await client.query<{ id: number }>(
    'clueId' in target
      ? { name: 'filing-update-clue', text: saveClueSql.update, values: [written, target.clueId] }
      : {
          name: 'filing-open-clue',
          text: saveClueSql.open,
          values: [written, target.region, target.year],
        },
  );
  return rows[0]!.id;
}

const supersedeSql = `
with gone as (
  update items set state = 'superseded', text = case when $4 then '' else text end,
    sealed = case when $4 then '{}' else sealed end, topics = case when $4 then '{}' else topics end
  where document_id = $1 and ordinal >= $2 returning id
), s as (
  update sources set superseded = true, opened_clue = false
  where not superseded and item_id in (select id from gone union select unnest($3::bigint[])) returning clue_id
)
select distinct clue_id from s order by 1`;
