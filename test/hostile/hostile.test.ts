import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { type WrittenFile, writeCorpus } from '../../bench/hostile/corpus.js';
import { goodLetter } from '../../bench/hostile/hostile-file.js';
import { setLures } from '../../bench/hostile/lures.js';
import { watchPeaks } from '../../bench/hostile/peaks.js';
import { runCorpus } from '../../bench/hostile/run-corpus.js';
import { toDocx, toPdf, toTxt } from '../../bench/letters/index.js';
import { createRandom } from '../../bench/random.js';
import { errorCatalogue } from '../../domain/index.js';
import { nameOf } from '../../office/index.js';
import {
  exportRegister,
  jsonOf,
  makeOld,
  putFile,
  runQidi,
  startQidi,
  untilEnd,
  useFolder,
} from '../support/index.js';
import { makePlaces } from './places.js';

const folder = await useFolder('hostile');
const lures = await setLures(folder.path);
folder.defer(lures.close);
const inbox = await folder.make('inbox');
/** Of the whole corpus, which `npm run bench -- hostile` opens, one file of four: always the same ones. */
const share = 0.25;
let files: WrittenFile[];
/** One of those that never end, so that somebody has to end it. */
let endless: WrittenFile[];

beforeAll(async () => {
  const random = createRandom(2026);
  files = await writeCorpus(inbox, lures, ({ slow }) => random.next() < share && !slow);
  endless = await writeCorpus(await folder.make(), lures, ({ name }) => name === 'pattern-of-itself.pdf');
}, 120_000);

it('is a corpus worth the name, and no burden', () => {
  expect(files.length).toBeGreaterThan(110);
  expect(endless).toHaveLength(1);
  expect(new Set(files.map((file) => file.kind)).size).toBeGreaterThan(15);
  expect(Math.max(...files.map((file) => file.size))).toBeLessThan(30 * 1024 ** 2);
  expect(files.reduce((sum, { size }) => sum + size, 0)).toBeLessThan(150 * 1024 ** 2);
});

describe('the opener', () => {
  // Compiled by tools/test.mjs, like the command line: a file that hangs must not hang the tests.
  const program = fileURLToPath(new URL('../../dist/bench/hostile/open-files.js', import.meta.url));

  it('reads every file or says by a code why not, within a minute and 2 GB', async () => {
    const faults: string[] = [];
    let read = 0;
    for await (const { kind, name, outcome, fault, peak } of runCorpus(program, files, lures.secret)) {
      if (outcome === 'read') read += 1;
      if (fault) faults.push(`${kind}/${name}: ${fault}`);
      if (peak > 2048) faults.push(`${kind}/${name}: ${peak} MB`);
    }
    expect(faults).toEqual([]);
    expect(read).toBeGreaterThan(50);
    expect(lures.connections()).toBe(0);
  }, 600_000);

  it('puts an end to a file that never ends', async () => {
    for await (const { outcome, detail } of runCorpus(program, endless, lures.secret, 15))
      expect([outcome, detail]).toEqual(['extraction.killed_its_reader', 'time']);
    expect.assertions(1);
  }, 60_000);
});

