import { crc32 } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import iconv from 'iconv-lite';
import type { Extraction } from '../../../../domain/index.js';
import { writeZip, type ZipPart } from '../../../../samples/rendering/zip.js';
import { extract } from '../../extractions.js';

const text = (words: string) => Buffer.from(words);
const file = (name: string | Uint8Array, words = `反映${String(name)}里的问题`): ZipPart => ({
  name,
  content: text(words),
});
const read = (parts: ZipPart[], names?: 'utf8' | 'gbk') => extract(writeZip(parts, names), 'zip');
const pathsOf = ({ parts }: Extraction) => parts.slice(1).map((part) => part.member);
const failuresOf = ({ parts }: Extraction) =>
  parts.flatMap(({ member, failure }) => (failure ? [[member, failure.code]] : []));

describe('a zip', () => {
  it('gives each file in it as a part with its path', async () => {
    const extraction = await read([file('材料/举报信.txt', '举报'), file('说明.txt', '说明')]);
    expect(extraction.parts).toMatchObject([
      { member: null, within: null, format: 'zip', flags: [] },
      { member: '说明.txt', within: 0, format: 'text' },
      { member: '材料/举报信.txt', within: 0, format: 'text' },
    ]);
    expect(extraction.pages.map(({ part, text }) => [part, text])).toEqual([
      [1, '说明'],
      [2, '举报'],
    ]);
  });

  it.each(['utf8', 'gbk'] as const)('reads names in %s', async (names) => {
    expect(pathsOf(await read([file('关于采购的举报.txt'), file('附件/收据.txt')], names))).toEqual([
      '关于采购的举报.txt',
      '附件/收据.txt',
    ]);
  });

  it('reads names in UTF-8 that do not say so, in Big5, and in the field of Info-ZIP', async () => {
    expect(pathsOf(await read([file(text('举报信.txt'))]))).toEqual(['举报信.txt']);
    const big5 = ['檢舉書.txt', '採購案相關問題.txt', '附件說明.txt'].map((name) =>
      file(iconv.encode(name, 'big5')),
    );
    expect(pathsOf(await read(big5)).sort()).toEqual(
      ['採購案相關問題.txt', '檢舉書.txt', '附件說明.txt'].sort(),
    );
    const plain = text('??.txt');
    const head = Buffer.alloc(9);
    const name = text('收据.txt');
    head.writeUInt16LE(0x7075, 0);
    head.writeUInt16LE(name.length + 5, 2);
    head[4] = 1;
    head.writeUInt32LE(crc32(plain), 5);
    expect(pathsOf(await read([{ ...file(plain), extra: Buffer.concat([head, name]) }]))).toEqual([
      '收据.txt',
    ]);
  });

  it('reads what is stored, what has its lengths behind it or in the field for large files', async () => {
    const parts = [
      { ...file('1.txt', '甲'), stored: true },
      { ...file('2.txt', '乙'), descriptor: true },
      { ...file('3.txt', '丙'), zip64: true },
    ];
    expect((await read(parts)).pages.map((page) => page.text)).toEqual(['甲', '乙', '丙']);
  });

  it('leaves out folders and what systems leave behind', async () => {
    const names = [
      '空/',
      '__MACOSX/._信.txt',
      '.DS_Store',
      '图/Thumbs.db',
      '._信.txt',
      'desktop.ini',
      '信.txt',
    ];
    expect(pathsOf(await read(names.map((name) => file(name))))).toEqual(['信.txt']);
    await expect(read([{ name: '空/', content: Buffer.alloc(0) }])).rejects.toMatchObject({
      code: 'extraction.empty_file',
    });
  });

  it('keeps pages in the order in which people number them', async () => {
    const names = [
      '扫描10.txt',
      '扫描2.txt',
      '扫描1.txt',
      '第十页.txt',
      '第二页.txt',
      '第一页.txt',
      '第十一页.txt',
    ];
    expect(pathsOf(await read(names.map((name) => file(`a/${name}`))))).toEqual(
      ['第一页', '第二页', '第十页', '第十一页', '扫描1', '扫描2', '扫描10'].map((name) => `a/${name}.txt`),
    );
  });

  it('opens a zip in a zip, and tells their members by their paths', async () => {
    const inner = writeZip([file('信.txt', '里面的信')]);
    const extraction = await read([{ name: '内.zip', content: inner }, file('外.txt', '外面的信')]);
    expect(pathsOf(extraction)).toEqual(['内.zip', '内.zip/信.txt', '外.txt']);
    expect(extraction.parts[2]).toMatchObject({ within: 1, format: 'text' });
  });
});

