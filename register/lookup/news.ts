/** What one look at the register saw: `xmax` and later transactions it did not, nor those then running. */
export interface Seen {
  xmax: string;
  running: string[];
}

/** What a look saw for the first time, and the snapshot that it had of the register. */
export interface News {
  snapshot: string;
  /** The look's own transaction. */
  own: string;
  /** Each with the transaction that wrote it, and its keys in base64; null for none. */
  items: [itemId: number, transaction: string, keys: string][] | null;
}

/** Values of `newsSql`'s three parameters. */
export type Asked = [xmax: string, running: string[], known: string[]];

/**
 * Columns of a statement: what was committed since the look before, whose `xmax` and running transactions the first
 * two parameters hold, but for transactions that are known without it. Numbers of items and times will not do: a
 * transaction may commit long after a later one. The statement's own transaction is left out. No transaction of a
 * register that was copied from another server counts as new here for its high number.
 */
export const newsSql = (xmax: string, running: string, known: string) => `
  pg_current_snapshot()::text as snapshot, pg_current_xact_id()::text as own,
  (select json_agg(json_build_array(item_id, tx::text, encode(keys, 'base64'))) from (
    select item_id, tx, keys from fingerprints where tx >= ${xmax}::xid8
      and tx < pg_snapshot_xmax(pg_current_snapshot()) and tx <> pg_current_xact_id() and tx <> all(${known}::xid8[])
    union all select item_id, tx, keys from fingerprints where tx = any(${running}::xid8[])
      and tx <> pg_current_xact_id()) new) as items`;

/**
 * What a look saw by its snapshot: `xmin:xmax:xip,xip…`.
 * @param own the look's own transaction, which counts as running: it may yet come to nothing.
 */
export function seenBy(snapshot: string, own: string | null): Seen {
  const [, xmax = '0', running = ''] = snapshot.split(':');
  const others = running === '' ? [] : running.split(',');
  return { xmax, running: own !== null && isBefore(own, xmax) ? [...others, own] : others };
}

/** Transactions are numbers of 64 bits, as text. */
export function isBefore(a: string, b: string): boolean {
  return a.length === b.length ? a < b : a.length < b.length;
}
