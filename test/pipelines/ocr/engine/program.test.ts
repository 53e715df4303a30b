import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chooseEngine } from '../../../../pipelines/ocr/engine/index.js';

let folder: string;
let count = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qidi-program-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What is missing of the limits of an engine on a path on which these scripts stand before the system's programs. */
async function missingWith(scripts: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const first = join(folder, `${count++}`);
  await mkdir(first);
  for (const [name, script] of Object.entries(scripts)) {
    await writeFile(join(first, name), `#!/bin/sh\n${script}\n`);
    await chmod(join(first, name), 0o755);
  }
  const kind = await chooseEngine('native', async () => folder, [first, process.env.PATH].join(delimiter));
  expect(kind.label).toMatch(/^tesseract 5\./);
  return kind.missing;
}

describe('the limits of the system’s engine', () => {
  it('are all in force where its programs are', async () => {
    expect(await missingWith({})).toEqual([]);
  });

  it('are in force as far as they can be, and it says which are not', async () => {
    expect(await missingWith({ setpriv: 'exit 1' })).toEqual(['privileges']);
    expect(await missingWith({ prlimit: 'exit 1' })).toEqual(['limits']);
    expect(await missingWith({ prlimit: 'exit 1', setpriv: 'exit 127' })).toEqual(['privileges', 'limits']);
  });

  it('are not given up for root’s privileges, which a container may not let it drop', async () => {
    const noBounding = `case "$*" in *--bounding-set*) exit 1;; esac\nPATH='${process.env.PATH}' exec setpriv "$@"`;
    // Without --no-new-privs the program is not started: the rest of setpriv's measures are in force.
    const starts = 'grep -q "^NoNewPrivs:.*1" /proc/self/status || exit 9\necho tesseract 5.9.9';
    expect(await missingWith({ setpriv: noBounding, tesseract: starts })).toEqual(
      process.getuid?.() === 0 ? ['privileges'] : [],
    );
  });
});
