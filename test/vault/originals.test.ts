import { createHash, randomBytes } from 'node:crypto';
import { readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { QidiError } from '../../domain/index.js';
import { openOriginals } from '../../vault/index.js';
import { start, untilEnd, useFolder } from '../support/index.js';

const folder = await useFolder('vault');
const built = new URL('../../dist/vault/index.js', import.meta.url).href;
const key = randomBytes(32);
const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

async function* inChunks(bytes: Uint8Array, size = 1000): AsyncGenerator<Uint8Array> {
  for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size);
}
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'nothing thrown',
    (error: QidiError) => error.code,
  );
/** Every file below, as path and bytes. */
async function filesBelow(place: string): Promise<{ path: string; bytes: Buffer }[]> {
  const entries = await readdir(place, { withFileTypes: true, recursive: true });
  const paths = entries.filter((e) => e.isFile()).map((e) => join(e.parentPath, e.name));
  return Promise.all(paths.map(async (path) => ({ path, bytes: await readFile(path) })));
}

describe('the originals', () => {
  it.each([0, 1, 999, 1000, 300_001])('give %p bytes back as they were, by their SHA-256', async (size) => {
    const originals = await openOriginals(await folder.make(), key);
    const bytes = randomBytes(size);
    expect(await originals.put(inChunks(bytes))).toEqual({ sha256: sha256Of(bytes), size, isNew: true });
    expect((await originals.get(sha256Of(bytes))).equals(bytes)).toBe(true);
  });

  it('keep the same bytes once', async () => {
    const place = await folder.make();
    const originals = await openOriginals(place, key);
    const bytes = randomBytes(5000);
    expect((await originals.put(inChunks(bytes))).isNew).toBe(true);
    expect((await originals.put(inChunks(bytes, 17))).isNew).toBe(false);
    expect(await filesBelow(place)).toHaveLength(1);
  });

  it('keep the same bytes once that are put twenty times at the same moment', async () => {
    const place = await folder.make();
    const originals = await openOriginals(place, key);
    const bytes = randomBytes(50_000);
    const stored = await Promise.all(Array.from({ length: 20 }, () => originals.put(inChunks(bytes))));
    expect(new Set(stored.map((s) => s.sha256))).toEqual(new Set([sha256Of(bytes)]));
    expect((await filesBelow(place)).map((f) => f.path)).toEqual([
      join(place, sha256Of(bytes).slice(0, 2), sha256Of(bytes)),
    ]);
    expect((await originals.get(sha256Of(bytes))).equals(bytes)).toBe(true);
  });

  it('are readable for the owner alone', async () => {
    const place = await folder.make();
    const originals = await openOriginals(place, key);
    const { sha256 } = await originals.put(inChunks(randomBytes(100)));
    const modeOf = async (path: string) => (await stat(path)).mode & 0o777;
    expect(await modeOf(join(place, sha256.slice(0, 2), sha256))).toBe(0o600);
    expect(await modeOf(join(place, sha256.slice(0, 2)))).toBe(0o700);
    expect(await modeOf(join(place, 'incoming'))).toBe(0o700);
  });

  it('leave nothing readable on the disk, not even while they are being written', async () => {
    const place = await folder.make();
    const originals = await openOriginals(place, key);
    const marker = '举报人申屠海燕的标记';
    const bytes = Buffer.from(`${marker}\n`.repeat(2000));
    const seen: boolean[] = [];
    async function* watched() {
      for await (const chunk of inChunks(bytes)) {
        yield chunk;
        seen.push((await filesBelow(place)).some((f) => f.bytes.includes(marker)));
      }
    }
    await originals.put(watched());
    expect(seen).toHaveLength(Math.ceil(bytes.length / 1000));
    expect(seen).not.toContain(true);
    const stored = await filesBelow(place);
    expect(stored).toHaveLength(1);
    expect(stored[0]!.bytes.includes(marker)).toBe(false);
    expect(stored[0]!.bytes.includes(Buffer.from(marker, 'utf16le'))).toBe(false);
  });

  it.each([
    ['magic', 0],
    ['nonce', 8],
    ['content', 60],
    ['tag', -3],
  ])('tell a damaged byte in the %s', async (_, at) => {
    const place = await folder.make();
    const originals = await openOriginals(place, key);
    const { sha256 } = await originals.put(inChunks(randomBytes(200)));
    const file = join(place, sha256.slice(0, 2), sha256);
    const stored = await readFile(file);
    const index = at < 0 ? stored.length + at : at;
    stored[index] = stored[index]! ^ 1;
    await writeFile(file, stored);
    expect(await codeOf(originals.get(sha256))).toBe('vault.original_damaged');
  });

  it.each([0, 3, 20, 100])('tell an original that was cut to %p bytes', async (length) => {
    const place = await folder.make();
    const originals = await openOriginals(place, key);
    const { sha256 } = await originals.put(inChunks(randomBytes(200)));
    const file = join(place, sha256.slice(0, 2), sha256);
    await writeFile(file, (await readFile(file)).subarray(0, length));
    expect(await codeOf(originals.get(sha256))).toBe('vault.original_damaged');
  });

  it('tell one that lies under the name of another', async () => {
    const place = await folder.make();
    const originals = await openOriginals(place, key);
    const one = await originals.put(inChunks(randomBytes(200)));
    const other = await originals.put(inChunks(randomBytes(200)));
    const fileOf = (sha256: string) => join(place, sha256.slice(0, 2), sha256);
    await writeFile(fileOf(one.sha256), await readFile(fileOf(other.sha256)));
    expect(await codeOf(originals.get(one.sha256))).toBe('vault.original_damaged');
    expect(await originals.get(other.sha256)).toHaveLength(200);
  });

  it('tell a missing one, and one of another key', async () => {
    const place = await folder.make();
    const originals = await openOriginals(place, key);
    expect(await codeOf(originals.get('0'.repeat(64)))).toBe('vault.original_missing');
    const { sha256 } = await originals.put(inChunks(randomBytes(10)));
    const stranger = await openOriginals(place, randomBytes(32));
    expect(await codeOf(stranger.get(sha256))).toBe('vault.original_damaged');
  });

  it('leave nothing behind of a file whose reading breaks off', async () => {
    const place = await folder.make();
    const originals = await openOriginals(place, key);
    async function* breaking(): AsyncGenerator<Uint8Array> {
      yield randomBytes(5000);
      throw Object.assign(new Error('the stick was pulled'), { code: 'EIO' });
    }
    expect(await codeOf(originals.put(breaking()))).toBe('EIO');
    expect(await filesBelow(place)).toEqual([]);
  });

  it('say when the disk is full, and leave nothing behind', async () => {
    const place = await folder.make();
    const originals = await openOriginals(place, key);
    // What the file system would say; a disk that is really full needs an administrator to make one.
    async function* overflowing(): AsyncGenerator<Uint8Array> {
      yield randomBytes(5000);
      throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
    }
    const error = await originals.put(overflowing()).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(QidiError);
    expect((error as QidiError).code).toBe('vault.disk_full');
    expect(await filesBelow(place)).toEqual([]);
  });

  it('never acknowledge what could be written in part only', async () => {
    const place = await folder.make();
    // The system stops the write in the middle of the chunk: 40 blocks fit, of 512 or 1024 bytes by the shell.
    const script = `import { openOriginals } from ${JSON.stringify(built)};
      const originals = await openOriginals(process.argv[1], Buffer.alloc(32, 7));
      async function* chunks() { yield Buffer.alloc(100_000, 1); }
      await originals.put(chunks()).then(() => console.log('stored'), (error) => console.log(error.code));`;
    const ended = await untilEnd(
      'a process that may write small files only',
      start([
        'sh',
        '-c',
        'ulimit -f 40; exec "$@"',
        'sh',
        process.execPath,
        '--input-type=module',
        '-e',
        script,
        place,
      ]),
      60,
    );
    expect([ended.code, ended.stdout.trim()]).toEqual([0, 'EFBIG']);
    expect(await filesBelow(place)).toEqual([]);
  }, 90_000);

  it.each([
    ['cut short', (stored: Buffer) => stored.subarray(0, 50)],
    ['empty', () => Buffer.alloc(0)],
    ['changed in one byte', (stored: Buffer) => stored.map((byte, i) => (i === 60 ? byte ^ 1 : byte))],
  ])('heal when the good bytes come again: %s', async (_, damage) => {
    const place = await folder.make();
    const originals = await openOriginals(place, key);
    const bytes = randomBytes(300);
    const { sha256 } = await originals.put(inChunks(bytes));
    const file = join(place, sha256.slice(0, 2), sha256);
    await writeFile(file, damage(await readFile(file)));
    expect(await codeOf(originals.get(sha256))).toBe('vault.original_damaged');
    expect(await originals.put(inChunks(bytes))).toEqual({ sha256, size: 300, isNew: false });
    expect((await originals.get(sha256)).equals(bytes)).toBe(true);
    expect((await filesBelow(place)).map((f) => f.path)).toEqual([file]);
  });

  it('clear away what was left half written more than a day ago, and nothing younger', async () => {
    const place = await folder.make();
    await openOriginals(place, key);
    const hoursAgo = (n: number) => new Date(Date.now() - n * 3_600_000);
    for (const [name, hours] of [
      ['old', 25],
      ['young', 23],
    ] as const) {
      await writeFile(join(place, 'incoming', name), 'x');
      await utimes(join(place, 'incoming', name), hoursAgo(hours), hoursAgo(hours));
    }
    await openOriginals(place, key);
    expect(await readdir(join(place, 'incoming'))).toEqual(['young']);
  });
});
