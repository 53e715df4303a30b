import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { QidiError } from '../../domain/index.js';
import { openOffice, readConfig } from '../../office/index.js';
import { putFile, runQidi, useFolder } from '../support/index.js';

const folder = await useFolder('open');
const codeOfOpening = (home: string) =>
  openOffice(readConfig({ QIDI_HOME: home })).then(
    async (office) => {
      await office.close();
      return 'opened';
    },
    (error: QidiError) => error.code,
  );

describe('an office without its key', () => {
  it('makes none where originals lie', async () => {
    const home = await folder.make();
    await mkdir(join(home, 'originals', 'ab'), { recursive: true });
    expect(await codeOfOpening(home)).toBe('vault.key_missing');
    expect(await readdir(home)).not.toContain('keys');
  });

  it('makes none where the register knows of originals', async () => {
    const home = await folder.make();
    const letter = await putFile(join(await folder.make(), 'a.txt'), '你好\n');
    await runQidi(['intake', letter], { QIDI_HOME: home, QIDI_WORKERS: '1' });
    await rm(join(home, 'originals'), { recursive: true });
    expect(await codeOfOpening(home)).toBe('opened');
    await rm(join(home, 'originals'), { recursive: true });
    await rm(join(home, 'keys'), { recursive: true });
    expect(await codeOfOpening(home)).toBe('vault.key_missing');
  }, 120_000);
});
