import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import iconv from 'iconv-lite';
import { type TarPart, writeTar } from '../../../../samples/rendering/tar.js';
import { extract } from '../../extractions.js';

const file = (name: string | Uint8Array, words: string): TarPart => ({ name, content: Buffer.from(words) });
const pathsOf = async (bytes: Uint8Array, extension: string) =>
  (await extract(bytes, extension)).parts.map((part) => part.member);

describe('a tar', () => {
  it('gives its files, and no folder, link or device', async () => {
    const extraction = await extract(
      writeTar([
        { name: '材料/', content: Buffer.alloc(0), kind: '5' },
        file('材料/10.txt', '第十页'),
        file('材料/2.txt', '第二页'),
        { name: 'passwd.txt', content: Buffer.alloc(0), kind: '2' },
      ]),
      'tar',
    );
    expect(extraction.parts.map(({ member, format }) => [member, format])).toEqual([
      [null, 'tar'],
      ['材料/2.txt', 'text'],
      ['材料/10.txt', 'text'],
    ]);
    expect(extraction.pages.map((page) => page.text)).toEqual(['第二页', '第十页']);
  });

  it('has long names in either way of writing them, and names in GBK', async () => {
    const long = `${'很长的文件夹/'.repeat(9)}信.txt`;
    const line = ` path=${long}\n`;
    const length = Buffer.byteLength(line) + 3;
    for (const before of [
      { name: '././@LongLink', content: Buffer.from(`${long}\u0000`), kind: 'L' },
      { name: 'PaxHeaders/0', content: Buffer.from(`${length}${line}`), kind: 'x' },
    ]) {
      expect(await pathsOf(writeTar([before, file('short', '甲')]), 'tar')).toEqual([null, long]);
    }
    expect(await pathsOf(writeTar([file(iconv.encode('举报信.txt', 'gbk'), '甲')]), 'tar')).toEqual([
      null,
      '举报信.txt',
    ]);
  });

  it('is damaged where it is cut off or says that a file is endless', async () => {
    const whole = writeTar([file('1.txt', '甲'.repeat(500))]);
    await expect(extract(whole.subarray(0, 1024), 'tar')).rejects.toMatchObject({
      code: 'extraction.damaged',
      params: { kind: 'tar' },
    });
    const endless = { name: 'x', content: Buffer.from('26 size=9007199254740991\n'), kind: 'x' };
    await expect(extract(writeTar([endless, file('1.txt', '甲')]), 'tar')).rejects.toMatchObject({
      code: 'extraction.damaged',
    });
  });

  it('is refused where it has more than five thousand entries', async () => {
    const many = Array.from({ length: 5_001 }, (_, i) => file(`${i}`, ''));
    await expect(extract(writeTar(many), 'tar')).rejects.toMatchObject({
      code: 'extraction.unpacks_too_large',
    });
  });
});

describe('a gz', () => {
  it('is a file under the name that it was packed with, or under none', async () => {
    expect(await pathsOf(gzipSync('举报'), 'gz')).toEqual([null, '文件1']);
    const packed = gzipSync('举报');
    packed[3] = 8;
    const named = Buffer.concat([
      packed.subarray(0, 10),
      Buffer.from('../信.txt\u0000'),
      packed.subarray(10),
    ]);
    expect(await pathsOf(named, 'gz')).toEqual([null, '信.txt']);
  });

  it('of a tar gives the files of the tar', async () => {
    const extraction = await extract(gzipSync(writeTar([file('信.txt', '举报')])), 'tgz');
    expect(extraction.parts.map(({ member, format }) => [member, format])).toEqual([
      [null, 'gz'],
      ['文件1', 'tar'],
      ['文件1/信.txt', 'text'],
    ]);
  });

  it('that is a bomb is refused, and one that lies or is cut off is damaged', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000));
    await expect(extract(bomb, 'gz')).rejects.toMatchObject({ code: 'extraction.unpacks_too_large' });
    const liar = Buffer.from(bomb);
    liar.writeUInt32LE(100, liar.length - 4);
    for (const bytes of [liar, gzipSync('举报'.repeat(50)).subarray(0, -20)]) {
      const outcome = await extract(bytes, 'gz').then(
        ({ parts }) => parts[1]?.failure?.code,
        (error: { code: string }) => error.code,
      );
      expect(['extraction.damaged', 'extraction.unpacks_too_large']).toContain(outcome);
    }
  });
});
