import type { Cipher, InformantField, TypedCard } from '../../domain/index.js';
import type { Queryable } from '../database.js';
import type { StoredSource, WaitingPaper } from './contents.js';
import { readRows, typedCard } from './sources.js';

/** A paper as stored, whatever it came with. */
export type StoredPaper = Omit<StoredSource, 'clueId' | 'receiptId' | 'receivedOn' | 'file'>;

/** What waits for a person of the file that was received under this number; null where none was. */
export async function findWaiting(client: Queryable, receiptId: number): Promise<WaitingPaper[] | null> {
  const { rows } = await client.query<{ papers: WaitingPaper[] | null }>(
    `select (select jsonb_agg(jsonb_build_object('documentId', w.document_id, 'itemId', w.item_id,
        'ordinal', w.ordinal, 'channel', r.channel, 'code', w.code, 'params', coalesce(w.params, '{}')) order by w.ordinal nulls last)
      from waiting w where w.sha256 = r.sha256) as papers
     from receipts r where r.id = $1`,
    [receiptId],
  );
  return rows[0] ? (rows[0].papers ?? []) : null;
}

export async function readPaper(client: Queryable, itemId: number): Promise<StoredPaper> {
  const [paper] = await readRows<StoredPaper>(client, 'filing-paper', paperSql, [itemId]);
  return paper!;
}

/**
 * From now on this stands for what machines read of the paper.
 * @param informant what was typed of the informant, masked in the card.
 */
export async function keepTyped(
  client: Queryable,
  cipher: Cipher,
  itemId: number,
  typed: TypedCard,
  informant: readonly InformantField[],
): Promise<void> {
  await client.query(
    `with i as (update items set typed = $2 where id = $1 returning id)
     update informants set sealed_typed = $3 where item_id in (select id from i)`,
    [itemId, JSON.stringify(typed), cipher.seal(JSON.stringify(informant))],
  );
}

/** The typed card as everybody may see it and find the paper by it. */
export async function keepMasked(client: Queryable, itemId: number, typed: TypedCard): Promise<void> {
  await client.query('update items set typed = $2 where id = $1 and typed is distinct from $2::jsonb', [
    itemId,
    JSON.stringify(typed),
  ]);
}

/**
 * The papers wait for a person again, as if nobody had ever put them anywhere; the decisions tell that somebody had.
 * One that machines can read by now is due, so that they file it, unless a worker is at it already.
 */
export async function release(client: Queryable, items: readonly number[]): Promise<void> {
  await client.query(
    `with i as (
       update items set typed = null, state = case state when 'filed' then 'review' else state end,
         review_code = case state when 'filed' then 'filing.taken_back' else review_code end
       where id = any($1) returning document_id, review_code
     ), s as (
       update sources set superseded = true, released = true, opened_clue = false where item_id = any($1)
     )
     update documents set state = 'due', lane = 'text', generation = generation + 1, losses = 0, opened = false,
       error_code = null, error_params = null, due_at = now(), changed_at = now()
     where id in (select id from documents where state <> 'due'
       and id in (select document_id from i where review_code = 'filing.taken_back') for update skip locked)`,
    [items],
  );
}

const paperSql = `
select i.id as "itemId", d.sha256, f.text_hash as "textHash", i.text, i.item, i.sealed, i.topics, ${typedCard} as typed
from items i join documents d on d.id = i.document_id join fingerprints f on f.item_id = i.id where i.id = $1`;
