import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbeddedPostgres } from '../../register/index.js';
import { type Measured, measure, type Spent } from './measure.js';

/**
 * `npm run bench -- paper-index [ITEMS…]`: one paper after another is written and looked up, in registers of so many
 * random fingerprints, each in a transaction of its own that does not wait for the disk: by the index in memory with
 * its row in PostgreSQL, and by one row a band, probed by SQL. Beside them the paper's row alone, which either way has
 * to be written: what is above it is what finding duplicates costs.
 */
export async function run(argv: readonly string[]): Promise<void> {
  const sizes = argv.length > 0 ? argv.map(Number) : [10_000, 100_000, 1_000_000];
  const home = await mkdtemp(join(tmpdir(), 'qidi-paper-index-'));
  const given = process.env.DATABASE_URL;
  const server = given
    ? null
    : await openEmbeddedPostgres(join(home, 'postgres'), join(home, 'postgres.log'));
  try {
    for (const items of sizes) print(await measure(given ?? server!.connection, items));
  } finally {
    await server?.close();
    await rm(home, { recursive: true, force: true });
  }
}

const labels = {
  row: 'row alone',
  ours: 'index in memory',
  oursOfFour: '  beside three others',
  plain: 'one row a band',
  plainAtOnce: '  all in one statement',
} as const;

function print(measured: Measured): void {
  const { items, row, ours, loadSeconds, memoryEach, diskEach, plainDiskEach } = measured;
  const line = (text: string) => process.stdout.write(`${text}\n`);
  line(`${items} items`);
  line('                        clock µs    above the row  × ours   processor µs  above the row  × ours');
  const micro = (seconds: number, width: number) => (seconds * 1e6).toFixed(0).padStart(width);
  const cells = (spent: Spent, clock: keyof Spent) => {
    const above = spent[clock] - row[clock];
    const times = above / (ours[clock] - row[clock]);
    return spent === row
      ? [micro(spent[clock], 9)]
      : [micro(spent[clock], 9), micro(above, 14), times.toFixed(1).padStart(8)];
  };
  for (const name of ['row', 'ours', 'oursOfFour', 'plain', 'plainAtOnce'] as const)
    line(
      `${labels[name].padEnd(22)} ${cells(measured[name], 'wall').join(' ').padEnd(34)}${cells(measured[name], 'processor').join(' ')}`,
    );
  line(
    `loaded in ${loadSeconds.toFixed(1)} s; ${memoryEach.toFixed(0)} bytes an item in memory, ${diskEach.toFixed(0)} on the disk; one row a band: ${plainDiskEach.toFixed(0)} on the disk\n`,
  );
}
