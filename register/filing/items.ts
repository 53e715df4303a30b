import type { Cipher, TypedCard } from '../../domain/index.js';
import type { Queryable } from '../database.js';
import { keyBytes, keysOf, type Lookup, type News, newsSql, replaceSql } from '../lookup/index.js';
import type { ItemResult, Review } from './contents.js';
import { typedCard } from './sources.js';

interface SavedItem {
  itemId: number;
  /** The clue that it belongs to already, also where it was superseded meanwhile. */
  clueId: number | null;
  /** What a person typed of it. */
  typed: TypedCard | null;
}

/** What a transaction has saved: nobody's news before it commits. */
export interface OwnPapers {
  /** The transaction's number; null as long as it has saved nothing. */
  transaction: string | null;
  papers: { itemId: number; keys: number[] }[];
}

/**
 * Keeps an item and its fingerprint; the informant goes to the sealed store, what stands around the item (it may name
 * others' informants) nowhere. The first one of a transaction learns what others committed: of all that could belong
 * to its items nothing more is committed once it has the locks.
 * @param member its path in the container as the command that presented the file may see it.
 */
export async function saveItem(
  client: Queryable,
  cipher: Cipher,
  lookup: Lookup | null,
  own: OwnPapers,
  paper: { documentId: number; result: ItemResult; review: Review | null; member: string | null },
): Promise<SavedItem> {
  const { documentId, result, review, member } = paper;
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
  const saved =
    lookup !== null && own.transaction === null
      ? await saveFirst(client, lookup, own, values)
      : await save(client, values);
  own.papers.push({ itemId: saved.itemId, keys: keysOf(fingerprint) });
  return saved;
}

/** What a paper says with more of it masked than its own reading did. */
export async function keepCovered(
  client: Queryable,
  itemId: number,
  { item, sealed, topics }: Pick<ItemResult, 'item' | 'sealed' | 'topics'>,
): Promise<void> {
  const { text: _, context: __, ...kept } = item;
  const { text, informant: ___, context: ____, ...shown } = sealed;
  await client.query(
    `update items set text = $2, sealed = $3, topics = $4, item = $5, covered = true,
       member = case when typed is null then $6 else member end where id = $1`,
    [itemId, text, JSON.stringify(shown), JSON.stringify(topics), JSON.stringify(kept), item.member],
  );
}

async function save(client: Queryable, values: unknown[]): Promise<SavedItem> {
  const { rows } = await client.query<SavedItem>({
    name: 'filing-save-item',
    text: `${saveItemSql} from i`,
    values,
  });
  return rows[0]!;
}

async function saveFirst(
  client: Queryable,
  lookup: Lookup,
  own: OwnPapers,
  values: unknown[],
): Promise<SavedItem> {
  const { itemId, clueId, typed } = await lookup.learn(async (...asked) => {
    const { rows } = await client.query<SavedItem & News>({
      name: 'filing-save-first-item',
      text: `${saveItemSql}, ${newsSql('$18', '$19', '$20')} from i`,
      values: [...values, ...asked],
    });
    own.transaction = rows[0]!.own;
    return rows[0]!;
  });
  return { itemId, clueId, typed };
}

const saveItemSql = `
with i as (
  insert into items (document_id, ordinal, member, row_number, text, item, sealed, topics, state, review_code,
    review_params, sealed_member)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $16, $17)
  on conflict (document_id, ordinal) do update set row_number = excluded.row_number,
    member = case when items.typed is null then excluded.member else items.member end,
    text = excluded.text, item = excluded.item, sealed = excluded.sealed, topics = excluded.topics,
    state = excluded.state, review_code = excluded.review_code, covered = false,
    review_params = excluded.review_params, sealed_member = excluded.sealed_member
  returning id, typed
), n as (
  insert into informants (item_id, sealed_fields) select id, $11 from i
  on conflict (item_id) do update set sealed_fields = excluded.sealed_fields
), f as (
  insert into fingerprints (item_id, text_hash, size, keys, version) select id, $12, $13, $14, $15 from i
  ${replaceSql}
)
select i.id as "itemId", ${typedCard} as typed, coalesce(placed_in(i.id),
  (select min(s.clue_id) from sources s where s.item_id = i.id and not s.released)) as "clueId"`;
