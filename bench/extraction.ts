import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import mammoth from 'mammoth';
import { formatReaders, openHere } from '../pipelines/extraction/in-process.js';
import { type FileOpener, openSandbox } from '../pipelines/extraction/index.js';
import { processesUnder } from '../pipelines/extraction/sandbox/memory.js';
import { generateLetters, toDocx, toPdf, toTxt } from './letters/index.js';

/** The obvious way to get at the text without this product, called once a file as it would be. */
interface Outside {
  name: string;
  read(file: string): Promise<unknown>;
}
const program = (name: string, words: (file: string) => string[]): Outside => ({
  name,
  read: (file) => promisify(execFile)(name, words(file), { maxBuffer: 64 * 1024 * 1024 }),
});
const outside: Readonly<Record<string, Outside>> = {
  pdf: program('pdftotext', (file) => ['-q', file, '-']),
  docx: { name: 'mammoth', read: (path) => mammoth.convertToHtml({ path }) },
  doc: program('antiword', (file) => [file]),
  rtf: program('unrtf', (file) => ['--text', file]),
  eml: program('ripmime', (file) => ['-i', file, '-d', tmpdir()]),
};

/** Letters as an office gets them most; every other format comes from the samples. */
const generated = { docx: toDocx, txt: toTxt, pdf: toPdf } as const;
/** What the sandbox may cost: this share of the documents per second in process. */
const target = 0.85;

interface File {
  path: string;
  bytes: Uint8Array;
  extension: string;
}

interface Speed {
  /** documents per second */
  rate: number;
  /** Milliseconds of processor time a document, of this process and all that it started. */
  cpu: number;
}

/**
 * Documents per second of each format: read in this process, one after another; read in the sandbox, likewise;
 * and by the obvious outside tool. A document of pages that have to be recognised is read with its first image.
 * Ratios are medians of the rounds. Last line: equal parts of docx, txt and pdf. The processor's time tells the
 * cost where other programs keep the processors busy; the rate does not then.
 *
 * @param argv `--count N` generated letters a format, `--rounds N`.
 */
export async function run(argv: string[]): Promise<number> {
  const count = Number(argv[argv.indexOf('--count') + 1]) || 150;
  const rounds = Number(argv[argv.indexOf('--rounds') + 1]) || 5;
  const folder = await mkdtemp(join(tmpdir(), 'qidi-bench-'));
  const sandbox = openSandbox({ children: 1 });
  try {
    const here = openHere();
    const groups = await gather(folder, count);
    const { inForce, missing } = await sandbox.state();
    console.log(
      `sandbox: ${inForce.join(' ')}${missing.length > 0 ? `; missing: ${missing.join(' ')}` : ''}`,
    );
    const mixture: { round: number; here: Speed; sandboxed: Speed }[] = [];
    for (const [name, files] of groups) {
      await measure(here, files);
      await measure(sandbox, files);
      const measured: { round: number; here: Speed; sandboxed: Speed }[] = [];
      for (let round = 0; round < rounds; round++)
        measured.push({
          round,
          here: await measure(here, files),
          sandboxed: await measure(sandbox, files),
        });
      if (name in generated) mixture.push(...measured);
      console.log(
        [
          `${name.padEnd(6)} ${String(files.length).padStart(4)} files`,
          speedOf(
            'in process',
            measured.map((m) => m.here),
          ),
          speedOf(
            'sandbox',
            measured.map((m) => m.sandboxed),
          ),
          `ratio ${median(measured.map((m) => m.sandboxed.rate / m.here.rate)).toFixed(2)}`,
          await outsideOf(name, files),
        ].join('   '),
      );
    }
    const ratioOf = (cost: (speed: Speed) => number) =>
      median(
        Array.from({ length: rounds }, (_, round) => {
          const of = mixture.filter((m) => m.round === round);
          return sum(of.map((m) => cost(m.here))) / sum(of.map((m) => cost(m.sandboxed)));
        }),
      );
    const ratio = ratioOf(({ rate }) => 1 / rate);
    const cpu = ratioOf((speed) => speed.cpu);
    console.log(
      `mixture of docx, txt and pdf: sandbox / in process ${ratio.toFixed(2)} by time, ${cpu.toFixed(2)} by processor (target ${target})`,
    );
    return ratio >= target ? 0 : 1;
  } finally {
    await sandbox.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** The files of every format that has a reader, by extension. */
async function gather(folder: string, count: number): Promise<[string, File[]][]> {
  const groups: [string, File[]][] = [];
  const letters = [...generateLetters({ seed: 20130101, count })];
  for (const [extension, write] of Object.entries(generated)) {
    const files = letters.map(({ text }, i) => ({
      path: join(folder, `${i}.${extension}`),
      bytes: write(text),
      extension,
    }));
    for (const { path, bytes } of files) await writeFile(path, bytes);
    groups.push([extension, files]);
  }
  const samples = join('samples', 'files');
  const names = (await readdir(samples, { recursive: true })).sort();
  for (const { format, extensions } of formatReaders) {
    const paths = names.filter((name) => extensions.includes(extname(name).slice(1).toLowerCase()));
    const files = await Promise.all(
      paths.map(async (name) => ({
        path: join(samples, name),
        bytes: await readFile(join(samples, name)),
        extension: extname(name).slice(1).toLowerCase(),
      })),
    );
    if (files.length === 0) console.log(`${format.padEnd(6)}    no sample`);
    else if (!extensions.some((extension) => extension in generated)) groups.push([format, files]);
    else groups.push([`${format}*`, files]);
  }
  return groups;
}

async function measure(opener: FileOpener, files: readonly File[]): Promise<Speed> {
  const started = performance.now();
  const busy = processorTime();
  for (const { bytes, extension } of files) {
    const extraction = await opener.read(bytes, extension);
    const page = extraction.pages.find(({ recognise }) => recognise);
    if (page) await opener.renderPage(bytes, extraction, page.number);
  }
  const rate = (files.length * 1000) / (performance.now() - started);
  return { rate, cpu: (processorTime() - busy) / files.length };
}

/** Milliseconds of this process and all that it started, those that have ended too; 0 where the system does not tell. */
function processorTime(): number {
  return sum(
    processesUnder(process.pid).map((pid) => {
      try {
        const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
        // utime, stime and those of children that have ended, in ticks of 10 ms.
        const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        return sum(fields.slice(11, 15).map(Number)) * 10;
      } catch {
        return 0;
      }
    }),
  );
}

async function outsideOf(name: string, files: readonly File[]): Promise<string> {
  const tool = outside[name.replace('*', '')];
  if (!tool) return '';
  const started = performance.now();
  try {
    for (const { path } of files) await tool.read(path);
  } catch (error) {
    const absent = (error as NodeJS.ErrnoException).code === 'ENOENT';
    return `${tool.name}: ${absent ? 'not installed' : 'failed'}`;
  }
  return rateOf(tool.name, (files.length * 1000) / (performance.now() - started));
}

function speedOf(what: string, speeds: readonly Speed[]): string {
  const cpu = median(speeds.map((speed) => speed.cpu)).toFixed(1);
  return `${rateOf(what, median(speeds.map(({ rate }) => rate)))} ${cpu.padStart(5)} ms`;
}

function rateOf(what: string, rate: number): string {
  return `${what} ${rate.toFixed(rate < 10 ? 1 : 0).padStart(5)}/s`;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}
