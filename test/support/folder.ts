import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import { waitFor } from './waiting.js';

export interface TestFolder {
  readonly path: string;
  /** A folder of its own in it, made. */
  make(name?: string): Promise<string>;
  /** Called after the last test of the file, last one first. */
  defer(end: () => Promise<void>): void;
}

/**
 * A temporary folder for the tests of one file. After them it ends what was deferred, and fails where any
 * process still runs that was started for the folder: one that has it in its words, its environment or as its place.
 */
export async function useFolder(name: string): Promise<TestFolder> {
  const path = await realpath(await mkdtemp(join(tmpdir(), `qidi-${name}-`)));
  const ends: (() => Promise<void>)[] = [];
  let made = 0;
  afterAll(async () => {
    const failures: unknown[] = [];
    for (const end of ends.reverse()) await end().catch((error: unknown) => failures.push(error));
    try {
      await waitFor(
        'the end of every process that the tests started',
        () => runningIn(path).length === 0,
        10_000,
      );
    } catch (error) {
      const left = runningIn(path);
      for (const { pid } of left) process.kill(pid, 'SIGKILL');
      failures.push(error, ...left.map(({ pid, words }) => `left running: ${pid} ${words}`));
    }
    await rm(path, { recursive: true, force: true });
    if (failures.length > 0) throw new Error(failures.map(String).join('\n'));
  }, 60_000);
  return {
    path,
    async make(given) {
      made += 1;
      const folder = join(path, given ?? `h${made}`);
      await mkdir(folder, { recursive: true });
      await chmod(folder, 0o700);
      return folder;
    },
    defer: (end) => void ends.push(end),
  };
}

/** Living processes that belong to the folder. Needs /proc: elsewhere none are found. */
export function runningIn(folder: string): { pid: number; words: string }[] {
  let names: string[];
  try {
    names = readdirSync('/proc');
  } catch {
    return [];
  }
  return names.flatMap((name) => {
    const pid = Number(name);
    if (!pid || pid === process.pid) return [];
    const words = read(() => readFileSync(`/proc/${name}/cmdline`, 'utf8')).replaceAll('\0', ' ');
    const place = read(() => readlinkSync(`/proc/${name}/cwd`));
    const environment = read(() => readFileSync(`/proc/${name}/environ`, 'utf8'));
    return [words, place, environment].some((text) => text.includes(folder)) ? [{ pid, words }] : [];
  });
}

function read(get: () => string): string {
  try {
    return get();
  } catch {
    // Gone, or another user's.
    return '';
  }
}
