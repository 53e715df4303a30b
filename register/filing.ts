import type {
  Cipher,
  Correction,
  ErrorCode,
  Fingerprint,
  InformantField,
  Item,
  RegisterRecord,
  Sealed,
  Topics,
} from '../domain/index.js';
import type { Queryable } from './database.js';
import { saveClueSql } from './filing-sql.js';
import { readInformants } from './informants.js';
import {
  createPaperIndex,
  keyBytes,
  type Lookup,
  type News,
  newsSql,
  replaceSql,
  strongest,
} from './lookup/index.js';
import type { ReceivedBasis } from './receipts.js';

/** What the pipeline made of one item. */
export interface ItemResult {
  item: Item;
  sealed: Sealed;
  topics: Topics;
  fingerprint: Fingerprint;
}

/** A source as stored: everything that comparing and assembling need, the informant masked already. */
export interface StoredSource {
  clueId: number;
  itemId: number;
  sha256: string;
  receiptId: number;
  receivedOn: string;
  file: string;
  textHash: string;
  item: Item;
  sealed: Sealed;
  topics: Topics;
}

export interface FiledReceipt {
  id: number;
  sha256: string;
  name: string;
  receivedOn: string | null;
  basis: ReceivedBasis;
  arrivedOn: string;
}

/** Why an item waits for a person. */
export interface Review {
  code: ErrorCode;
  params: Readonly<Record<string, string | number>>;
}

/** What two papers of one matter share besides their text. */
export interface LookupKey {
  kind: string;
  key: string;
}

/** A clue as derived from its sources, and these in their order, principal first. */
export interface ClueContent
  extends Pick<
    RegisterRecord,
    | 'petitionClass'
    | 'title'
    | 'summary'
    | 'receivedOn'
    | 'source'
    | 'channel'
    | 'signature'
    | 'amount'
    | 'actedFrom'
    | 'actedTo'
    | 'quality'
    | 'entities'
    | 'accused'
    | 'topics'
    | 'offences'
  > {
  links: readonly (LookupKey & { label: string })[];
  sources: readonly {
    itemId: number;
    receiptId: number;
    receivedOn: string;
    file: string;
    relation: string;
    similarity: number;
    newFacts: readonly string[];
    why: readonly string[];
    resembles: number | null;
  }[];
}

/**
 * Held shared by every filing; alone by one with more items than single locks can be held for, and by whoever decides
 * what belongs together.
 */
export const filingLock = 7_305_003;
/** Where the locks of keys begin: they are numbers of 32 bits. */
const keyLocks = 2 ** 40;
/**
 * PostgreSQL shares out room for 64 locks a connection, 6,400 for the usual hundred, and some beyond: three processes
 * that file three papers each stay below it. A letter needs some eighty.
 */
const mostLocks = 500;
/** More look-alikes than this are a form letter's; the nearest ones decide. */
const mostCandidates = 48;
/** Above what all shared keys of two papers weigh together. */
const sameTextWeight = 1000;
/** Clues met by keys alone. */
const mostMet = 8;

export type Filing = ReturnType<typeof createFiling>;

/**
 * The register's side of filing, inside one transaction. Its statements are prepared by name: they run for every
 * letter, and planning them costs more than running them.
 */
