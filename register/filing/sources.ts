import type { Item, Sealed } from '../../domain/index.js';
import type { Queryable } from '../database.js';
import type { Likely } from '../lookup/index.js';
import type { LookupKey, StoredSource } from './contents.js';

/** More look-alikes than this are a form letter's; the nearest ones decide. */
export const mostCandidates = 48;
/** Above what all shared keys of two papers weigh together. */
const sameTextWeight = 1000;
/** Clues met by keys alone. */
const mostMet = 8;

/** The sources of the papers given, of those with the same text, and of clues that share two kinds of keys. */
export function readCandidates(
  client: Queryable,
  itemId: number,
  textHash: string,
  likely: readonly Likely[],
  keys: readonly LookupKey[],
): Promise<StoredSource[]> {
  return readSources(client, 'filing-candidates', candidatesSql, [
    itemId,
    textHash,
    likely.map((l) => l.itemId),
    likely.map((l) => l.weight),
    keys.map((k) => k.kind),
    keys.map((k) => k.key),
  ]);
}

/** All sources of a clue, which nobody else changes until the transaction ends. */
export async function readFamily(client: Queryable, clueId: number): Promise<StoredSource[]> {
  await client.query({
    name: 'filing-hold-clue',
    text: 'select 1 from clues where id = $1 for update',
    values: [clueId],
  });
  return readSources(client, 'filing-family', familySql, [clueId]);
}

/**
 * More clues about one accused than these are not read at each paper of one of them: those that people linked count
 * first, then the latest.
 */
const mostLinked = 24;

/**
 * The sources of clues about one of these accused, and of those that people linked with the clue; of none that people
 * said not to be linked with it. Companies, projects and sums link strangers, too: they do not count.
 * @param clueId null for a clue that is not there yet.
 * @param accused keys of links.
 */
export async function readLinked(
  client: Queryable,
  clueId: number | null,
  accused: readonly string[],
): Promise<StoredSource[]> {
  const { rows } = await client.query<{ id: number }>({
    name: 'filing-linked',
    text: linkedSql,
    values: [clueId, accused, mostLinked],
  });
  if (rows.length === 0) return [];
  return readSources(client, 'filing-linked-sources', linkedSourcesSql, [rows.map((r) => r.id)]);
}

/** Puts sources under a clue as they are; how they relate to its others is for `saveClue` to say. */
export async function joinClue(
  client: Queryable,
  clueId: number,
  sources: readonly StoredSource[],
): Promise<void> {
  await client.query({
    name: 'filing-join-clue',
    text: joinSql,
    values: [
      clueId,
      sources.map((s) => s.itemId),
      sources.map((s) => s.receiptId),
      sources.map((s) => s.receivedOn),
      sources.map((s) => s.file),
    ],
  });
}

const readSources = readRows<StoredSource>;

/** Rows with the text, item and tags of a paper, put together as the pipeline gives them. */
export async function readRows<T extends Pick<StoredSource, 'item' | 'sealed'>>(
  client: Queryable,
  name: string,
  text: string,
  values: unknown[],
): Promise<T[]> {
  const { rows } = await client.query<
    Omit<T, 'item' | 'sealed'> & {
      text: string;
      item: Omit<Item, 'text' | 'context'>;
      sealed: Omit<Sealed, 'text' | 'informant' | 'context'>;
    }
  >({ name, text, values });
  return rows.map(
    ({ text: itemText, item, sealed, ...row }) =>
      ({
        ...row,
        item: { ...item, text: itemText, context: '' },
        sealed: { ...sealed, text: itemText, context: '', informant: [] },
      }) as unknown as T,
  );
}

/** Of items i what a person typed, before it was masked for the papers beside it. */
export const typedCard = 'case when i.typed is not null then coalesce(typed_card(i.id), i.typed) end';

const sourceColumns = `s.clue_id as "clueId", s.item_id as "itemId", s.receipt_id as "receiptId", d.sha256,
  s.received_on as "receivedOn", s.file, f.text_hash as "textHash", i.text, i.item, i.sealed, i.topics, ${typedCard} as typed`;

const candidatesSql = `
with met as (
  select l.clue_id from links l join unnest($5::text[], $6::text[]) as k(kind, key)
    on l.kind = k.kind and l.key = k.key
  group by l.clue_id having count(distinct l.kind) >= 2 order by count(*) desc, l.clue_id limit ${mostMet}
), likely as (
  select item_id, max(weight) as likeness from (
    select item_id, ${sameTextWeight} as weight from fingerprints where text_hash = $2
    union all select * from unnest($3::bigint[], $4::float8[])
    union all select s.item_id, 0 from met m join sources s on s.clue_id = m.clue_id and not s.superseded
  ) c where item_id <> $1
  group by item_id order by 2 desc, 1 limit ${mostCandidates}
)
select ${sourceColumns} from likely l join sources s on s.item_id = l.item_id and not s.superseded
join items i on i.id = s.item_id join documents d on d.id = i.document_id join fingerprints f on f.item_id = i.id
order by l.likeness desc, s.id`;

const sourcesOf = (clues: string) => `
select ${sourceColumns} from sources s
join items i on i.id = s.item_id join documents d on d.id = i.document_id join fingerprints f on f.item_id = i.id
where s.clue_id ${clues} and not s.superseded order by s.id`;
const familySql = sourcesOf('= $1');
const linkedSourcesSql = sourcesOf('= any($1)');

const linkedSql = `
with said as (
  select distinct on (other) other, kind from (
    select d.id, d.kind, standing_clue(case when d.from_clue = any(own.ids) then d.to_clue else d.from_clue end) as other
    from (select merged_clues($1) as ids) own join standing_decisions d
      on d.kind in ('link-confirm', 'link-reject') and (d.from_clue = any(own.ids) or d.to_clue = any(own.ids))) x
  order by other, id desc
)
select c.id from clues c join (
  select id, bool_or(confirmed) as confirmed from (
    select clue_id as id, false as confirmed from links where kind = 'accused' and key = any($2::text[])
    union all select other, true from said where kind = 'link-confirm') x group by id) l on l.id = c.id
where not c.withdrawn and c.id is distinct from $1
  and not exists (select 1 from said where other = c.id and kind = 'link-reject')
order by l.confirmed desc, c.id desc limit $3`;

const joinSql = `
with held as (select id from clues where id = $1 for update)
insert into sources (clue_id, item_id, receipt_id, received_on, file)
select held.id, x.* from held, unnest($2::bigint[], $3::bigint[], $4::date[], $5::text[]) as x(i, r, day, file)
on conflict (item_id, receipt_id) do update set clue_id = excluded.clue_id, superseded = false,
  released = false, filed_at = case when sources.released then excluded.filed_at else sources.filed_at end`;
