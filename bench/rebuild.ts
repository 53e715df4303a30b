import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { reindex } from '../office/index.js';
import { maskWords } from '../pipelines/index.js';
import { openEmbeddedPostgres, openRegister } from '../register/index.js';
import { type GeneratedLetter, generateLetters } from './letters/index.js';

/** Papers that one statement writes. */
const batch = 1000;
/** Different letters; the others are these under other numbers, which costs the same to read. */
const different = 5000;

/**
 * `npm run bench -- rebuild [ITEMS]`: makes the fingerprints of so many invented letters anew from their stored texts,
 * as `qidi reindex` does, in a register of its own: where none is there, and where all are there and equal.
 */
export async function run(argv: readonly string[]): Promise<void> {
  const items = Number(argv[0] ?? 100_000);
  const home = await mkdtemp(join(tmpdir(), 'qidi-rebuild-'));
  const server = await openEmbeddedPostgres(join(home, 'postgres'), join(home, 'postgres.log'));
  // Nothing that is sealed is read.
  const cipher = { seal: (text: string) => Buffer.from(text), open: (bytes: Buffer) => bytes.toString() };
  const register = await openRegister(server.connection, cipher, maskWords);
  const client = new pg.Client(server.connection);
  await client.connect();
  try {
    await fill(client, items);
    for (const outdatedOnly of [true, false]) {
      const used = process.cpuUsage();
      const started = performance.now();
      const made = await reindex(register, { outdatedOnly, stop: new AbortController().signal });
      const seconds = (performance.now() - started) / 1000;
      const { user, system } = process.cpuUsage(used);
      process.stdout.write(
        `${outdatedOnly ? 'none there' : 'all equal '}  ${made} items in ${seconds.toFixed(1)} s, ${Math.round(made / seconds)}/s; ${((user + system) / made).toFixed(0)} µs of this process's processor an item\n`,
      );
    }
  } finally {
    await client.end();
    await register.close();
    await server.close();
    await rm(home, { recursive: true, force: true });
  }
}

async function fill(client: pg.Client, items: number): Promise<void> {
  await client.query(
    `set synchronous_commit = off;
     insert into originals (sha256, size, extension) values (repeat('0', 64), 1, 'txt');
     insert into documents (sha256, state) values (repeat('0', 64), 'done')`,
  );
  const letters = [...generateLetters({ seed: 7, count: Math.min(items, different) })];
  for (let first = 0; first < items; first += batch) {
    const some = Array.from(
      { length: Math.min(batch, items - first) },
      (_, i) => letters[(first + i) % letters.length]!,
    );
    await client.query(
      `insert into items (document_id, ordinal, text, item, sealed, topics)
       select 1, $1::int + n, t, '{}', jsonb_build_object('accused', a::jsonb), '{}'
       from unnest($2::text[], $3::text[]) with ordinality as x(t, a, n)`,
      [first, some.map((l) => l.text), some.map(accusedOf)],
    );
  }
  await client.query('vacuum analyze items');
}

function accusedOf({ accused }: GeneratedLetter): string {
  return JSON.stringify(accused.map(({ name }) => ({ name })));
}
