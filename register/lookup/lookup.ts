import type { Fingerprint } from '../../domain/index.js';
import type { Queryable } from '../database.js';
import { keysIn } from './keys.js';
import { type Asked, isBefore, type News, type Seen, seenBy } from './news.js';
import { createPaperIndex, type Likely, type PaperKeys } from './paper-index.js';

/** Rows read at once when the index is loaded: some six megabytes. */
const chunk = 20_000;
/** Room for what is filed after the index was loaded, as a share of what was there. */
const spare = 1 / 8;

/** The papers of the register that one process knows, and how it learns of what others filed. */
export type Lookup = ReturnType<typeof createLookup>;

export function createLookup() {
  let index = createPaperIndex();
  let seen: Seen | null = null;
  let loading: Promise<void> | null = null;
  let turn: Promise<unknown> = Promise.resolve();
  // This process's own transactions: those that run or have just ended, those whose end was told by the news first,
  // and those whose papers are in the index before the news tells of them.
  const pending = new Set<string>();
  const told = new Set<string>();
  const known = new Set<string>();

  async function readAll(client: Queryable): Promise<void> {
    const { rows } = await client.query<{ snapshot: string; papers: number; bytes: number }>(
      `select pg_current_snapshot()::text as snapshot, (select count(*)::int from fingerprints) as papers,
         (select coalesce(sum(length(keys)), 0)::float8 from fingerprints) as bytes`,
    );
    const { papers, bytes, snapshot } = rows[0]!;
    const look = seenBy(snapshot, null);
    // One of its own: a load that fails halfway leaves nothing behind.
    const loaded = createPaperIndex();
    loaded.reserve(Math.ceil(papers * (1 + spare)), Math.ceil((bytes / 4) * (1 + spare)));
    for (let after: number | null = 0; after !== null; ) after = await readChunk(client, after, look, loaded);
    index = loaded;
    seen = look;
  }

  /** @returns the last paper read, or null behind the last one. */
  async function readChunk(
    client: Queryable,
    after: number,
    look: Seen,
    into: ReturnType<typeof createPaperIndex>,
  ): Promise<number | null> {
    // What was committed meanwhile is left to the next news: twice in, it would count twice for what is frequent.
    const { rows } = await client.query<{ ids: number[] | null; ends: number[] | null; keys: Buffer | null }>(
      {
        text: `select array_agg(item_id::float8) as ids, array_agg(till::float8) as ends, string_agg(keys, '') as keys
       from (select item_id, keys, sum(length(keys)) over (order by item_id) as till from (
         select item_id, keys from fingerprints where item_id > $1
           and not (tx >= $3::xid8 and tx < pg_snapshot_xmax(pg_current_snapshot())) and tx <> all($4::xid8[])
         order by item_id limit $2) f order by item_id) ordered`,
        values: [after, chunk, look.xmax, look.running],
      },
    );
    const { ids, ends, keys } = rows[0]!;
    if (ids === null || ends === null || keys === null) return null;
    for (let i = 0; i < ids.length; i++) into.add(ids[i]!, keysIn(keys, ends[i - 1] ?? 0, ends[i]!));
    return ids.length < chunk ? null : ids.at(-1)!;
  }

  return {
    /** Reads all fingerprints, once in the life of the process. */
    load(client: Queryable): Promise<void> {
      loading ??= readAll(client).catch((error: unknown) => {
        loading = null;
        throw error;
      });
      return loading;
    },

    /**
     * Runs a statement that has `newsSql` in it, with the values for it, and learns its news. One at a time: the
     * next one asks from where this one ended. Its transaction is this process's own until `ended`.
     */
    learn<T extends News>(ask: (...asked: Asked) => Promise<T>): Promise<T> {
      const asked = turn.then(async () => {
        if (seen === null) throw new Error('the fingerprints are not loaded');
        const { xmax, running } = seen;
        const answer = await ask(
          xmax,
          running.filter((transaction) => !known.has(transaction)),
          [...known].filter((transaction) => !isBefore(transaction, xmax)),
        );
        pending.add(answer.own);
        for (const [itemId, transaction, keys] of answer.items ?? []) {
          // Asked before this process knew that its own transaction had been committed.
          if (known.has(transaction)) continue;
          if (pending.has(transaction)) told.add(transaction);
          index.add(itemId, keysIn(Buffer.from(keys, 'base64')));
        }
        seen = seenBy(answer.snapshot, answer.own);
        for (const transaction of known)
          if (isBefore(transaction, seen.xmax) && !seen.running.includes(transaction))
            known.delete(transaction);
        return answer;
      });
      turn = asked.catch(() => undefined);
      return asked;
    },

    /**
     * This process's own transaction has ended.
     * @param papers what it filed, where that was committed; null where it was not, or where nobody can say: then the
     * news will tell.
     */
    ended(transaction: string, papers: readonly { itemId: number; keys: readonly number[] }[] | null): void {
      pending.delete(transaction);
      if (told.delete(transaction) || papers === null) return;
      for (const { itemId, keys } of papers) index.add(itemId, keys);
      known.add(transaction);
    },

    find: (keys: PaperKeys, most: number): Likely[] => index.find(keys, most),

    /** Keys that say enough to be locked by: bands, and what is nobody's phrase. */
    tellingKeys({ bands, anchors, names }: Fingerprint): number[] {
      const others = [...anchors, ...names];
      const frequent = index.frequent(others);
      return [...bands, ...others.filter((key) => !frequent.has(key))];
    },

    /** Papers and the bytes that they take up in this process. */
    size: (): { papers: number; bytes: number } => ({ papers: index.papers, bytes: index.bytes }),
  };
}
