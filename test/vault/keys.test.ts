import { randomBytes } from 'node:crypto';
import { chmod, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { QidiError } from '../../domain/index.js';
import { createCipher, openKeys } from '../../vault/index.js';
import { start, untilEnd, useFolder } from '../support/index.js';

const folder = await useFolder('keys');
const built = new URL('../../dist/vault/index.js', import.meta.url).href;

describe('the keys', () => {
  it('are the same at every opening, and for the owner alone', async () => {
    const place = join(await folder.make(), 'keys');
    const first = await openKeys(place);
    const again = await openKeys(place);
    expect(again.originals.equals(first.originals)).toBe(true);
    expect(again.register.equals(first.register)).toBe(true);
    expect(again.fingerprint('x')).toBe(first.fingerprint('x'));
    expect((await stat(place)).mode & 0o777).toBe(0o700);
    expect((await stat(join(place, 'office.key'))).mode & 0o777).toBe(0o600);
    expect(await readdir(place)).toEqual(['office.key']);
  });

  it('differ by purpose and by office', async () => {
    const one = await openKeys(await folder.make());
    const other = await openKeys(await folder.make());
    const all = [one.originals, one.register, other.originals, other.register].map((k) => k.toString('hex'));
    expect(new Set(all).size).toBe(4);
    expect(one.fingerprint('/a/b.txt')).not.toBe(other.fingerprint('/a/b.txt'));
    expect(one.fingerprint('/a/b.txt')).not.toBe(one.fingerprint('/a/c.txt'));
  });

  it('are one key where many processes make it at the same moment', async () => {
    const place = join(await folder.make(), 'keys');
    const script = `import { openKeys } from ${JSON.stringify(built)};
      const keys = await openKeys(process.argv[1]); console.log(keys.originals.toString('hex'));`;
    const processes = Array.from({ length: 6 }, () =>
      start([process.execPath, '--input-type=module', '-e', script, place]),
    );
    const ended = await Promise.all(processes.map((p) => untilEnd('a process that opens the keys', p, 60)));
    expect(ended.map((e) => [e.code, e.stderr])).toEqual(ended.map(() => [0, '']));
    expect(new Set(ended.map((e) => e.stdout)).size).toBe(1);
    expect(ended[0]!.stdout.trim()).toMatch(/^[0-9a-f]{64}$/);
    expect(await readdir(place)).toEqual(['office.key']);
  }, 90_000);

  it('are one key where many calls make it at the same moment', async () => {
    const place = join(await folder.make(), 'keys');
    const keys = await Promise.all(Array.from({ length: 20 }, () => openKeys(place)));
    expect(new Set(keys.map((k) => k.originals.toString('hex'))).size).toBe(1);
  });

  it('take away what others may read', async () => {
    const place = await folder.make();
    await openKeys(place);
    await chmod(join(place, 'office.key'), 0o644);
    await openKeys(place);
    expect((await stat(join(place, 'office.key'))).mode & 0o777).toBe(0o600);
  });

  it.each(['', 'short', randomBytes(31).toString('base64')])(
    'refuse a file that is no key: %p',
    async (text) => {
      const place = await folder.make();
      await writeFile(join(place, 'office.key'), text);
      const error = await openKeys(place).catch((thrown: unknown) => thrown);
      expect((error as QidiError).code).toBe('vault.key_unreadable');
    },
  );
});

describe('the cipher', () => {
  const cipher = createCipher(randomBytes(32));

  it.each(['', '申屠海燕', 'x'.repeat(100_000), '𠮷\u0000"'])('opens what it sealed (%#)', (value) => {
    expect(cipher.open(cipher.seal(value))).toBe(value);
  });

  it('seals the same value differently each time, and shows nothing of it', () => {
    const [one, other] = [cipher.seal('申屠海燕'.repeat(50)), cipher.seal('申屠海燕'.repeat(50))];
    expect(one.equals(other)).toBe(false);
    expect(one.includes('申屠海燕')).toBe(false);
  });

  it('tells a changed byte and another key', () => {
    const sealed = cipher.seal('范明志');
    const changed = Buffer.from(sealed);
    changed[changed.length - 1]! ^= 1;
    for (const open of [() => cipher.open(changed), () => createCipher(randomBytes(32)).open(sealed)])
      expect(open).toThrow('vault.sealed_damaged');
    expect(() => cipher.open(Buffer.from('short'))).toThrow('vault.sealed_damaged');
  });
});
