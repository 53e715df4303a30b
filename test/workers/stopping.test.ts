import { access, chmod, cp, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import {
  jsonOf,
  runQidi,
  sampleFile,
  scans,
  startQidi,
  untilEnd,
  useFolder,
  waitFor,
} from '../support/index.js';

const folder = await useFolder('stopping');

describe('a worker that is told to stop', () => {
  it('does not wait for a page at which the engine hangs: it is due again', async () => {
    const programs = await folder.make();
    const mark = join(programs, 'mark');
    const path = process.env.PATH ?? '';
    await writeFile(
      join(programs, 'tesseract'),
      `#!/bin/sh\n[ "$1" = --version ] && PATH='${path}' exec tesseract "$@"\n: > ${mark}\nexec /bin/sleep 1000\n`,
    );
    await chmod(join(programs, 'tesseract'), 0o755);
    const own = {
      QIDI_HOME: await folder.make(),
      QIDI_OCR_ENGINE: 'native',
      PATH: [programs, path].join(delimiter),
    };
    const inbox = await folder.make();
    await cp(sampleFile(scans[0]), join(inbox, scans[0]), { preserveTimestamps: true });
    expect((await runQidi(['intake', '--no-wait', inbox], own)).code).toBe(0);
    const worker = startQidi(['worker'], own);
    await waitFor(
      'the page to be in hand',
      () =>
        access(mark).then(
          () => true,
          () => false,
        ),
      60_000,
    );
    worker.signal('SIGTERM');
    expect((await untilEnd('the worker', worker, 60)).code).toBe(0);
    const { register } = jsonOf(await runQidi(['--json', 'status'], own));
    expect(register.documents).toMatchObject({ due: 1, failed: 0 });
  }, 180_000);
});
