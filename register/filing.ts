import type { Cipher, Fingerprint, Item, Sealed, Topics } from '../domain/index.js';
import type { Queryable } from './database.js';
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
  sourceId: number;
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
  name: string;
  receivedOn: string | null;
  basis: ReceivedBasis;
  arrivedOn: string;
}

export interface SavedItem {
  itemId: number;
  /** The clue that it is under already, with the receipts that are filed there. */
  clueId: number | null;
  filedReceipts: number[];
}

/** What two papers of one matter share besides their text. */
export interface LookupKey {
  kind: string;
  key: string;
}

/** A clue's columns, as derived from its sources. */
export interface ClueRow {
  petitionClass: string;
  title: string;
  summary: string;
  receivedOn: string;
  source: string;
  channel: string;
  signature: string;
  amount: number | null;
  actedFrom: string | null;
  actedTo: string | null;
  quality: { ocr: boolean; confidence: number; flags: readonly string[] };
  entities: readonly unknown[];
  accused: readonly {
    name: string | null;
    organisation: string | null;
    position: string | null;
    evidence: unknown;
  }[];
  topics: readonly { code: string; name: string; score: number; evidence: unknown }[];
  offences: readonly { code: string; name: string; score: number; evidence: unknown }[];
  links: readonly { kind: string; key: string; label: string }[];
  /** In the clue's order, principal first. */
  sources: readonly { sourceId: number; relation: string; similarity: number; newFacts: readonly string[] }[];
}

/** Held shared by every filing, and alone by one with more items than single locks can be held for. */
const filingLock = 7_305_003;
/** PostgreSQL has room for about 64 locks a connection; a letter needs some forty. */
const mostLocks = 2000;
/** More look-alikes than this are a form letter's; the nearest ones decide. */
const mostCandidates = 48;
/** Clues met by keys alone. */
const mostMet = 8;

export type Filing = ReturnType<typeof createFiling>;

