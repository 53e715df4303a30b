import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { distance, lettersOnly } from '../../../../bench/edit-distance.js';
import { readerOf } from '../../../../pipelines/extraction/in-process.js';
import type { PageImage } from '../../../../pipelines/image.js';
import { chooseEngine } from '../../../../pipelines/ocr/engine/index.js';
import { openRecogniser, type RecogniserOptions } from '../../../../pipelines/ocr/index.js';
import { collectLines, joinLines } from '../../../../pipelines/ocr/lines.js';
import { preparePage } from '../../../../pipelines/ocr/page/index.js';
import { waitFor } from '../../../support/index.js';
import { useModels } from '../../recognisers.js';

const imageOf = async (number: number): Promise<PageImage> =>
  readerOf('png').renderPage!(
    await readFile(`bench/pages/page-${String(number).padStart(2, '0')}.png`),
    1,
  ) as Promise<PageImage>;
const letters = JSON.parse(await readFile('bench/pages/letters.json', 'utf8')) as { text: string }[];

const models = await useModels();
let folder: string;
let count = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qidi-native-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A path on which a script stands before the system's tesseract; `pass` gives all to that one. */
async function pathWith(script: string): Promise<string> {
  const first = join(folder, `${count++}`);
  await mkdir(first);
  const path = process.env.PATH ?? '';
  const pass = `PATH='${path}' exec tesseract "$@"`;
  await writeFile(join(first, 'tesseract'), `#!/bin/sh\n${script.replaceAll('pass', pass)}\n`);
  await chmod(join(first, 'tesseract'), 0o755);
  return [first, path].join(delimiter);
}

/** A path whose tesseract does so with whole pages, and reads the small page of trial. */
const atPages = (script: string) =>
  pathWith(`[ "$1" = --version ] && pass
read -r kind; read -r width height
hand_on() { { printf '%s\\n%s %s\\n' "$kind" "$width" "$height"; /bin/cat; } | { pass; }; }
if [ "$width" -gt 1000 ]; then ${script}; exit; fi
hand_on "$@"`);

async function recognise(number: number, options: Omit<RecogniserOptions, 'models'>) {
  const recogniser = await openRecogniser({ models, ...options });
  try {
    return await recogniser.recognise(await imageOf(number));
  } finally {
    await recogniser.close();
  }
}

