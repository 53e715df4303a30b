import { type ChildProcess, fork } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeHome, readConfig } from '../../office/index.js';
import { readerOf } from '../../pipelines/extraction/in-process.js';
import { type EngineModel, openRecogniser } from '../../pipelines/ocr/index.js';
import { distance, lettersOnly } from '../edit-distance.js';

/** Every page is read this often, so that the last page of a run weighs little. */
const ROUNDS = 2;

interface Reading {
  page: number;
  text: string;
  seconds: number;
  /** Bytes; the process's own greatest. */
  peak: number;
}
type Order = { read: number } | { end: true };

/**
 * Pages per second and character error rate on the ten pages of `bench/pages`, with one worker process and
 * with two, and the ratio of both.
 *
 * @param argv `--model 4.0.0` measures the large model.
 */
export async function run(argv: string[]): Promise<number> {
  const model = argv[argv.indexOf('--model') + 1] === '4.0.0' ? '4.0.0' : '4.0.0_best_int';
  const one = await measure(1, model);
  const two = await measure(2, model);
  const letters = readLetters();
  const first = one.readings.slice(0, letters.length);
  const rate = (form: (text: string) => string) => {
    let wrong = 0;
    let all = 0;
    for (const { page, text } of first) {
      const truth = form(letters[page]!.text);
      wrong += distance(form(text), truth);
      all += truth.length;
    }
    return `${((wrong / all) * 100).toFixed(2)} %`;
  };
  const peak = Math.max(...one.readings.map((r) => r.peak)) / 1024 / 1024;
  print(`model                                   ${model}`);
  print(`pages                                   ${letters.length}, each read ${ROUNDS} times`);
  print(`character error rate                    ${rate((text) => text.replace(/\s/gu, ''))}`);
  print(`character error rate, letters only      ${rate(lettersOnly)}`);
  print(`one process                             ${one.rate.toFixed(3)} pages/s, peak ${peak.toFixed(0)} MB`);
  print(`two processes                           ${two.rate.toFixed(3)} pages/s`);
  print(`two against one                         ${(two.rate / one.rate).toFixed(2)} (target 1.70)`);
  return two.rate / one.rate >= 1.7 ? 0 : 1;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Starts the processes, lets each read one page to load its engine, then times all pages. */
async function measure(
  processes: number,
  model: EngineModel,
): Promise<{ rate: number; readings: Reading[] }> {
  const workers = Array.from({ length: processes }, () => fork(fileURLToPath(import.meta.url), [model]));
  try {
    await Promise.all(workers.map((worker) => ask(worker, 0)));
    const orders = Array.from({ length: ROUNDS }, () => readLetters().map((_, i) => i)).flat();
    const readings: Reading[] = [];
    const from = performance.now();
    await Promise.all(
      workers.map(async (worker) => {
        for (let page = orders.shift(); page !== undefined; page = orders.shift()) {
          readings.push(await ask(worker, page));
        }
      }),
    );
    return { rate: readings.length / ((performance.now() - from) / 1000), readings };
  } finally {
    for (const worker of workers) worker.send({ end: true } satisfies Order);
  }
}

function ask(worker: ChildProcess, page: number): Promise<Reading> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`a reading process ended with ${code}`));
    worker.once('exit', ended);
    worker.once('message', (reading) => {
      worker.off('exit', ended);
      resolve(reading as Reading);
    });
    worker.send({ read: page } satisfies Order);
  });
}

/** The pages lie in the sources only: they are not compiled. */
export function pagesFolder(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'bench', 'pages', 'letters.json'))) {
    if (folder === dirname(folder)) throw new Error('bench/pages is missing');
    folder = dirname(folder);
  }
  return join(folder, 'bench', 'pages');
}

/** Where the system's own engine finds its models: in the office's home. */
export async function modelsFolder(): Promise<string> {
  const { home } = readConfig();
  await makeHome(home);
  return join(home, 'models');
}

function readLetters(): { text: string }[] {
  return JSON.parse(readFileSync(join(pagesFolder(), 'letters.json'), 'utf8')) as { text: string }[];
}

/** A worker process: reads the pages that it is told to, one after the other. */
async function serve(model: EngineModel): Promise<void> {
  const recogniser = await openRecogniser({ model, models: modelsFolder });
  process.on('message', async (order: Order) => {
    if ('end' in order) {
      await recogniser.close();
      process.disconnect();
      return;
    }
    const name = `page-${String(order.read + 1).padStart(2, '0')}.png`;
    const from = performance.now();
    const image = await readerOf('png').renderPage!(readFileSync(join(pagesFolder(), name)), 1);
    const { text } = await recogniser.recognise(image);
    const seconds = (performance.now() - from) / 1000;
    // maxRSS counts kibibytes.
    const peak = process.resourceUsage().maxRSS * 1024;
    process.send!({ page: order.read, text, seconds, peak } satisfies Reading);
  });
}

if (process.send && process.argv[1] === fileURLToPath(import.meta.url)) {
  await serve(process.argv[2] === '4.0.0' ? '4.0.0' : '4.0.0_best_int');
}