/** The register's side of filing, inside one transaction. */
export function createFiling(client: Queryable, cipher: Cipher) {
  return {
    /**
     * Waits until nobody else files anything that could belong together with these items; held until the
     * transaction ends. What items are found by is what they are locked by: papers that share no text, band or
     * key do not wait for each other.
     */
    async lock(items: readonly { fingerprint: Fingerprint; keys: readonly LookupKey[] }[]): Promise<void> {
      const names = items.flatMap(({ fingerprint, keys }) => [
        fingerprint.textHash,
        ...keys.map(({ kind, key }) => `${kind}:${key}`),
      ]);
      const bands = items.flatMap(({ fingerprint }) => fingerprint.bands);
      if (names.length + bands.length > mostLocks) {
        await client.query('select pg_advisory_xact_lock($1)', [filingLock]);
        return;
      }
      // Sorted: two transactions that want the same locks never hold each other's.
      await client.query(
        `select pg_advisory_xact_lock_shared($1), (select count(pg_advisory_xact_lock(k)) from (
           select k from unnest($2::bigint[]) k union select hashtextextended(n, 0) from unnest($3::text[]) n
           order by 1) keys)`,
        [filingLock, bands, names],
      );
    },

    async receiptsOf(documentId: number): Promise<FiledReceipt[]> {
      const { rows } = await client.query<{
        id: number;
        sealed_name: Buffer;
        received_on: string | null;
        received_basis: ReceivedBasis;
        arrived_on: string;
      }>(
        `select r.id, r.sealed_name, r.received_on, r.received_basis, r.arrived_on
         from receipts r join documents d on d.sha256 = r.sha256 where d.id = $1 order by r.id`,
        [documentId],
      );
      return rows.map((r) => ({
        id: r.id,
        name: cipher.open(r.sealed_name),
        receivedOn: r.received_on,
        basis: r.received_basis,
        arrivedOn: r.arrived_on,
      }));
    },

    /** Keeps the item and its fingerprint; the informant goes to the sealed store. */
    async saveItem(documentId: number, result: ItemResult, reviewCode: string | null): Promise<SavedItem> {
      const { text, ...item } = result.item;
      const { text: sealedText, informant, ...sealed } = result.sealed;
      const { fingerprint } = result;
      const signature = Buffer.from(Uint32Array.from(fingerprint.signature).buffer);
      const { rows } = await client.query<{ id: number; clue_id: number | null; receipts: number[] | null }>(
        `with i as (
           insert into items (document_id, ordinal, member, row_number, text, item, sealed, topics, state, review_code)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
           on conflict (document_id, ordinal) do update set member = excluded.member, row_number = excluded.row_number,
             text = excluded.text, item = excluded.item, sealed = excluded.sealed, topics = excluded.topics,
             state = excluded.state, review_code = excluded.review_code
           returning id
         ), n as (
           insert into informants (item_id, sealed_fields) select id, $11 from i
           on conflict (item_id) do update set sealed_fields = excluded.sealed_fields
         ), f as (
           insert into fingerprints (item_id, text_hash, size, signature, bands)
           select id, $12, $13, $14, $15::bigint[] from i
           on conflict (item_id) do update set text_hash = excluded.text_hash, size = excluded.size,
             signature = excluded.signature, bands = excluded.bands
         )
         select i.id, min(s.clue_id) as clue_id, array_agg(s.receipt_id) filter (where s.id is not null) as receipts
         from i left join sources s on s.item_id = i.id group by i.id`,
        [
          documentId,
          item.ordinal,
          item.member,
          item.row,
          sealedText,
          JSON.stringify(item),
          JSON.stringify(sealed),
          JSON.stringify(result.topics),
          reviewCode === null ? 'filed' : 'review',
          reviewCode,
          cipher.seal(JSON.stringify(informant)),
          fingerprint.textHash,
          fingerprint.size,
          signature,
          fingerprint.bands,
        ],
      );
      const row = rows[0]!;
      return { itemId: row.id, clueId: row.clue_id, filedReceipts: (row.receipts ?? []).map(Number) };
    },

    /**
     * Stored sources that the item may belong to: the same text, a shared band, or a clue that meets it by two
     * kinds of key (the accused and a project, say), as a supplement in other words does. Likeliest first.
     */
    async findCandidates(
      itemId: number,
      fingerprint: Fingerprint,
      keys: readonly LookupKey[],
    ): Promise<StoredSource[]> {
      const { rows } = await client.query<{ item_id: number }>(
        `with alike as (
           select item_id, text_hash, bands from fingerprints where text_hash = $2
           union select item_id, text_hash, bands from fingerprints where bands && $3::bigint[]
         ), met as (
           select l.clue_id from links l join unnest($4::text[], $5::text[]) as k(kind, key)
             on l.kind = k.kind and l.key = k.key
           group by l.clue_id having count(distinct l.kind) >= 2 order by count(*) desc, l.clue_id limit ${mostMet}
         )
         select item_id from (
           select item_id, (text_hash = $2)::int * 100
             + cardinality(array(select unnest(bands) intersect select unnest($3::bigint[]))) as likeness from alike
           union all select s.item_id, 0 from met m join sources s on s.clue_id = m.clue_id
         ) c where item_id <> $1
         group by item_id order by max(likeness) desc, item_id limit ${mostCandidates}`,
        [itemId, fingerprint.textHash, fingerprint.bands, keys.map((k) => k.kind), keys.map((k) => k.key)],
      );
      return rows.length === 0 ? [] : readSources('s.item_id = any($1)', [rows.map((r) => r.item_id)]);
    },

    /** All sources of a clue, which nobody else changes until the transaction ends. */
    async readFamily(clueId: number): Promise<StoredSource[]> {
      await client.query('select 1 from clues where id = $1 for update', [clueId]);
      return readSources('s.clue_id = $1', [clueId]);
    },

    /** Opens a clue; it gets the next number of the region's year at the commit. */
    async openClue(region: string, year: number): Promise<number> {
      const { rows } = await client.query<{ id: number }>(
        `insert into clues (region, year, petition_class, title, summary, received_on, source, channel, signature, ocr,
           confidence, entities)
         values ($1, $2, '', '', '', current_date, '', '', '', false, 0, '[]') returning id`,
        [region, year],
      );
      return rows[0]!.id;
    },

    async addSource(
      clueId: number,
      itemId: number,
      receiptId: number,
      receivedOn: string,
      file: string,
    ): Promise<void> {
      await client.query(
        `insert into sources (clue_id, item_id, receipt_id, received_on, file) values ($1, $2, $3, $4, $5)
         on conflict (item_id, receipt_id) do update set received_on = excluded.received_on, file = excluded.file`,
        [clueId, itemId, receiptId, receivedOn, file],
      );
    },

    /** Writes what follows from the clue's sources; what people decided about it stays. */
    async saveClue(clueId: number, clue: ClueRow, audit: { action: string; details: object }): Promise<void> {
      await client.query(
        `with a as (delete from accused where clue_id = $1), t as (delete from tags where clue_id = $1)
         delete from links where clue_id = $1`,
        [clueId],
      );
      const { accused, topics, offences, links, sources, quality, entities, ...columns } = clue;
      await client.query(saveClueSql, [
        clueId,
        JSON.stringify({
          ...columns,
          ...quality,
          entities,
          accused: accused.map((a, ordinal) => ({ ordinal, ...a })),
          tags: [
            ...topics.map((t) => ({ kind: 'topic', ...t })),
            ...offences.map((t) => ({ kind: 'offence', ...t })),
          ],
          links,
          sources: sources.map((s, ordinal) => ({ ordinal, ...s })),
          audit,
        }),
      ]);
    },
  };

  async function readSources(where: string, values: unknown[]): Promise<StoredSource[]> {
    const { rows } = await client.query<{
      source_id: number;
      clue_id: number;
      item_id: number;
      receipt_id: number;
      sha256: string;
      received_on: string;
      file: string;
      text: string;
      text_hash: string;
      item: Omit<Item, 'text'>;
      sealed: Omit<Sealed, 'text' | 'informant'>;
      topics: Topics;
    }>(
      `select s.id as source_id, s.clue_id, s.item_id, s.receipt_id, d.sha256, s.received_on, s.file, i.text,
         f.text_hash, i.item, i.sealed, i.topics
       from sources s join items i on i.id = s.item_id join documents d on d.id = i.document_id
       join fingerprints f on f.item_id = i.id
       where ${where} order by s.id`,
      values,
    );
    return rows.map((r) => ({
      sourceId: r.source_id,
      clueId: r.clue_id,
      itemId: r.item_id,
      receiptId: r.receipt_id,
      sha256: r.sha256,
      receivedOn: r.received_on,
      file: r.file,
      textHash: r.text_hash,
      item: { ...r.item, text: r.text },
      sealed: { ...r.sealed, text: r.text, informant: [] },
      topics: r.topics,
    }));
  }
}