describe('intake', () => {
  it('accounts for every file of the corpus, does the good ones, and is not hurt', async () => {
    const places = await makePlaces(await makeInbox('places'), folder);
    const good = await makeInbox('good');
    await putFile(join(good, 'good.txt'), toTxt(goodLetter(911)));
    await putFile(join(good, 'good-gbk.txt'), toTxt(goodLetter(912), 'gb18030'));
    await putFile(join(good, 'good.docx'), toDocx(goodLetter(913)));
    await putFile(join(good, 'good.pdf'), toPdf(goodLetter(914)));
    const temporary = await folder.make('temporary');
    const cwd = await folder.make('cwd');
    const home = await folder.make('home');
    const env = { QIDI_HOME: home, QIDI_WORKERS: '2', TMPDIR: temporary };
    const before = [listing(inbox), listing(join(folder.path, 'elsewhere'))];

    const intake = startQidi(['--json', 'intake', inbox], env, cwd);
    const peaks = watchPeaks(intake.pid);
    const outcome = await untilEnd('intake of the corpus', intake, 540);
    peaks.stop();
    const report: Report = jsonOf(outcome);
    const records = await exportRegister(env);

    expect(outcome.code).toBe(1);
    expect(report).toMatchObject({ pending: 0 });
    const { items, clues, outOfScope, review } = report;
    expect(items).toBe(clues.new + clues.repeat + outOfScope + review);
    const status = jsonOf(await runQidi(['--json', 'status'], env));
    const { documents } = status.register;
    expect(documents.due).toBe(0);
    expect(documents.done + documents.failed).toBe(report.originals);

    // Every file is refused, received and failed, or in the register; hidden ones are left out.
    const names = [
      ...files.flatMap(({ path }) => (nameIn(path).startsWith('.') ? [] : nameIn(path))),
      ...Object.keys(places),
      ...readdirSync(good),
    ];
    const told = report.failed.map(({ file }) => nameIn(file));
    const filed = [
      // What lies in a container is told by its place behind the container's name.
      ...report.needsPerson.map(({ file }) => file.split(' › ')[0]!),
      ...records.flatMap((r) => r.sources.map((s) => s.file)),
    ];
    const accounted = new Set([...told, ...filed]);
    expect(names.filter((name) => !accounted.has(name))).toEqual([]);
    const refused = report.failed.filter(({ code }) => code.startsWith('intake.')).length;
    expect(report.received + refused).toBe(names.length);
    expect(readdirSync(good).filter((name) => !filed.includes(name))).toEqual([]);

    // Each failure says what to do; where it is expected for one reason, it is that one.
    const untold = report.failed.filter(
      ({ code, message, remedy }) => !(code in errorCatalogue) || message.length < 3 || remedy.length < 3,
    );
    expect(untold).toEqual([]);
    expect(report.failed.filter(({ code }) => /^worker\./.test(code))).toEqual([]);
    const codeOf = new Map(report.failed.map(({ file, code }) => [nameIn(file), code]));
    expect(Object.fromEntries(Object.keys(places).map((name) => [name, codeOf.get(name) ?? null]))).toEqual(
      places,
    );

    // Nobody died, nothing is said of our code, nothing of the secret, nothing to a terminal.
    const log = readFileSync(join(home, 'logs', 'workers.log'), 'utf8');
    expect(log.match(/worker\.started/g)).toHaveLength(2);
    expect(outcome.stdout + outcome.stderr + log).not.toMatch(/\n\s+at |\\n\s+at |\u001b/);
    expect(outcome.stdout + outcome.stderr + log + JSON.stringify(records)).not.toContain(lures.secret);
    expect(peaks.processes().filter(({ peak }) => peak > 2048)).toEqual([]);

    // Nobody was called, nothing was written where it should not be.
    expect(lures.connections()).toBe(0);
    expect([listing(inbox), listing(join(folder.path, 'elsewhere'))]).toEqual(before);
    // A library makes itself an empty folder among the temporary files; any file would be somebody's letter.
    const left = readdirSync(temporary, { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map(({ name }) => name);
    expect([listing(cwd), left]).toEqual([[], []]);
    expect(readdirSync('/tmp').filter((name) => /^qidi-hostile-(?!\w{6}$)/.test(name))).toEqual([]);
    expect(existsSync('x')).toBe(false);
  }, 600_000);
});

interface Report {
  received: number;
  originals: number;
  items: number;
  clues: { new: number; repeat: number };
  outOfScope: number;
  review: number;
  failed: { file: string; code: string; message: string; remedy: string }[];
  needsPerson: { file: string }[];
}

async function makeInbox(name: string): Promise<string> {
  const place = join(inbox, name);
  await mkdir(place);
  await makeOld(place);
  return place;
}

const nameIn = (path: string | Buffer) => nameOf(path);

function listing(place: string | Buffer): string[] {
  return readdirSync(place, { encoding: 'buffer', withFileTypes: true })
    .flatMap((entry) => {
      const path = Buffer.concat([Buffer.from(place as string), Buffer.from('/'), entry.name]);
      const { size, mtimeMs } = lstatSync(path);
      const line = `${path} ${size} ${mtimeMs}`;
      return entry.isDirectory() ? [line, ...listing(path)] : [line];
    })
    .sort();
}
