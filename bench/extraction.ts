import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import mammoth from 'mammoth';
import { formatReaders, openHere } from '../pipelines/extraction/in-process.js';
import { type FileOpener, openSandbox } from '../pipelines/extraction/index.js';
import { toDocx, toPdf, toTxt } from './letter-files.js';
import { generateLetters } from './letters.js';

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

/**
 * Documents per second of each format: read in this process, one after another; read in the sandbox, likewise;
 * and by the obvious outside tool. A document of pages that have to be recognised is read with its first image.
 * The ratio is the median of the rounds. Last line: equal parts of docx, txt and pdf.
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
    const mixture: number[][] = [];
    for (const [name, files] of groups) {
      await documentsPerSecond(here, files);
      await documentsPerSecond(sandbox, files);
      const measured: [here: number, sandbox: number][] = [];
      for (let i = 0; i < rounds; i++)
        measured.push([await documentsPerSecond(here, files), await documentsPerSecond(sandbox, files)]);
      if (name in generated) mixture.push(...measured.map(([a, b], i) => [i, 1 / a, 1 / b]));
      console.log(
        [
          `${name.padEnd(6)} ${String(files.length).padStart(4)} files`,
          rateOf('in process', median(measured.map(([a]) => a))),
          rateOf('sandbox', median(measured.map(([, b]) => b))),
          `ratio ${median(measured.map(([a, b]) => b / a)).toFixed(2)}`,
          await outsideOf(name, files),
        ].join('   '),
      );
    }
    const ratio = median(
      Array.from({ length: rounds }, (_, round) => {
        const times = mixture.filter(([i]) => i === round);
        return sum(times.map(([, a]) => a!)) / sum(times.map(([, , b]) => b!));
      }),
    );
    console.log(`mixture of docx, txt and pdf: sandbox / in process ${ratio.toFixed(2)} (target ${target})`);
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

async function documentsPerSecond(opener: FileOpener, files: readonly File[]): Promise<number> {
  const started = performance.now();
  for (const { bytes, extension } of files) {
    const extraction = await opener.read(bytes, extension);
    const page = extraction.pages.find(({ recognise }) => recognise);
    if (page) await opener.renderPage(bytes, extraction, page.number);
  }
  return (files.length * 1000) / (performance.now() - started);
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

function rateOf(what: string, rate: number): string {
  return `${what} ${rate.toFixed(rate < 10 ? 1 : 0).padStart(5)}/s`;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}
