import type pg from 'pg';
import type { PaperKeys } from '../../register/lookup/index.js';
import type { Random } from '../random.js';

const bandsEach = 32;
const anchorsEach = 30;
/** Some words of a paper; whatever else a row holds costs every way the same. */
export const words = '关于云岭市人防办主任有关问题的举报信'.repeat(8);

/** Tables of this connection's own schema, with so many papers of random keys each: the register's are not touched. */
export async function fillTables(client: pg.Client, schema: string, items: number): Promise<void> {
  await client.query(`create schema ${schema}; set search_path to ${schema}; set synchronous_commit = off`);
  await client.query(
    `create table our_papers (item_id bigint primary key, text text not null);
     create table fingerprints (item_id bigint primary key, text_hash text not null, size integer not null,
       keys bytea not null, version smallint not null, tx xid8 not null default pg_current_xact_id());
     create table row_papers (item_id bigint primary key, text text not null, text_hash text not null);
     create table plain_papers (like row_papers including all);
     create table bands (band bigint not null, item_id bigint not null)`,
  );
  const numbers = 'from generate_series(1, $1::int) i';
  await client.query(`insert into our_papers select i, $2 ${numbers}`, [items, words]);
  for (const table of ['row_papers', 'plain_papers'])
    await client.query(`insert into ${table} select i, $2, md5(i::text) || md5((-i)::text) ${numbers}`, [
      items,
      words,
    ]);
  await client.query(
    `insert into fingerprints select i, md5(i::text) || md5((-i)::text), 900,
       decode((select string_agg(md5(i::text || '-' || n), '') from generate_series(1, 16) n), 'hex'), 1
     ${numbers}`,
    [items],
  );
  await client.query(
    `insert into bands select (random() * 4294967295)::bigint, i ${numbers}, generate_series(1, $2)`,
    [items, bandsEach],
  );
  await client.query(
    `create index on fingerprints (text_hash); create index on fingerprints (tx);
     create index on row_papers (text_hash); create index on plain_papers (text_hash);
     create index on bands (band)`,
  );
  for (const table of ['our_papers', 'fingerprints', 'row_papers', 'plain_papers', 'bands'])
    await client.query(`vacuum analyze ${table}`);
  await client.query('checkpoint');
}

/** Bytes a paper on the disk, with all indexes. */
export async function bytesEach(client: pg.Client, table: string, items: number): Promise<number> {
  const { rows } = await client.query<{ n: string }>(`select pg_total_relation_size('${table}') as n`);
  return Number(rows[0]!.n) / items;
}

/** Every third one repeats the one before: half its bands, most of its anchors. */
export function inventKeys(random: Random, count: number): PaperKeys[] {
  const keys = (n: number) => Array.from({ length: n }, () => random.between(0, 0xffffffff));
  const papers: PaperKeys[] = [];
  for (let i = 0; i < count; i++) {
    const base = i % 3 === 2 ? papers[i - 1]! : null;
    papers.push({
      bands: [...(base?.bands.slice(0, 16) ?? []), ...keys(base ? 16 : bandsEach)],
      anchors: [...(base?.anchors.slice(0, 20) ?? []), ...keys(base ? 10 : anchorsEach)],
      names: keys(1),
    });
  }
  return papers;
}
