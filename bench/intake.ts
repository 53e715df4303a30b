import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Artefacts } from '../domain/index.js';
import {
  findFiles,
  isRefusal,
  type Office,
  openOffice,
  openReading,
  readConfig,
  readLexicon,
  superviseWorkers,
  takeIn,
} from '../office/index.js';
import type { StageContext } from '../pipelines/stage.js';
import { generateLetters, toDocx, toPdf, toTxt } from './letters/index.js';
import { peakOf } from './processes.js';
import { qidiProgram } from './qidi.js';

/**
 * The whole main job against the bare stages: 2,000 generated letters (docx, txt and text PDF in turn) go
 * through vault, queue and register with two worker processes; one process calls the same stage functions in a
 * plain loop. Rates count from the first file to the last clue; the start of processes is not counted in either.
 *
 * @param argv `--count N` letters, `--rounds N` rounds, product and loop in turn.
 */
export async function run(argv: string[]): Promise<number> {
  if (argv[0] === '--plain') return plainLoop(argv[1]!);
  const count = Number(argv[argv.indexOf('--count') + 1]) || 2000;
  const rounds = Number(argv[argv.indexOf('--rounds') + 1]) || 1;
  const folder = await mkdtemp(join(tmpdir(), 'qidi-bench-'));
  try {
    const files = join(folder, 'files');
    await writeLetters(files, count);
    const ratios: number[] = [];
    for (let round = 1; round <= rounds; round += 1) {
      const plain = await measurePlain(files);
      const product = await measureProduct(files, join(folder, `home-${round}`));
      ratios.push(product.rate / plain.rate);
      console.log(
        `plain loop, 1 process         ${plain.rate.toFixed(1)} documents/s, peak ${plain.peak} MB, ${plain.cpu.toFixed(1)} ms of processor a document`,
      );
      console.log(`product, 2 worker processes   ${product.rate.toFixed(1)} documents/s`);
      for (const { who, peak, cpu } of product.processes)
        console.log(`  ${who.padEnd(28)}peak ${peak} MB, ${cpu.toFixed(1)} ms of processor a document`);
      console.log(`register                      ${product.filed}`);
      console.log(`product / plain loop          ${(product.rate / plain.rate).toFixed(2)} (target 1.00)`);
    }
    return Math.max(...ratios) >= 1 ? 0 : 1;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const formats = [
  ['docx', toDocx],
  ['txt', toTxt],
  ['pdf', toPdf],
] as const;

async function writeLetters(folder: string, count: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  let n = 0;
  for (const letter of generateLetters({ seed: 20130101, count })) {
    const [extension, write] = formats[n % formats.length]!;
    const name = `${letter.receivedOn}-${String(n).padStart(5, '0')}.${extension}`;
    await writeFile(join(folder, name), write(letter.text));
    n += 1;
  }
}

interface Plain {
  rate: number;
  /** MB */
  peak: number;
  /** Milliseconds of processor time a document. */
  cpu: number;
}

async function measurePlain(files: string): Promise<Plain> {
  const child = fork(fileURLToPath(new URL('./index.js', import.meta.url)), ['intake', '--plain', files]);
  const [result] = (await once(child, 'message')) as [Plain];
  child.kill();
  return result;
}

async function plainLoop(folder: string): Promise<number> {
  const reading = await openReading(readLexicon(readConfig()), readConfig());
  const context: StageContext = { lexicon: reading.lexicon };
  const names = (await readdir(folder)).sort();
  const process1 = async (name: string) => {
    const bytes = await readFile(join(folder, name));
    const artefacts = {
      original: {
        sha256: '',
        size: bytes.length,
        extension: extname(name).slice(1),
        read: async () => bytes,
      },
      receipt: { receivedOn: name.slice(0, 10), channel: null },
      rulings: [],
    } as unknown as Artefacts;
    for (const stage of reading.stages) {
      const run = stage.run as (inputs: Artefacts, context: StageContext) => unknown;
      Object.assign(artefacts, { [stage.gives]: await run(artefacts, context) });
    }
  };
  // The first of each format loads dictionaries and code.
  for (const [extension] of formats) await process1(names.find((n) => n.endsWith(extension))!);
  const started = performance.now();
  const busy = process.cpuUsage();
  for (const name of names) await process1(name);
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(busy);
  process.send?.({
    rate: names.length / seconds,
    peak: await peakOf(process.pid),
    cpu: (user + system) / 1000 / names.length,
  } satisfies Plain);
  return 0;
}

async function measureProduct(files: string, home: string) {
  const config = { ...readConfig({ QIDI_HOME: home }), workers: 2 };
  process.env.QIDI_HOME = home;
  const office = await openOffice(config);
  const workers = await superviseWorkers(qidiProgram, 2, config);
  try {
    // A few letters first, as in the loop: both workers have loaded their dictionaries then.
    const warm = join(home, 'warm');
    await writeLetters(warm, 30);
    await fileAll(office, warm);
    const server = await postgresOf(home);
    const watched = [
      { who: 'intake process', pids: [process.pid] },
      ...workers.pids().map((pid, i) => ({ who: `worker ${i + 1}`, pids: [pid] })),
      { who: 'PostgreSQL, largest and all', pids: server },
    ];
    const before = await Promise.all(watched.map(({ pids }) => cpuOf(pids)));
    const started = performance.now();
    const count = await fileAll(office, files);
    const seconds = (performance.now() - started) / 1000;
    const processes = await Promise.all(
      watched.map(async ({ who, pids }, i) => ({
        who,
        peak: Math.max(...(await Promise.all(pids.map(peakOf)))),
        cpu: ((await cpuOf(pids)) - before[i]!) / count,
      })),
    );
    const { clues, items, documents } = await office.register.upkeep.counts();
    const filed = `${Object.values(clues).reduce((a, b) => a + b, 0)} records of ${items.filed} items, ${items.review} for a person, ${documents.failed} failed (30 of them warm-up)`;
    return { rate: count / seconds, processes, filed };
  } finally {
    await workers.close();
    await office.close();
  }
}

async function fileAll(office: Office, folder: string): Promise<number> {
  const batch = randomUUID();
  const never = new AbortController().signal;
  for await (const result of takeIn(
    office,
    batch,
    findFiles([folder]),
    { channel: null, receivedOn: null },
    never,
  ))
    if (isRefusal(result)) throw new Error(result.code);
  for (;;) {
    const { files, filesDone } = await office.register.receipts.progress(batch);
    if (filesDone === files) return files;
    await delay(50);
  }
}

/** Milliseconds of processor time that the processes have used so far. */
async function cpuOf(pids: readonly number[]): Promise<number> {
  const times = await Promise.all(
    pids.map(async (pid) => {
      const fields =
        (await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')).split(') ')[1]?.split(' ') ?? [];
      // utime and stime, in ticks of 10 ms.
      return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * 10;
    }),
  );
  return times.reduce((a, b) => a + b, 0);
}

/** The server's process and those of its connections. */
async function postgresOf(home: string): Promise<number[]> {
  const pid = Number(
    (await readFile(join(home, 'postgres/data/postmaster.pid'), 'utf8').catch(() => '0')).split('\n')[0],
  );
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
  return [pid, ...children.split(' ').filter(Boolean).map(Number)];
}
