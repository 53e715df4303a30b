import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { chmod, link, mkdir, open, readFile, stat, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { QidiError } from '../domain/index.js';

/** Keys of one office, each for one purpose, all derived from the one key file. */
export interface Keys {
  /** AES-256 key of the originals. */
  originals: Buffer;
  /** AES-256 key of what the register keeps sealed: unmasked texts, informants, file names. */
  register: Buffer;
  /** Makes a value comparable without revealing it. */
  fingerprint(value: string): string;
}

/**
 * Reads `<folder>/office.key`, making it on the first call (256 random bits, mode 600, folder mode 700).
 * Several processes may call it at once: whoever links the file first decides.
 *
 * @throws QidiError `vault.key_unreadable` where the file is there but is no key.
 */
export async function openKeys(folder: string): Promise<Keys> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'office.key');
  const master = (await readKey(file)) ?? (await createKey(folder, file));
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', master, '', `qidi ${purpose}`, 32));
  const comparison = derive('comparison');
  return {
    originals: derive('originals'),
    register: derive('register'),
    fingerprint: (value) => createHmac('sha256', comparison).update(value).digest('hex'),
  };
}

/** Whether there is a key file, readable or not. */
export async function hasKey(folder: string): Promise<boolean> {
  try {
    await stat(join(folder, 'office.key'));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw new QidiError('vault.key_unreadable', {}, { cause: error });
  }
}

async function readKey(file: string): Promise<Buffer | null> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new QidiError('vault.key_unreadable', {}, { cause: error });
  }
  const key = Buffer.from(text.trim(), 'base64');
  if (key.length !== 32) throw new QidiError('vault.key_unreadable');
  if (((await stat(file)).mode & 0o077) !== 0) await chmod(file, 0o600);
  return key;
}

async function createKey(folder: string, file: string): Promise<Buffer> {
  const temporary = join(folder, `.office.key.${randomBytes(6).toString('hex')}`);
  const handle = await open(temporary, 'wx', 0o600);
  try {
    await handle.writeFile(`${randomBytes(32).toString('base64')}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  // link() fails where the key exists already: no process can ever replace a key in use.
  await link(temporary, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await unlink(temporary);
  // The key's name, and the folder's own: neither may be lost once anything was sealed with the key.
  for (const place of [folder, dirname(folder)]) {
    const directory = await open(place, 'r');
    await directory.sync().finally(() => directory.close());
  }
  const key = await readKey(file);
  if (key === null) throw new QidiError('vault.key_unreadable');
  return key;
}
