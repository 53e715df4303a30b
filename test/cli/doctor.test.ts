import { cp, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';
import { jsonOf, runQidi, useFolder } from '../support/index.js';

const packaged = fileURLToPath(new URL('../../lexicon', import.meta.url));
const folder = await useFolder('doctor');
const env = { QIDI_HOME: await folder.make() };

it('finds that all is well', async () => {
  const outcome = await runQidi(['--json', 'doctor'], env);
  expect(jsonOf(outcome).findings.filter((f: { ok: boolean }) => !f.ok)).toEqual([]);
  expect(outcome.code).toBe(0);
}, 60_000);

it('finds an engine that starts and reads nothing', async () => {
  const place = await folder.make();
  const broken = '#!/bin/sh\n[ "$1" = --version ] && echo tesseract 5.3.0 && exit 0\nexit 3\n';
  await writeFile(join(place, 'tesseract'), broken, { mode: 0o755 });
  const PATH = [place, process.env.PATH].join(delimiter);
  const outcome = await runQidi(['--json', 'doctor'], { ...env, PATH });
  const failed = jsonOf(outcome).findings.filter((f: { ok: boolean }) => !f.ok);
  expect(failed).toEqual([
    expect.objectContaining({
      what: '文字识别',
      detail: expect.stringContaining('[ocr.engine_misreads]'),
      remedy: expect.stringContaining('QIDI_OCR_ENGINE=bundled'),
    }),
  ]);
  expect(outcome.code).toBe(3);
}, 60_000);

it('finds what is wrong in the lexicon, and no worker starts with it', async () => {
  const QIDI_LEXICON = join(await folder.make(), 'lexicon');
  await cp(packaged, QIDI_LEXICON, { recursive: true });
  await writeFile(join(QIDI_LEXICON, 'people.yaml'), 'surnames: 主任\n');
  const outcome = await runQidi(['--json', 'doctor'], { ...env, QIDI_LEXICON });
  expect(jsonOf(outcome).findings.filter((f: { ok: boolean }) => !f.ok)[0]).toMatchObject({
    what: '词库',
    detail: expect.stringContaining('people.yaml: surnames'),
  });
  // A command that starts workers says it itself, and not that they do not start.
  for (const words of [['worker'], ['intake', await folder.make()]]) {
    const refused = await runQidi(words, { ...env, QIDI_LEXICON });
    expect(refused.stderr).toContain('[config.lexicon_invalid]');
    expect(refused.code).toBe(3);
  }
}, 120_000);
