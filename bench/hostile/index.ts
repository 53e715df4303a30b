import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { writeCorpus } from './corpus.js';
import { setLures } from './lures.js';
import { type Opened, runCorpus } from './run-corpus.js';

const usage = `npm run bench -- hostile [--only WORD] [--each]
  --only  files whose kind or name holds the word
  --each  prints every file`;

/** Opens a few hundred hostile and strange files and tells what became of them, what they took, and any fault. */
export async function run(argv: string[]): Promise<number> {
  const options = {
    only: { type: 'string', default: '' },
    each: { type: 'boolean', default: false },
  } as const;
  const { values } = parseArgs({ args: argv, options: { ...options, help: { type: 'boolean' } } });
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const folder = await mkdtemp(join(tmpdir(), 'qidi-hostile-'));
  const lures = await setLures(folder);
  try {
    const wanted = `${values.only}`;
    const files = await writeCorpus(join(folder, 'files'), lures, ({ kind, name }) =>
      `${kind}/${name}`.includes(wanted),
    );
    const megabytes = files.reduce((sum, { size }) => sum + size, 0) / 1024 ** 2;
    console.log(`${files.length} files, ${megabytes.toFixed(0)} MB`);
    const opened: Opened[] = [];
    const program = fileURLToPath(new URL('./open-files.js', import.meta.url));
    for await (const file of runCorpus(program, files, lures.secret)) {
      opened.push(file);
      if (values.each || file.fault) console.log(lineOf(file));
    }
    console.log(summaryOf(opened));
    console.log(`connections to the listener: ${lures.connections()}`);
    return opened.some((file) => file.fault) || lures.connections() > 0 ? 1 : 0;
  } finally {
    await lures.close();
    await rm(folder, { recursive: true, force: true });
  }
}

const lineOf = ({ kind, name, outcome, detail, fault, seconds, peak }: Opened) =>
  `${fault ? 'FAULT ' : ''}${kind}/${name}: ${outcome} ${detail} (${seconds.toFixed(2)} s, ${peak} MB)`;

/** Kind by kind what became of the files; the slowest, and those that took most memory. */
function summaryOf(opened: readonly Opened[]): string {
  const most = (by: 'seconds' | 'peak') => [...opened].sort((a, b) => b[by] - a[by]).slice(0, 10);
  const faults = opened.filter((file) => file.fault);
  return [
    '',
    ...groups(opened, 'kind').map(([kind, files]) => {
      const counts = groups(files, 'outcome').map(([code, { length }]) => `${code} ${length}`);
      return `${kind} (${files.length}): ${counts.join(', ')}`;
    }),
    '\nslowest:',
    ...most('seconds').map(lineOf),
    '\nmost memory:',
    ...most('peak').map(lineOf),
    `\n${opened.length} files, ${faults.length} faults`,
    ...faults.map(lineOf),
  ].join('\n');
}

function groups(opened: readonly Opened[], by: 'kind' | 'outcome'): [string, Opened[]][] {
  const found = new Map<string, Opened[]>();
  for (const file of opened) found.set(file[by], [...(found.get(file[by]) ?? []), file]);
  return [...found];
}