describe('the native engine', () => {
  it('is taken where it is there, and reads lines, characters and places as the bundled one does', async () => {
    expect((await chooseEngine('auto', models)).name).toBe('native');
    const { image } = await preparePage(await imageOf(5));
    const read = async (choice: 'native' | 'bundled') => {
      const kind = await chooseEngine(choice, models);
      expect(kind.name).toBe(choice);
      const engine = await kind.start('chi_sim', '4.0.0_best_int');
      try {
        const print = collectLines(await engine.read(image));
        return { print, ...joinLines(print) };
      } finally {
        await engine.close();
      }
    };
    const [native, bundled] = [await read('native'), await read('bundled')];
    const wanted = lettersOnly(letters[4]!.text);
    expect(distance(lettersOnly(native.text), wanted) / wanted.length).toBeLessThan(0.03);
    expect(distance(native.text, bundled.text) / bundled.text.length).toBeLessThan(0.03);
    expect(Math.abs(native.confidence - bundled.confidence)).toBeLessThan(0.03);
    expect(native.lines).toHaveLength(bundled.lines.length);
    for (const [i, { box, start, end, sureness }] of native.lines.entries()) {
      expect(sureness).toHaveLength(end - start);
      for (const [side, at] of box.entries())
        expect(Math.abs(at - bundled.lines[i]!.box[side]!)).toBeLessThan(8);
    }
    const doubtful = native.lines.flatMap(({ sureness }) => sureness).filter((sure) => sure < 0.9).length;
    expect(doubtful).toBeGreaterThan(0);
    expect(doubtful).toBeLessThan(wanted.length / 10);
  });

  it('is not taken where it is too old, does not start, or is not wanted', async () => {
    const old = await pathWith('echo tesseract 4.1.1');
    const broken = await pathWith('exit 127');
    for (const path of [old, broken, folder])
      expect(await chooseEngine('auto', models, path)).toMatchObject({
        name: 'bundled',
        label: expect.stringMatching(/^tesseract\.js \d+\.\d+\.\d+$/),
      });
    expect((await chooseEngine('bundled', models)).name).toBe('bundled');
    await expect(recognise(5, { engine: 'native', path: folder })).rejects.toMatchObject({
      code: 'ocr.engine_unavailable',
    });
  });

  it('that goes away between two pages costs no page: it is an engine that is missing', async () => {
    const path = await pathWith('pass');
    const recogniser = await openRecogniser({ models, path });
    expect(recogniser.engine).toBe('native');
    const page = await imageOf(5);
    expect((await recogniser.recognise(page)).flags).toEqual([]);
    // The starter before it fails as the shell does that does not find a program.
    await writeFile(join(path.split(delimiter)[0]!, 'tesseract'), '#!/bin/sh\nexit 127\n');
    await expect(recogniser.recognise(page)).rejects.toMatchObject({ code: 'ocr.engine_unavailable' });
    await recogniser.close();
  });

  it('is ended with what it does when a page takes too long, and gives a page up on which it fails', async () => {
    const marks = join(folder, 'pids');
    await mkdir(marks);
    const hangs = `: > ${marks}/$$\nexec /bin/sleep 1000`;
    expect((await recognise(5, { path: await atPages(hangs), pageTimeout: 3_000 })).flags).toEqual([
      'unreadable_page',
    ]);
    // Once more, since the engine read the page of trial in between.
    const pids = (await readdir(marks)).map(Number);
    expect(pids).toHaveLength(2);
    for (const pid of pids) await expect(gone(pid)).resolves.toBe(true);
    for (const script of ['exit 3', 'kill -9 $$', 'echo nonsense', 'exec /bin/cat /dev/zero']) {
      expect((await recognise(5, { path: await atPages(script) })).flags).toEqual(['unreadable_page']);
    }
  });

  it('that hangs once costs no page', async () => {
    const once = join(folder, 'once');
    const path = await atPages(
      `if ! [ -e ${once} ]; then : > ${once}; exec /bin/sleep 1000; fi; hand_on "$@"`,
    );
    const { text, flags } = await recognise(5, { path, pageTimeout: 20_000 });
    expect(existsSync(once)).toBe(true);
    expect(flags).toEqual([]);
    const wanted = lettersOnly(letters[4]!.text);
    expect(distance(lettersOnly(text), wanted) / wanted.length).toBeLessThan(0.03);
  }, 120_000);

  it('that hangs at every page is broken: no page is blamed for it', async () => {
    const path = await pathWith('[ "$1" = --version ] && pass\nexec /bin/sleep 1000');
    const reading = recognise(5, { path, pageTimeout: 300, trialTimeout: 300 });
    await expect(reading).rejects.toMatchObject({ code: 'ocr.engine_misreads' });
  });

  it('that hangs at the page of trial, too, is not waited for on a stop', async () => {
    const marks = join(folder, 'trials');
    await mkdir(marks);
    const path = await pathWith(`[ "$1" = --version ] && pass\n: > ${marks}/$$\nexec /bin/sleep 1000`);
    const recogniser = await openRecogniser({ models, path, pageTimeout: 300 });
    const stop = new AbortController();
    const reading = recogniser.recognise(await imageOf(5), stop.signal).catch((error: unknown) => error);
    await waitFor('the page of trial', async () => (await readdir(marks)).length === 2);
    const pids = (await readdir(marks)).map(Number);
    const started = Date.now();
    stop.abort(new Error('shutting down'));
    expect(await reading).toMatchObject({ message: 'shutting down' });
    await recogniser.close();
    expect(Date.now() - started).toBeLessThan(10_000);
    for (const pid of pids) await expect(gone(pid)).resolves.toBe(true);
  }, 90_000);

  it('that reads no page at all is broken: no page is blamed for it', async () => {
    const silent = "/bin/cat > /dev/null\nprintf '\\n  </div>\\n </body>'";
    for (const script of ['exit 3', silent]) {
      const path = await pathWith(`[ "$1" = --version ] && pass\n${script}`);
      const recogniser = await openRecogniser({ models, path });
      for (const reading of [recogniser.recognise(await imageOf(5)), recogniser.tryOut()])
        await expect(reading).rejects.toMatchObject({ code: 'ocr.engine_misreads' });
      await recogniser.close();
    }
  });

  it('whose model went and cannot be laid down again is missing: no page is blamed for it', async () => {
    const own = await mkdtemp(join(folder, 'models-'));
    const recogniser = await openRecogniser({ models: async () => own, engine: 'native' });
    const page = await imageOf(5);
    expect((await recogniser.recognise(page)).flags).toEqual([]);
    await rm(own, { recursive: true });
    await writeFile(own, 'no folder');
    await expect(recogniser.recognise(page)).rejects.toMatchObject({ code: 'ocr.engine_unavailable' });
    await rm(own);
    await mkdir(own);
    expect((await recogniser.recognise(page)).flags).toEqual([]);
    await recogniser.close();
  });

  it('whose second model cannot be laid down is missing, too', async () => {
    let asked = 0;
    const own = async () => (asked++ === 0 ? models() : '/dev/null');
    const recogniser = await openRecogniser({ models: own, engine: 'native' });
    const reading = recogniser.recognise(await imageOf(4));
    await expect(reading).rejects.toMatchObject({ code: 'ocr.engine_unavailable' });
    expect(asked).toBe(2);
    await recogniser.close();
  });

  it('starts nothing once it is closed, and is closed when what it started has ended', async () => {
    const marks = await mkdtemp(join(folder, 'marks-'));
    const path = await pathWith(`[ "$1" = --version ] && pass\n: > ${marks}/$$\nexec /bin/sleep 1000`);
    const kind = await chooseEngine('native', models, path);
    const page = await imageOf(5);
    const early = await kind.start('chi_sim', '4.0.0_best_int');
    const reading = early.read(page);
    const closing = early.close();
    await expect(reading).rejects.toThrow('closed');
    await closing;
    expect(await readdir(marks)).toEqual([]);
    const late = await kind.start('chi_sim', '4.0.0_best_int');
    const started = late.read(page).catch((error: Error) => error.message);
    await waitFor('the engine to start', async () => (await readdir(marks)).length > 0);
    await late.close();
    expect(await started).toContain('SIGKILL');
    expect(existsSync(`/proc/${(await readdir(marks))[0]}`)).toBe(false);
  });

  it('and the bundled one read the page of trial with both models', async () => {
    for (const engine of ['native', 'bundled'] as const) {
      const recogniser = await openRecogniser({ models, engine });
      await expect(recogniser.tryOut()).resolves.toBeUndefined();
      await recogniser.close();
    }
  });

  it('tells on the page when doubtful lines could not be read again', async () => {
    // The second model is the larger one.
    const path = await pathWith(
      '[ -f chi_sim.traineddata ] && [ $(/usr/bin/wc -c < chi_sim.traineddata) -gt 2600000 ] && exit 3\npass',
    );
    const { text, flags } = await recognise(4, { path });
    expect(flags).toEqual(['second_reading_failed']);
    const wanted = lettersOnly(letters[3]!.text);
    expect(distance(lettersOnly(text), wanted) / wanted.length).toBeLessThan(0.05);
    expect((await recognise(4, {})).flags).toEqual([]);
  });
});

/** Whether the process is no more, or only waits to be told of; looked at until it is. */
async function gone(pid: number): Promise<boolean> {
  for (;;) {
    const state = await readFile(`/proc/${pid}/stat`, 'latin1').catch(() => ') Z');
    if (/\) [ZX]/.test(state)) return true;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
