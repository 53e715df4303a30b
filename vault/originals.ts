import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { PermanentError, QidiError } from '../domain/index.js';

/**
 * The originals, by the SHA-256 of their content. Two operations are all that an object store would have
 * to offer to take this folder's place.
 */
export interface Originals {
  /**
   * Stores the bytes that `chunks` yields; resolves only when they are safe on disk. The same bytes again
   * change nothing, or heal what was stored of them where it is damaged.
   */
  put(chunks: AsyncIterable<Uint8Array>): Promise<{ sha256: string; size: number; isNew: boolean }>;
  /**
   * @throws PermanentError `vault.original_missing`, `vault.original_damaged`
   */
  get(sha256: string): Promise<Buffer>;
}

/** First bytes of every stored original: format and version. */
const magic = Buffer.from('QIDI\x01', 'latin1');
const ivLength = 12;
const tagLength = 16;
/** Milliseconds after which what lies in `incoming` belongs to no living process: a write takes seconds. */
const abandonedAfter = 24 * 60 * 60 * 1000;

/** Whether the folder holds, or once held, any original. */
export async function holdsOriginals(folder: string): Promise<boolean> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return names.some((name) => /^[0-9a-f]{2}$/.test(name));
}

/** Originals in a folder: `<aa>/<sha256>`, each AES-256-GCM: magic, iv, ciphertext, tag. */
export async function openOriginals(folder: string, key: Buffer): Promise<Originals> {
  const incoming = join(folder, 'incoming');
  await mkdir(incoming, { recursive: true, mode: 0o700 });
  await syncFolder(dirname(folder));
  await removeAbandoned(incoming);
  const fileOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256);

  return {
    async put(chunks) {
      const temporary = join(incoming, randomBytes(12).toString('hex'));
      const handle = await open(temporary, 'wx', 0o600);
      try {
        const { sha256, size } = await writeEncrypted(handle, chunks, key);
        await handle.sync();
        await handle.close();
        const target = fileOf(sha256);
        const isNew = !(await exists(target));
        if (isNew) await mkdir(dirname(target), { recursive: true, mode: 0o700 });
        // The temporary file is whole and on disk before its name is; rename replaces atomically.
        if (isNew || !(await isWhole(target, sha256, size, key))) await rename(temporary, target);
        else await rm(temporary);
        // Also for a file that was there: who renamed it may not have come to this yet.
        await syncFolder(dirname(target));
        await syncFolder(folder);
        return { sha256, size, isNew };
      } catch (error) {
        await handle.close().catch(() => undefined);
        await rm(temporary, { force: true });
        if (['ENOSPC', 'EDQUOT'].includes((error as NodeJS.ErrnoException).code ?? ''))
          throw new QidiError('vault.disk_full', {}, { cause: error });
        throw error;
      }
    },
    async get(sha256) {
      let stored: Buffer;
      try {
        stored = await readFile(fileOf(sha256));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT')
          throw new PermanentError('vault.original_missing', { sha256 }, { cause: error });
        throw error;
      }
      return decrypt(stored, sha256, key);
    },
  };
}

async function writeEncrypted(handle: FileHandle, chunks: AsyncIterable<Uint8Array>, key: Buffer) {
  const iv = randomBytes(ivLength);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  const hash = createHash('sha256');
  let size = 0;
  // appendFile writes on until all is written; write may stop short and say so only by a number.
  await handle.appendFile(Buffer.concat([magic, iv]));
  for await (const chunk of chunks) {
    hash.update(chunk);
    size += chunk.length;
    await handle.appendFile(cipher.update(chunk));
  }
  await handle.appendFile(Buffer.concat([cipher.final(), cipher.getAuthTag()]));
  return { sha256: hash.digest('hex'), size };
}

function decrypt(stored: Buffer, sha256: string, key: Buffer): Buffer {
  try {
    if (!stored.subarray(0, magic.length).equals(magic)) throw new Error('not an original of this vault');
    const body = stored.subarray(magic.length);
    const decipher = createDecipheriv('aes-256-gcm', key, body.subarray(0, ivLength));
    decipher.setAuthTag(body.subarray(body.length - tagLength));
    const bytes = Buffer.concat([
      decipher.update(body.subarray(ivLength, body.length - tagLength)),
      decipher.final(),
    ]);
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw new Error('content differs');
    return bytes;
  } catch (error) {
    throw new PermanentError('vault.original_damaged', { sha256 }, { cause: error });
  }
}

/** Whether what is stored gives the bytes back; whatever hinders it, good bytes are at hand to replace it. */
async function isWhole(file: string, sha256: string, size: number, key: Buffer): Promise<boolean> {
  try {
    if ((await stat(file)).size !== magic.length + ivLength + size + tagLength) return false;
    decrypt(await readFile(file), sha256, key);
    return true;
  } catch {
    return false;
  }
}

/** What a killed process or a loss of power left half written. */
async function removeAbandoned(incoming: string): Promise<void> {
  for (const name of await readdir(incoming)) {
    const file = join(incoming, name);
    // Another process may be removing it, too.
    const info = await stat(file).catch(() => null);
    if (info?.isFile() && Date.now() - info.mtimeMs > abandonedAfter) await rm(file, { force: true });
  }
}

/** Makes a new name in the folder survive a loss of power. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