describe('a zip that is partly unreadable', () => {
  it('is read but for what is under a password, damaged, unknown or packed in another way', async () => {
    const extraction = await read([
      { ...file('1.txt'), encrypted: true },
      { ...file('2.txt'), says: { crc: 7 } },
      { ...file('3.txt'), says: { unpacked: 3 } },
      { ...file('4.txt'), says: { method: 12 } },
      { ...file('5.txt'), stored: true, says: { unpacked: 1_000 } },
      { name: '6.bin', content: Buffer.from([0, 1, 2, 3, 250, 251, 252, 0, 0, 9, 8, 7]) },
      { name: '7.txt', content: Buffer.alloc(0) },
      file('8.txt', '完好的信'),
    ]);
    expect(failuresOf(extraction)).toEqual([
      ['1.txt', 'extraction.password_needed'],
      ['2.txt', 'extraction.damaged'],
      ['3.txt', 'extraction.damaged'],
      ['4.txt', 'extraction.archive'],
      ['5.txt', 'extraction.damaged'],
      ['6.bin', 'extraction.unknown_format'],
      ['7.txt', 'extraction.empty_file'],
    ]);
    expect(extraction.pages.map((page) => page.text)).toEqual(['完好的信']);
  });

  it('is damaged where its end is cut off', async () => {
    const whole = writeZip([file('1.txt')]);
    await expect(extract(whole.subarray(0, whole.length - 30), 'zip')).rejects.toMatchObject({
      code: 'extraction.damaged',
    });
  });
});

describe('a hostile zip', () => {
  it('has no name that leads out of it, hides its end or is endless', async () => {
    const names = [
      '../../etc/甲.txt',
      '/root/乙.txt',
      'C:\\Windows\\丙.txt',
      'a\u0000\u001b[2J\u202e.txt',
      '..',
      '长'.repeat(5_000),
    ];
    const paths = pathsOf(await read(names.map((name) => file(name))));
    expect(paths).toHaveLength(names.length);
    expect(paths).toEqual(
      expect.arrayContaining(['etc/甲.txt', 'root/乙.txt', 'Windows/丙.txt', 'a[2J.txt', '文件5']),
    );
    for (const path of paths) {
      expect(path!.length).toBeLessThanOrEqual(301);
      expect(path).not.toMatch(/\.\.\/|^\/|\\|[\u0000-\u001f\u202e]/);
    }
  });

  it('gives files of one name paths of their own', async () => {
    const extraction = await read([
      file('信.txt', '甲'),
      file('信.txt', '乙'),
      file('a/../信.txt', '丙'),
      file('信 (2).txt', '丁'),
    ]);
    expect(new Set(pathsOf(extraction)).size).toBe(4);
    expect(extraction.pages.map((page) => page.text).sort()).toEqual(['甲', '乙', '丙', '丁'].sort());
  });

  it('is refused as a whole where entries share their bytes', async () => {
    const kernel = Buffer.alloc(50_000);
    const parts = Array.from({ length: 20 }, (_, i) => ({
      name: `${i}.txt`,
      content: i === 0 ? kernel : Buffer.alloc(0),
      says: { offset: 0, unpacked: kernel.length, crc: crc32(kernel) },
    }));
    await expect(read(parts)).rejects.toMatchObject({ code: 'extraction.unpacks_too_large' });
  });

  it('unpacks no bomb, however its directory lies', async () => {
    const zeros = Buffer.alloc(20_000_000);
    const extraction = await read([
      { name: '1.txt', content: zeros },
      { name: '2.txt', content: zeros, says: { unpacked: 100 } },
      { name: '3.txt', content: text('x'), says: { unpacked: 0xfffffff0 } },
      file('4.txt', '完好的信'),
    ]);
    expect(failuresOf(extraction)).toEqual([
      ['1.txt', 'extraction.unpacks_too_large'],
      ['2.txt', 'extraction.damaged'],
      ['3.txt', 'extraction.unpacks_too_large'],
    ]);
    expect(extraction.pages).toHaveLength(1);
  });

  it('has at most five thousand entries, and two thousand of them are read', async () => {
    const many = (count: number) => Array.from({ length: count }, (_, i) => file(`${i}.txt`, `第${i}件`));
    await expect(read(many(5_001))).rejects.toMatchObject({ code: 'extraction.unpacks_too_large' });
    const extraction = await read(many(2_500));
    expect(extraction.pages).toHaveLength(2_000);
    expect(failuresOf(extraction)).toEqual([['2000.txt', 'extraction.too_many_members']]);
  });

  it('is opened five deep', async () => {
    let nested = writeZip([file('信.txt', '最里面')]);
    for (let i = 0; i < 8; i++) {
      nested = writeZip([{ name: 'z.zip', content: nested }, file(`${i}.txt`, `第${i}层`)]);
    }
    const extraction = await extract(nested, 'zip');
    expect(failuresOf(extraction)).toEqual([
      ['z.zip/z.zip/z.zip/z.zip/z.zip/2.txt', 'extraction.nested_too_deep'],
      ['z.zip/z.zip/z.zip/z.zip/z.zip/z.zip', 'extraction.nested_too_deep'],
    ]);
    expect(extraction.pages.map((page) => page.text)).toEqual([7, 6, 5, 4, 3].map((i) => `第${i}层`));
  });

  it('that holds many copies of one that holds many copies is read up to the same two thousand', async () => {
    let nested = writeZip([file('信.txt')]);
    for (let i = 0; i < 4; i++) {
      nested = writeZip(Array.from({ length: 20 }, (_, n) => ({ name: `${n}.zip`, content: nested })));
    }
    const { parts } = await extract(nested, 'zip');
    expect(parts.filter((part) => part.failure === null)).toHaveLength(2_001);
    // One failure for each archive that was open when the limit was reached.
    expect(new Set(parts.flatMap((part) => part.failure?.code ?? []))).toEqual(
      new Set(['extraction.too_many_members']),
    );
    expect(parts.length).toBeLessThanOrEqual(2_006);
  });
});
