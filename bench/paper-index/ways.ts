import type pg from 'pg';
import { beginRepeatable } from '../../register/database.js';
import {
  createLookup,
  keyBytes,
  keysOf,
  type News,
  newsSql,
  type PaperKeys,
} from '../../register/lookup/index.js';

/** A paper as filing has it before it looks for others: the same for every way. */
export interface Paper {
  id: number;
  text: string;
  textHash: string;
  keys: PaperKeys;
}

/** One transaction that writes a paper's row and finds the papers that share keys with it. */
export interface Way {
  /** @returns how many papers were found. */
  file(paper: Paper): Promise<number>;
}

/** Candidates looked at, as filing does. */
const most = 48;

const inTransaction =
  (client: pg.Client, work: (paper: Paper) => Promise<number>) =>
  async (paper: Paper): Promise<number> => {
    await client.query(beginRepeatable);
    const found = await work(paper);
    await client.query('commit');
    return found;
  };

/** The row that filing writes whatever duplicates are found by, with the hash that equal texts are found by. */
export function createRowAlone(client: pg.Client): Way {
  return {
    file: inTransaction(client, async ({ id, text, textHash }) => {
      await client.query({
        name: 'row',
        text: 'insert into row_papers values ($1, $2, $3)',
        values: [id, text, textHash],
      });
      return 0;
    }),
  };
}

/** One row a band, written by one statement and probed by another one. */
export function createPlain(client: pg.Client): Way {
  return {
    file: inTransaction(client, async ({ id, text, textHash, keys: { bands } }) => {
      await client.query({
        name: 'plain-row',
        text: 'insert into plain_papers values ($1, $2, $3)',
        values: [id, text, textHash],
      });
      await client.query({
        name: 'plain-insert',
        text: 'insert into bands select unnest($1::bigint[]), $2',
        values: [bands, id],
      });
      const { rowCount } = await client.query({
        name: 'plain-find',
        text: `select item_id, count(*) from bands where band = any($1::bigint[]) and item_id <> $2
               group by item_id order by 2 desc limit ${most}`,
        values: [bands, id],
      });
      return rowCount ?? 0;
    }),
  };
}

/** The same, all three in one statement: what one row a band takes at the very least. */
export function createPlainAtOnce(client: pg.Client): Way {
  return {
    file: inTransaction(client, async ({ id, text, textHash, keys: { bands } }) => {
      const { rowCount } = await client.query({
        name: 'plain-at-once',
        text: `with row as (insert into plain_papers values ($1, $2, $3)),
               kept as (insert into bands select unnest($4::bigint[]), $1)
               select item_id, count(*) from bands where band = any($4::bigint[])
               group by item_id order by 2 desc limit ${most}`,
        values: [id, text, textHash, bands],
      });
      return rowCount ?? 0;
    }),
  };
}

/** The index in memory, which learns what others committed by the statement that writes the row. */
export async function createOurs(
  client: pg.Client,
): Promise<Way & { size: () => { papers: number; bytes: number } }> {
  const lookup = createLookup();
  await lookup.load(client);
  let transaction = '';
  const file = inTransaction(client, async ({ id, text, textHash, keys }) => {
    await lookup.learn(async (...asked) => {
      const { rows } = await client.query<News>({
        name: 'ours',
        text: `with row as (insert into our_papers values ($1, $2)),
               f as (insert into fingerprints (item_id, text_hash, size, keys, version) values ($1, $3, 900, $4, 1))
               select ${newsSql('$5', '$6', '$7')}`,
        values: [id, text, textHash, keyBytes(keys), ...asked],
      });
      transaction = rows[0]!.own;
      return rows[0]!;
    });
    return lookup.find(keys, most).length;
  });
  return {
    async file(paper) {
      const found = await file(paper);
      lookup.ended(transaction, [{ itemId: paper.id, keys: keysOf(paper.keys) }]);
      return found;
    },
    size: lookup.size,
  };
}