export function createFiling(client: Queryable, cipher: Cipher, lookup: Lookup) {
  // What this transaction has filed itself is nobody's news before it commits.
  const own = createPaperIndex(16);
  return {
    /**
     * Waits until nobody else files anything that could belong together with these items; held until the
     * transaction ends. What items are found by is what they are locked by: papers that share no text, band,
     * anchor or key do not wait for each other.
     * @returns the receipts of the document, by the order of their arrival.
     */
    async begin(
      documentId: number,
      items: readonly { fingerprint: Fingerprint; keys: readonly LookupKey[] }[],
    ): Promise<FiledReceipt[]> {
      const names = items.flatMap(({ fingerprint, keys }) => [
        fingerprint.textHash,
        ...keys.map(({ kind, key }) => `${kind}:${key}`),
      ]);
      await lookup.load(client);
      const keys = items.flatMap(({ fingerprint }) =>
        lookup.tellingKeys(fingerprint).map((k) => keyLocks + k),
      );
      const single = names.length + keys.length <= mostLocks;
      if (!single) await client.query('select pg_advisory_xact_lock($1)', [filingLock]);
      const { rows } = await client.query<{ receipts: StoredReceipt[] }>({
        name: 'filing-begin',
        text: beginSql,
        values: [documentId, filingLock, single ? keys : [], single ? names : []],
      });
      return rows[0]!.receipts.map((r) => ({
        id: r.id,
        sha256: r.sha256,
        name: cipher.open(Buffer.from(r.name, 'hex')),
        receivedOn: r.received_on,
        basis: r.received_basis,
        arrivedOn: r.arrived_on,
      }));
    },

    /**
     * Keeps the item and its fingerprint; the informant goes to the sealed store, what stands around the item
     * (it may name others' informants) nowhere.
     * @param member its path in the container as the command that presented the file may see it.
     * @returns the clue that it belongs to already, also where it was superseded meanwhile.
     */
    async saveItem(
      documentId: number,
      result: ItemResult,
      review: Review | null,
      member: string | null,
    ): Promise<{ itemId: number; clueId: number | null }> {
      const { text: _, context: __, ...item } = result.item;
      const { text, informant, context: ___, ...sealed } = result.sealed;
      const { fingerprint } = result;
      const values = [
        documentId,
        item.ordinal,
        item.member,
        item.row,
        text,
        JSON.stringify(item),
        JSON.stringify(sealed),
        JSON.stringify(result.topics),
        review === null ? 'filed' : 'review',
        review?.code ?? null,
        cipher.seal(JSON.stringify(informant)),
        fingerprint.textHash,
        fingerprint.size,
        keyBytes(fingerprint),
        fingerprint.version,
        review && JSON.stringify(review.params),
        member === null ? null : cipher.seal(member),
      ];
      const { itemId, clueId } = await lookup.learn(async (...seen) => {
        const { rows } = await client.query<{ itemId: number; clueId: number | null } & News>({
          name: 'filing-save-item',
          text: saveItemSql,
          values: [...values, ...seen],
        });
        return rows[0]!;
      });
      own.add(itemId, [...fingerprint.bands, ...fingerprint.anchors, ...fingerprint.names]);
      return { itemId, clueId };
    },

    /**
     * Stored sources that the item may belong to: the same text, shared bands or anchors, or a clue that meets it by two
     * kinds of key (the accused and a project, say), as a supplement in other words does. Likeliest first.
     */
    async findCandidates(
      itemId: number,
      fingerprint: Fingerprint,
      keys: readonly LookupKey[],
    ): Promise<StoredSource[]> {
      const found = [lookup, own].flatMap((papers) => papers.find(fingerprint, mostCandidates));
      const likely = strongest(found, mostCandidates);
      return readSources('filing-candidates', candidatesSql, [
        itemId,
        fingerprint.textHash,
        likely.map((l) => l.itemId),
        likely.map((l) => l.weight),
        keys.map((k) => k.kind),
        keys.map((k) => k.key),
      ]);
    },

    /**
     * Takes out of counts and lists what this reading of the document no longer finds: items with this number or a
     * higher one, and the sources of the items given. Nothing is deleted, but for the texts of a classified document.
     * @returns the clues that lost a source.
     */
    async supersede(
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
    },

    /**
     * Takes a clue that no source is left of out of counts and lists; it keeps its number, and links nothing.
     * @param merged the clue that all its sources went to, and who said so.
     */
    async withdrawClue(clueId: number, merged?: { into: number; actor: string }): Promise<void> {
      await client.query(
        `with c as (
           update clues set withdrawn = true, merged_into = $2::bigint, changed_at = now() where id = $1 returning id
         ), l as (delete from links where clue_id = $1)
         insert into audit (actor, action, subject, details)
         select coalesce($3, 'system'), 'clue.withdrawn', 'clue:' || id,
           jsonb_strip_nulls(jsonb_build_object('mergedInto', $2::bigint)) from c`,
        [clueId, merged?.into ?? null, merged?.actor ?? null],
      );
    },

    /** A clue whose opening source was superseded, or went elsewhere, is opened by the first that is left. */
    async keepOpened(clueId: number): Promise<void> {
      await client.query(
        `update sources set opened_clue = true where id = (
           select id from sources where clue_id = $1 and not superseded order by ordinal, id limit 1)
         and not exists (select 1 from sources where clue_id = $1 and opened_clue and not superseded)`,
        [clueId],
      );
    },

    /** All sources of a clue, which nobody else changes until the transaction ends. */
    async readFamily(clueId: number): Promise<StoredSource[]> {
      await client.query({
        name: 'filing-hold-clue',
        text: 'select 1 from clues where id = $1 for update',
        values: [clueId],
      });
      return readSources('filing-family', familySql, [clueId]);
    },

    informantsOf: (items: readonly number[]): Promise<InformantField[]> =>
      readInformants(client, cipher, items),

    /** What people set right on the card of a clue. */
    async readCorrection(clueId: number): Promise<Correction> {
      const { rows } = await client.query<{ correction: Correction }>({
        name: 'filing-correction',
        text: 'select standing_correction($1) as correction',
        values: [clueId],
      });
      return rows[0]!.correction;
    },

    /**
     * Writes a clue with its sources: what people decided about it stays.
     * @param target the clue, or where to open a new one: it gets the next number of the region's year at the
     * commit.
     * @returns the clue.
     */
    async saveClue(
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
    },
  };

  async function readSources(name: string, text: string, values: unknown[]): Promise<StoredSource[]> {
    const { rows } = await client.query<
      Omit<StoredSource, 'item' | 'sealed'> & {
        text: string;
        item: Omit<Item, 'text' | 'context'>;
        sealed: Omit<Sealed, 'text' | 'informant' | 'context'>;
      }
    >({ name, text, values });
    return rows.map(({ text: itemText, item, sealed, ...row }) => ({
      ...row,
      item: { ...item, text: itemText, context: '' },
      sealed: { ...sealed, text: itemText, context: '', informant: [] },
    }));
  }
}

