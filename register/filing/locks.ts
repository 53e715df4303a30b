import type { Fingerprint } from '../../domain/index.js';
import type { Queryable } from '../database.js';
import type { Lookup } from '../lookup/index.js';
import type { LookupKey } from './contents.js';

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

/** A receipt of a document as it is stored, its name sealed and in hexadecimal. */
interface StoredReceipt {
  id: number;
  sha256: string;
  name: string;
  received_on: string | null;
  received_basis: 'stated' | 'file-name' | 'arrival';
  arrived_on: string;
}

/**
 * Waits until nobody else files anything that could belong together with these items; held until the transaction
 * ends. What items are found by is what they are locked by: papers that share no text, band, anchor or key do not
 * wait for each other.
 * @returns the receipts of the document, by the order of their arrival.
 */
export async function lockItems(
  client: Queryable,
  lookup: Lookup | null,
  documentId: number,
  items: readonly { fingerprint: Fingerprint; keys: readonly LookupKey[] }[],
): Promise<StoredReceipt[]> {
  const names = new Set<string>();
  const keys = new Set<number>();
  for (const { fingerprint, keys: shared } of items) {
    names.add(fingerprint.textHash);
    for (const { kind, key } of shared) names.add(`${kind}:${key}`);
    if (lookup !== null && names.size + keys.size <= mostLocks)
      for (const key of lookup.tellingKeys(fingerprint)) keys.add(keyLocks + key);
  }
  const single = names.size + keys.size <= mostLocks;
  if (!single) await client.query('select pg_advisory_xact_lock($1)', [filingLock]);
  const { rows } = await client.query<{ receipts: StoredReceipt[] }>({
    name: 'filing-begin',
    text: beginSql,
    values: [documentId, filingLock, single ? [...keys] : [], single ? [...names] : []],
  });
  return rows[0]!.receipts;
}

// Sorted: two transactions that want the same locks never hold each other's.
const beginSql = `
select pg_advisory_xact_lock_shared($2::bigint), (select count(pg_advisory_xact_lock(k)) from (
    select k from unnest($3::bigint[]) k union select hashtextextended(n, 0) from unnest($4::text[]) n
    order by 1) keys),
  (select jsonb_agg(jsonb_build_object('id', r.id, 'sha256', r.sha256, 'name', encode(r.sealed_name, 'hex'),
      'received_on', r.received_on, 'received_basis', r.received_basis, 'arrived_on', r.arrived_on) order by r.id)
    from receipts r join documents d on d.sha256 = r.sha256 where d.id = $1) as receipts`;