const saveClueSql = `
with c as (select $2::jsonb as c),
updated as (
  update clues set petition_class = c->>'petitionClass', title = c->>'title', summary = c->>'summary',
    received_on = (c->>'receivedOn')::date, source = c->>'source', channel = c->>'channel',
    signature = c->>'signature', amount = (c->>'amount')::float8, acted_from = (c->>'actedFrom')::date,
    acted_to = (c->>'actedTo')::date, ocr = (c->>'ocr')::boolean, confidence = (c->>'confidence')::real,
    flags = array(select jsonb_array_elements_text(c->'flags')), entities = c->'entities', changed_at = now()
  from c where id = $1
), a as (
  insert into accused (clue_id, ordinal, name, organisation, position, evidence)
  select $1, x.* from c, jsonb_to_recordset(c->'accused')
    as x(ordinal int, name text, organisation text, position text, evidence jsonb)
), t as (
  insert into tags (clue_id, kind, code, name, score, evidence)
  select $1, x.* from c, jsonb_to_recordset(c->'tags')
    as x(kind text, code text, name text, score real, evidence jsonb)
), l as (
  insert into links (clue_id, kind, key, label)
  select $1, x.* from c, jsonb_to_recordset(c->'links') as x(kind text, key text, label text)
), s as (
  update sources set ordinal = x.ordinal, relation = x.relation, similarity = x.similarity, new_facts = x."newFacts"
  from c, jsonb_to_recordset(c->'sources')
    as x("sourceId" bigint, ordinal int, relation text, similarity real, "newFacts" jsonb)
  where sources.id = x."sourceId"
)
insert into audit (actor, action, subject, details)
select 'system', c->'audit'->>'action', 'clue:' || $1, c->'audit'->'details' from c`;
