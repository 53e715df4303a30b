import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A model that has not been written to its end by now was left by a process that died over it. In milliseconds. */
const UNFINISHED = 10 * 60_000;
const ending = '.unfinished';

/**
 * Lays a model down where a program can read it, once for all workers of the office.
 *
 * @param base a folder of the office's own.
 * @returns `folder()` gives the folder with the model in it; it is laid down again where it went.
 * @throws where it cannot be written; nothing of it stays then.
 */
export async function keepModel(
  name: string,
  data: Uint8Array,
  base: string,
): Promise<{ folder(): Promise<string> }> {
  const folder = join(base, createHash('sha256').update(data).digest('hex').slice(0, 16));
  const file = join(folder, name);
  const lay = async () => {
    await makeFolder(base);
    await makeFolder(folder);
    const unfinished = join(folder, `${randomUUID()}${ending}`);
    try {
      await writeFile(unfinished, data);
      // Several workers may do so at once: each lays down the same.
      await rename(unfinished, file);
    } catch (error) {
      await rm(unfinished, { force: true }).catch(() => undefined);
      throw error;
    }
  };
  const found = await readFile(file).catch(() => null);
  if (!found?.equals(data)) await lay();
  await removeLeftOver(folder);
  return {
    async folder() {
      const size = await stat(file).then(
        (stats) => stats.size,
        () => -1,
      );
      if (size !== data.length) await lay();
      return folder;
    },
  };
}

async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
}

/** What processes left that died while they laid a model down. */
async function removeLeftOver(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.endsWith(ending)) continue;
    const path = join(folder, name);
    const stats = await stat(path).catch(() => null);
    if (stats && Date.now() - stats.mtimeMs > UNFINISHED) await rm(path, { force: true });
  }
}
