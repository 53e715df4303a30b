import { readFileSync } from 'node:fs';
import pg from 'pg';
import { createRandom } from '../random.js';
import { bytesEach, fillTables, inventKeys, words } from './tables.js';
import { createOurs, createPlain, createPlainAtOnce, createRowAlone, type Paper, type Way } from './ways.js';

/** Papers of one turn; the ways take turns, so that whatever else the machine does hits all of them. */
const turn = 500;
const turns = 6;

/** Seconds a paper: by the clock, and of processors, this process's and the server's for it. */
export interface Spent {
  wall: number;
  processor: number;
}

export interface Measured {
  items: number;
  row: Spent;
  ours: Spent;
  /** Where three others file at the same time: three papers to learn of for each of its own. */
  oursOfFour: Spent;
  plain: Spent;
  plainAtOnce: Spent;
  loadSeconds: number;
  memoryEach: number;
  diskEach: number;
  plainDiskEach: number;
}

/** Papers that others file for each of its own. */
const others = 3;

export async function measure(connection: string | pg.ClientConfig, items: number): Promise<Measured> {
  const open = async () => {
    const client = new pg.Client(
      typeof connection === 'string' ? { connectionString: connection } : connection,
    );
    await client.connect();
    return client;
  };
  const [client, other] = [await open(), await open()];
  const schema = `bench_${items}`;
  try {
    await fillTables(client, schema, items);
    await other.query(`set search_path to ${schema}; set synchronous_commit = off`);
    const [diskEach, plainDiskEach] = [
      await bytesEach(client, 'fingerprints', items),
      await bytesEach(client, 'bands', items),
    ];
    const started = performance.now();
    const ours = await createOurs(client);
    const loadSeconds = (performance.now() - started) / 1000;
    const memoryEach = ours.size().bytes / items;
    const ways = {
      row: createRowAlone(client),
      ours,
      oursOfFour: ours,
      plain: createPlain(client),
      plainAtOnce: createPlainAtOnce(client),
    };
    const theirs = { ours: await createOurs(other), plain: createPlain(other) };
    const spent = await takeTurns(client, items, ways, theirs);
    return { items, ...spent, loadSeconds, memoryEach, diskEach, plainDiskEach };
  } finally {
    await client.query(`drop schema if exists ${schema} cascade`);
    await Promise.all([client.end(), other.end()]);
  }
}

type Ways = Record<'row' | 'ours' | 'oursOfFour' | 'plain' | 'plainAtOnce', Way>;

async function takeTurns(
  client: pg.Client,
  items: number,
  ways: Ways,
  theirs: Record<'ours' | 'plain', Way>,
): Promise<Record<keyof Ways, Spent>> {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  const backend = rows[0]!.pid;
  const random = createRandom(items);
  const names = Object.keys(ways) as (keyof Ways)[];
  const spent = Object.fromEntries(names.map((n) => [n, { wall: 0, processor: 0 }])) as Record<
    keyof Ways,
    Spent
  >;
  let id = items;
  const invent = (count: number): Paper[] =>
    inventKeys(random, count).map((keys) => {
      id++;
      return { id, text: words, textHash: `${id}`.padStart(64, '0'), keys };
    });
  for (let n = 0; n <= turns; n++) {
    const found = { row: 0, ours: 0, oursOfFour: 0, plain: 0, plainAtOnce: 0 };
    for (const name of names) {
      const papers = invent(turn);
      const served = processorOf(backend);
      for (const paper of papers) {
        if (name === 'oursOfFour') for (const p of invent(others)) await theirs.ours.file(p);
        const [began, used] = [performance.now(), process.cpuUsage()];
        found[name] += await ways[name].file(paper);
        const { user, system } = process.cpuUsage(used);
        // The first turn warms all of them.
        if (n === 0) continue;
        spent[name].wall += (performance.now() - began) / 1000;
        spent[name].processor += (user + system) / 1e6;
      }
      if (n > 0) spent[name].processor += processorOf(backend) - served;
    }
    const least = Math.floor(turn / 3);
    for (const name of names)
      if (name !== 'row' && found[name] < least) throw new Error(`${name}: ${found[name]} of ${least} found`);
  }
  for (const name of names)
    for (const clock of ['wall', 'processor'] as const) spent[name][clock] /= turn * turns;
  return spent;
}

/** Seconds of processor that the server's process has used so far, as far as it runs here on Linux. */
function processorOf(backend: number): number {
  try {
    return Number(readFileSync(`/proc/${backend}/schedstat`, 'utf8').split(' ')[0]) / 1e9;
  } catch {
    return 0;
  }
}
