import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { keepModel } from '../../../../pipelines/ocr/engine/model-folder.js';

const name = 'chi_sim.traineddata';
const data = Buffer.from('a model');
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qidi-model-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a model', () => {
  it('is laid down once, and again where it went or is another', async () => {
    const base = join(await mkdtemp(join(folder, 'home-')), 'models');
    const kept = await keepModel(name, data, base);
    const place = await kept.folder();
    const file = join(place, name);
    expect(place.startsWith(`${base}/`)).toBe(true);
    expect(await readFile(file)).toEqual(data);
    const before = await stat(file);
    await keepModel(name, data, base);
    expect((await stat(file)).ino).toBe(before.ino);
    await rm(base, { recursive: true });
    expect(await kept.folder()).toBe(place);
    expect(await readFile(file)).toEqual(data);
    await writeFile(file, 'a modem');
    await keepModel(name, data, base);
    expect(await readFile(file)).toEqual(data);
    expect(await readdir(place)).toEqual([name]);
  });

  it('leaves nothing half written: not of this process, and not for long of one that died', async () => {
    const base = await mkdtemp(join(folder, 'home-'));
    const place = await (await keepModel(name, data, base)).folder();
    const [old, young] = [join(place, 'old.unfinished'), join(place, 'young.unfinished')];
    for (const path of [old, young]) await writeFile(path, 'a mo');
    const past = new Date(Date.now() - 3_600_000);
    await utimes(old, past, past);
    await keepModel(name, data, base);
    // Another worker may be writing the young one.
    expect((await readdir(place)).sort()).toEqual([name, 'young.unfinished']);
    await rm(young);
    await rm(join(place, name));
    await expect(keepModel(`missing/${name}`, data, base)).rejects.toThrow('ENOENT');
    expect(await readdir(place)).toEqual([]);
  });
});
