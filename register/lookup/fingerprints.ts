import { setTimeout as pause } from 'node:timers/promises';
import type { Accused, Fingerprint } from '../../domain/index.js';
import type { Database } from '../database.js';
import { keyBytes } from './keys.js';

/** What a fingerprint is made of. */
export interface PaperText {
  text: string;
  accused: Pick<Accused, 'name'>[];
}

export type Fingerprints = ReturnType<typeof createFingerprints>;

/** Held by whoever makes fingerprints anew; others who want to wait for him. */
const rebuildLock = 7_305_006;
/** Milliseconds until papers that somebody is filing are tried again. */
const retryAfter = 100;

export function createFingerprints(db: Database) {
  return {
    /** Papers, and those whose fingerprint is missing or was made in another way than `version`. */
    async count(version: number): Promise<{ papers: number; outdated: number }> {
      const { rows } = await db.query<{ papers: number; outdated: number }>(
        `select count(*)::int as papers, count(*) filter (where f.version is distinct from $1)::int as outdated
         from items i left join fingerprints f on f.item_id = i.id`,
        [version],
      );
      return rows[0]!;
    },

    /**
     * Makes the fingerprints of the next `most` papers behind `after` anew from their stored texts. Papers that are
     * being filed come last, when that has ended: who waited for them with others locked could be waited for by
     * their filing, inside a process, where PostgreSQL sees no deadlock. Every process takes over what changed with
     * its next filing.
     * @param outdatedBefore only those of another version, or all where null.
     * @returns the last paper, how many were made; null behind the last one.
     */
    async rebuild(
      after: number,
      most: number,
      outdatedBefore: number | null,
      make: (paper: PaperText) => Fingerprint,
    ): Promise<{ last: number; made: number } | null> {
      const { rows } = await db.query<{ id: number }>(
        `select i.id from items i
         where i.id > $1 and ($3::int is null or not exists (
           select 1 from fingerprints f where f.item_id = i.id and f.version = $3))
         order by i.id limit $2`,
        [after, most, outdatedBefore],
      );
      if (rows.length === 0) return null;
      let made = 0;
      for (let left = rows.map((r) => r.id); left.length > 0; ) {
        const done = await makeThose(left, make);
        made += done.size;
        left = left.filter((id) => !done.has(id));
        if (left.length === 0) break;
        if (done.size === 0) await pause(retryAfter);
        // A paper that was deleted meanwhile is not waited for.
        const there = await db.query<{ id: number }>('select id from items where id = any($1) order by id', [
          left,
        ]);
        left = there.rows.map((r) => r.id);
      }
      return { last: rows.at(-1)!.id, made };
    },
  };

  /** Those of the papers that nobody has locked; in one transaction, which waits for none of them. */
  function makeThose(ids: readonly number[], make: (paper: PaperText) => Fingerprint): Promise<Set<number>> {
    return db.repeatable(async (client) => {
      await client.query('select pg_advisory_xact_lock($1)', [rebuildLock]);
      const { rows } = await client.query<{ id: number } & PaperText>(
        `select i.id, i.text, coalesce(i.sealed->'accused', '[]') as accused from items i
         where i.id = any($1::bigint[]) order by i.id for update of i skip locked`,
        [ids],
      );
      const made = rows.map(make);
      await client.query(
        `insert into fingerprints (item_id, text_hash, size, keys, version)
         select * from unnest($1::bigint[], $2::text[], $3::int[], $4::bytea[], $5::int[])
         ${replaceSql}`,
        [
          rows.map((r) => r.id),
          made.map((f) => f.textHash),
          made.map((f) => f.size),
          made.map(keyBytes),
          made.map((f) => f.version),
        ],
      );
      return new Set(rows.map((r) => r.id));
    });
  }
}

/** Equal keys are no news for anybody, and a row that is equal as a whole is not written again. */
export const replaceSql = `on conflict (item_id) do update set text_hash = excluded.text_hash,
  size = excluded.size, keys = excluded.keys, version = excluded.version,
  tx = case when fingerprints.keys = excluded.keys then fingerprints.tx else excluded.tx end
  where (fingerprints.text_hash, fingerprints.size, fingerprints.keys, fingerprints.version)
    is distinct from (excluded.text_hash, excluded.size, excluded.keys, excluded.version)`;