interface StoredReceipt {
  id: number;
  sha256: string;
  name: string;
  received_on: string | null;
  received_basis: ReceivedBasis;
  arrived_on: string;
}

// Sorted: two transactions that want the same locks never hold each other's.
const beginSql = `
select pg_advisory_xact_lock_shared($2::bigint), (select count(pg_advisory_xact_lock(k)) from (
    select k from unnest($3::bigint[]) k union select hashtextextended(n, 0) from unnest($4::text[]) n
    order by 1) keys),
  (select jsonb_agg(jsonb_build_object('id', r.id, 'sha256', r.sha256, 'name', encode(r.sealed_name, 'hex'),
      'received_on', r.received_on, 'received_basis', r.received_basis, 'arrived_on', r.arrived_on) order by r.id)
    from receipts r join documents d on d.sha256 = r.sha256 where d.id = $1) as receipts`;

const saveItemSql = `
with i as (
  insert into items (document_id, ordinal, member, row_number, text, item, sealed, topics, state, review_code,
    review_params, sealed_member)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $16, $17)
  on conflict (document_id, ordinal) do update set member = excluded.member, row_number = excluded.row_number,
    text = excluded.text, item = excluded.item, sealed = excluded.sealed, topics = excluded.topics,
    state = excluded.state, review_code = excluded.review_code,
    review_params = excluded.review_params, sealed_member = excluded.sealed_member
  returning id
), n as (
  insert into informants (item_id, sealed_fields) select id, $11 from i
  on conflict (item_id) do update set sealed_fields = excluded.sealed_fields
), f as (
  insert into fingerprints (item_id, text_hash, size, keys, version) select id, $12, $13, $14, $15 from i
  ${replaceSql}
)
select i.id as "itemId", coalesce(placed_in(i.id),
  (select min(s.clue_id) from sources s where s.item_id = i.id)) as "clueId",
  ${newsSql('$18', '$19')}
from i`;

const sourceColumns = `s.clue_id as "clueId", s.item_id as "itemId", s.receipt_id as "receiptId", d.sha256,
  s.received_on as "receivedOn", s.file, f.text_hash as "textHash", i.text, i.item, i.sealed, i.topics`;

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

const familySql = `
select ${sourceColumns} from sources s
join items i on i.id = s.item_id join documents d on d.id = i.document_id join fingerprints f on f.item_id = i.id
where s.clue_id = $1 and not s.superseded order by s.id`;
