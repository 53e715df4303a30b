import type { Fingerprint } from '../../domain/index.js';
import type { Queryable } from '../database.js';
import { createPaperIndex, type Likely, type PaperKeys } from './paper-index.js';

/** Rows read at once when the index is loaded. */
const chunk = 20_000;

/** What one look at the register saw: `xmax` and later transactions it did not, nor those then running. */
interface Seen {
  xmax: string;
  running: string[];
}

/** What a look saw for the first time, and the snapshot that it had of the register. */
export interface News {
  snapshot: string;
  /** The look's own transaction. */
  own: string;
  /** Each as item and keys in base64; null for none. */
  items: [itemId: number, keys: string][] | null;
}

/**
 * Columns of a statement: what was committed since the look before, whose `xmax` and running transactions the two
 * parameters hold. Numbers of items and times will not do: a transaction may commit long after a later one. The
 * statement's own transaction is left out, now and, by counting it as running, until it has committed. No
 * transaction of a register that was copied from another server counts as new here for its high number.
 */
export const newsSql = (xmax: string, running: string) => `
  pg_current_snapshot()::text as snapshot, pg_current_xact_id()::text as own,
  (select json_agg(json_build_array(item_id, encode(keys, 'base64'))) from (
    select item_id, keys from fingerprints where tx >= ${xmax}::xid8
      and tx < pg_snapshot_xmax(pg_current_snapshot()) and tx <> pg_current_xact_id()
    union all select item_id, keys from fingerprints where tx = any(${running}::xid8[])
      and tx <> pg_current_xact_id()) new) as items`;

/** xmin:xmax:xip,xip… */
function seenBy(snapshot: string, own: string | null): Seen {
  const [, xmax = '0', running = ''] = snapshot.split(':');
  const others = running === '' ? [] : running.split(',');
  return { xmax, running: own !== null && BigInt(own) < BigInt(xmax) ? [...others, own] : others };
}

/** The papers of the register that one process knows, and how it learns of what others filed. */
export type Lookup = ReturnType<typeof createLookup>;

export function createLookup() {
  let index = createPaperIndex();
  let seen: Seen | null = null;
  let loading: Promise<void> | null = null;
  let turn: Promise<unknown> = Promise.resolve();

  async function readAll(client: Queryable): Promise<void> {
    const { rows } = await client.query<{ snapshot: string; papers: number; bytes: number }>(
      `select pg_current_snapshot()::text as snapshot, (select count(*)::int from fingerprints) as papers,
         (select coalesce(sum(length(keys)), 0)::float8 from fingerprints) as bytes`,
    );
    const { papers, bytes, snapshot } = rows[0]!;
    const look = seenBy(snapshot, null);
    // One of its own: a load that fails halfway leaves nothing behind.
    const loaded = createPaperIndex();
    loaded.reserve(papers, bytes / 4);
    for (let after = 0; ; ) {
      const { rows: read } = await client.query<{ item_id: number; keys: Buffer }>(
        `select item_id, keys from fingerprints where item_id > $1
           and not (tx >= $3::xid8 and tx < pg_snapshot_xmax(pg_current_snapshot())) and tx <> all($4::xid8[])
         order by item_id limit $2`,
        [after, chunk, look.xmax, look.running],
      );
      // What was committed meanwhile is left to the next news: twice in, it would count twice for what is frequent.
      for (const row of read) loaded.add(row.item_id, keysIn(row.keys));
      if (read.length < chunk) break;
      after = read.at(-1)!.item_id;
    }
    index = loaded;
    seen = look;
  }

  return {
    /** Reads all fingerprints, once in the life of the process: some forty seconds a million. */
    load(client: Queryable): Promise<void> {
      loading ??= readAll(client).catch((error: unknown) => {
        loading = null;
        throw error;
      });
      return loading;
    },

    /**
     * Runs a statement that has `newsSql` in it, with the values for it, and learns its news. One at a time: the
     * next one asks from where this one ended.
     */
    learn<T extends News>(ask: (xmax: string, running: string[]) => Promise<T>): Promise<T> {
      const asked = turn.then(async () => {
        if (seen === null) throw new Error('the fingerprints are not loaded');
        const answer = await ask(seen.xmax, seen.running);
        for (const [itemId, keys] of answer.items ?? [])
          index.add(itemId, keysIn(Buffer.from(keys, 'base64')));
        seen = seenBy(answer.snapshot, answer.own);
        return answer;
      });
      turn = asked.catch(() => undefined);
      return asked;
    },

    find: (keys: PaperKeys, most: number): Likely[] => index.find(keys, most),

    /** Keys that say enough to be locked by: bands, and what is nobody's phrase. */
    tellingKeys: ({ bands, anchors, names }: Fingerprint): number[] => [
      ...bands,
      ...[...anchors, ...names].filter((key) => !index.isFrequent(key)),
    ],

    /** Papers and the bytes that they take up in this process. */
    size: (): { papers: number; bytes: number } => ({ papers: index.papers, bytes: index.bytes }),
  };
}

/** All keys of a fingerprint as they are stored. */
export function keyBytes({ bands, anchors, names }: PaperKeys): Buffer {
  const keys = [...bands, ...anchors, ...names];
  const bytes = Buffer.alloc(keys.length * 4);
  for (const [i, key] of keys.entries()) bytes.writeUInt32LE(key, i * 4);
  return bytes;
}

function keysIn(bytes: Buffer): Uint32Array {
  const keys = new Uint32Array(bytes.length >> 2);
  for (let i = 0; i < keys.length; i++) keys[i] = bytes.readUInt32LE(i * 4);
  return keys;
}
