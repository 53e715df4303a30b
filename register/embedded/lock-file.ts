import { readFile, realpath, unlink } from 'node:fs/promises';
import { join } from 'node:path';

/** PostgreSQL's own lock on its data folder: who has it, and where he listens. */
export function lockFileOf(data: string): string {
  return join(data, 'postmaster.pid');
}

/** Its lines: process, data folder, start, port, socket folder, address, shared memory, state. */
export async function readLockFile(data: string): Promise<string[]> {
  return (await readFile(lockFileOf(data), 'utf8').catch(() => '')).split('\n');
}

/** Where the server says that it listens, or null. `folder` holds its socket. */
export async function readAddress(
  data: string,
  folder: string,
): Promise<{ host: string; port: number } | null> {
  const lines = await readLockFile(data);
  const port = Number(lines[3]);
  if (!port) return null;
  return { host: lines[4]?.trim() ? folder : '127.0.0.1', port };
}

/**
 * Whether a server runs on the data folder. A file that a killed server left behind is taken away where its
 * number belongs to another program by now (the machine was restarted): PostgreSQL would refuse to start.
 */
export async function serverAlive(data: string): Promise<boolean> {
  const pid = Number((await readLockFile(data))[0]);
  if (!pid) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  if (await isServerOf(pid, data)) return true;
  // Another process may have put this right and started a server meanwhile: that one's file stays.
  if (Number((await readLockFile(data))[0]) === pid) await unlink(lockFileOf(data)).catch(() => undefined);
  return false;
}

/** Its words name the folder. A killed server whose parent never asks for it has none left. */
async function isServerOf(pid: number, data: string): Promise<boolean> {
  const words = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => null);
  // No /proc on this system, or it is hidden: what has the number is taken for the server.
  if (words === null) return true;
  const list = words.split('\0');
  const named = list[list.indexOf('-D') + 1];
  if (!named) return false;
  const [one, other] = await Promise.all([named, data].map((path) => realpath(path).catch(() => path)));
  return one === other;
}
