import { createHash, randomUUID } from 'node:crypto';
import { lstat, mkdir, mkdtemp, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Lays a model down where a program can read it: in the system's folder for temporary files, in one folder of this
 * user for all workers and offices. It is public and no part of an office; what removes old files may remove it.
 *
 * @returns `folder()` gives the folder with the model in it; it is laid down again where it went.
 */
export async function keepModel(
  name: string,
  data: Uint8Array,
  temporary = tmpdir(),
): Promise<{ folder(): Promise<string> }> {
  const base = await ownFolder(temporary);
  const folder = join(base, createHash('sha256').update(data).digest('hex').slice(0, 16));
  const file = join(folder, name);
  const lay = async () => {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const unfinished = join(folder, `${randomUUID()}.unfinished`);
    await writeFile(unfinished, data, { mode: 0o600 });
    // Several workers may do so at once: each lays down the same.
    await rename(unfinished, file);
  };
  const found = await readFile(file).catch(() => null);
  if (!found?.equals(data)) await lay();
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

/** Anybody can make a folder in the one for temporary files: one that is not ours alone is left alone. */
async function ownFolder(temporary: string): Promise<string> {
  const user = process.getuid?.() ?? 'user';
  const folder = join(temporary, `qidi-models-${user}`);
  await mkdir(folder, { mode: 0o700 }).catch(() => undefined);
  const stats = await lstat(folder);
  const isOurs =
    stats.isDirectory() && (user === 'user' || (stats.uid === user && (stats.mode & 0o077) === 0));
  return isOurs ? folder : mkdtemp(join(temporary, 'qidi-models-'));
}
