import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openEmbeddedPostgres } from '../register/index.js';
import { createLookup, keyBytes, type News, newsSql, type PaperKeys } from '../register/lookup/index.js';
import { createRandom, type Random } from './random.js';

/** Items of one turn; the two ways take turns, so that whatever else the machine does hits both. */
const turn = 500;
const turns = 4;
const bandsEach = 32;
const anchorsEach = 30;

/** By the clock, and of processors: this process's and the server's for it, as far as it runs here on Linux. */
interface Spent {
  wall: number;
  processor: number;
}

/** Milliseconds up to now. */
function spentBy(backend: number): Spent {
  const { user, system } = process.cpuUsage();
  let server = 0;
  try {
    const fields = readFileSync(`/proc/${backend}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    // Fields 14 and 15 of the whole line, in hundredths of a second.
    server = (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    server = 0;
  }
  return { wall: performance.now(), processor: (user + system) / 1000 + server };
}

interface Measured {
  items: number;
  /** Seconds an item for insert and look-up. */
  ours: Spent;
  plain: Spent;
  /** Of the row alone, which any way needs: what is above it is the index. */
  row: Spent;
  loadSeconds: number;
  memoryEach: number;
  diskEach: number;
  plainDiskEach: number;
}

/**
 * `npm run bench -- paper-index [ITEMS…]`: one item after another is looked up and kept, in registers of so many
 * random fingerprints: by the index in memory with its row in PostgreSQL, and by one row a band, probed by SQL; beside
 * them the row alone, without any look-up, which either way has to be written.
 * Each item is a transaction of its own in both ways; neither waits for the disk.
 */
export async function run(argv: readonly string[]): Promise<void> {
  const sizes = argv.length > 0 ? argv.map(Number) : [10_000, 100_000, 1_000_000];
  const home = await mkdtemp(join(tmpdir(), 'qidi-paper-index-'));
  const given = process.env.DATABASE_URL;
  const server = given
    ? null
    : await openEmbeddedPostgres(join(home, 'postgres'), join(home, 'postgres.log'));
  try {
    const print = (line: string) => process.stdout.write(`${line}\n`);
    print(
      'items      ours/s  plain/s  ratio  row µs  index µs  plain µs  ratio  ours cpu µs  plain cpu  ratio  load s  memory B/item  disk B/item  plain disk B/item',
    );
    for (const items of sizes) {
      const m = await measure(given ?? server!.connection, items);
      print(
        [
          String(m.items).padEnd(9),
          (1 / m.ours.wall).toFixed(0).padStart(8),
          (1 / m.plain.wall).toFixed(0).padStart(8),
          (m.plain.wall / m.ours.wall).toFixed(1).padStart(6),
          (m.row.wall * 1e6).toFixed(0).padStart(7),
          ((m.ours.wall - m.row.wall) * 1e6).toFixed(0).padStart(9),
          (m.plain.wall * 1e6).toFixed(0).padStart(9),
          (m.plain.wall / (m.ours.wall - m.row.wall)).toFixed(1).padStart(6),
          (m.ours.processor * 1e6).toFixed(0).padStart(12),
          (m.plain.processor * 1e6).toFixed(0).padStart(10),
          (m.plain.processor / m.ours.processor).toFixed(1).padStart(6),
          m.loadSeconds.toFixed(1).padStart(7),
          m.memoryEach.toFixed(0).padStart(14),
          m.diskEach.toFixed(0).padStart(12),
          m.plainDiskEach.toFixed(0).padStart(18),
        ].join(' '),
      );
    }
  } finally {
    await server?.close();
    await rm(home, { recursive: true, force: true });
  }
}

async function measure(connection: string | pg.ClientConfig, items: number): Promise<Measured> {
  const client = new pg.Client(
    typeof connection === 'string' ? { connectionString: connection } : connection,
  );
  await client.connect();
  try {
    // Tables of this connection's own schema: the register's are neither read nor written.
    await client.query(
      `create schema bench_${items}; set search_path to bench_${items}; set synchronous_commit = off`,
    );
    await fill(client, items);
    const sizeOf = async (table: string) =>
      Number((await client.query(`select pg_total_relation_size('${table}') as n`)).rows[0].n) / items;
    const [diskEach, plainDiskEach] = [await sizeOf('fingerprints'), await sizeOf('bands')];
    const lookup = createLookup();
    const started = performance.now();
    await lookup.load(client);
    const loadSeconds = (performance.now() - started) / 1000;
    const memoryEach = lookup.size().bytes / items;
    const random = createRandom(items);
    const nothing = { wall: 0, processor: 0 };
    const spent = { ours: { ...nothing }, plain: { ...nothing }, row: { ...nothing } };
    const backend = Number((await client.query('select pg_backend_pid() as pid')).rows[0].pid);
    let id = items;
    for (let n = 0; n <= turns; n++) {
      const papers = inventPapers(random);
      const first = id;
      let [found, foundPlain] = [0, 0];
      const begun = spentBy(backend);
      for (const paper of papers) found += await fileOurs(client, lookup, ++id, paper);
      const half = spentBy(backend);
      for (const [i, paper] of papers.entries()) foundPlain += await filePlain(client, first + 1 + i, paper);
      const ended = spentBy(backend);
      for (const [i, paper] of papers.entries()) await fileRow(client, first + 1 + i, paper);
      const last = spentBy(backend);
      if (found < foundPlain) throw new Error(`${found} found, the plain way finds ${foundPlain}`);
      // The first turn warms both.
      if (n === 0) continue;
      for (const clock of ['wall', 'processor'] as const) {
        spent.ours[clock] += half[clock] - begun[clock];
        spent.plain[clock] += ended[clock] - half[clock];
        spent.row[clock] += last[clock] - ended[clock];
      }
    }
    const each = (by: Spent): Spent => ({
      wall: by.wall / 1000 / (turn * turns),
      processor: by.processor / 1000 / (turn * turns),
    });
    return {
      ...{ items, ours: each(spent.ours), plain: each(spent.plain), row: each(spent.row) },
      ...{ loadSeconds, memoryEach, diskEach, plainDiskEach },
    };
  } finally {
    await client.query(`drop schema bench_${items} cascade`);
    await client.end();
  }
}

async function fill(client: pg.Client, items: number): Promise<void> {
  await client.query(
    `create table fingerprints (item_id bigint primary key, text_hash text not null, size integer not null,
       keys bytea not null, version smallint not null, tx xid8 not null default pg_current_xact_id());
     create table rows_alone (like fingerprints including defaults);
     create table bands (band bigint not null, item_id bigint not null)`,
  );
  await client.query(
    `insert into fingerprints select i, md5(i::text) || md5((-i)::text), 900,
       decode((select string_agg(md5(i::text || '-' || n), '') from generate_series(1, 16) n), 'hex'), 1
     from generate_series(1, $1::int) i`,
    [items],
  );
  await client.query(
    'insert into bands select (random() * 4294967295)::bigint, i from generate_series(1, $1::int) i, generate_series(1, $2)',
    [items, bandsEach],
  );
  await client.query(
    `create index on fingerprints (text_hash); create index on fingerprints (tx);
     alter table rows_alone add primary key (item_id);
     create index on rows_alone (text_hash); create index on rows_alone (tx); create index on bands (band)`,
  );
  await client.query('vacuum analyze fingerprints');
  await client.query('vacuum analyze bands');
  await client.query('checkpoint');
}

/** Every third one repeats a paper of the same turn: half its bands, most of its anchors. */
function inventPapers(random: Random): PaperKeys[] {
  const keys = (count: number) => Array.from({ length: count }, () => random.between(0, 0xffffffff));
  const papers: PaperKeys[] = [];
  for (let i = 0; i < turn; i++) {
    const base = i % 3 === 2 ? papers[i - 1]! : null;
    papers.push({
      bands: [...(base?.bands.slice(0, 16) ?? []), ...keys(base ? 16 : bandsEach)],
      anchors: [...(base?.anchors.slice(0, 20) ?? []), ...keys(base ? 10 : anchorsEach)],
      names: keys(1),
    });
  }
  return papers;
}

async function fileOurs(
  client: pg.Client,
  lookup: ReturnType<typeof createLookup>,
  id: number,
  paper: PaperKeys,
): Promise<number> {
  await lookup.learn(async (...seen) => {
    const { rows } = await client.query<News>({
      name: 'ours',
      text: `with f as (insert into fingerprints values ($1, $2, 900, $3, 1)) select ${newsSql('$4', '$5')}`,
      values: [id, `${id}`.padStart(64, '0'), keyBytes(paper), ...seen],
    });
    return rows[0]!;
  });
  return lookup.find(paper, 48).length;
}

async function fileRow(client: pg.Client, id: number, paper: PaperKeys): Promise<void> {
  await client.query({
    name: 'row',
    text: 'insert into rows_alone values ($1, $2, 900, $3, 1)',
    values: [id, `${id}`.padStart(64, '0'), keyBytes(paper)],
  });
}

async function filePlain(client: pg.Client, id: number, { bands }: PaperKeys): Promise<number> {
  await client.query({
    name: 'plain-insert',
    text: 'insert into bands select unnest($1::bigint[]), $2',
    values: [bands, id],
  });
  const { rowCount } = await client.query({
    name: 'plain-find',
    text: `select item_id, count(*) from bands where band = any($1::bigint[]) and item_id <> $2
           group by item_id order by 2 desc limit 48`,
    values: [bands, id],
  });
  return rowCount ?? 0;
}
