import { describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { readFile } from '../../../pipelines/extraction/read-file.js';
import { writeMail } from '../../../samples/rendering/eml.js';
import { writeOfd } from '../../../samples/rendering/ofd.js';
import { writeTar } from '../../../samples/rendering/tar.js';
import { writeZip } from '../../../samples/rendering/zip.js';
import { extract, opener } from '../extractions.js';

const grey = (value: number) =>
  sharp({ create: { width: 20, height: 30, channels: 3, background: { r: value, g: value, b: value } } })
    .png()
    .toBuffer();
const file = (name: string, content: Uint8Array | string) => ({
  name,
  content: Buffer.from(content as string),
});
const mailWith = (name: string, content: Uint8Array) =>
  writeMail({
    from: '陆见川 <lujc@example.com>',
    to: '举报信箱 <jubao@example.gov.cn>',
    date: 'Tue, 18 Apr 2017 09:12:00 +0800',
    subject: '举报',
    text: '见附件。',
    attachments: [{ name, type: 'application/octet-stream', content }],
  });

describe('files in files', () => {
  it('show any of their pages: a scan in a zip in a mail in a tar', async () => {
    const zip = writeZip(
      [
        file('扫描10.png', await grey(200)),
        file('扫描2.png', await grey(100)),
        file('a/b/扫描1.png', await grey(0)),
      ],
      'gbk',
    );
    const bytes = writeTar([file('信.eml', mailWith('扫描件.zip', zip))]);
    const extraction = await extract(bytes, 'tar');
    expect(extraction.parts.map(({ member, within, format }) => [member, within, format])).toEqual([
      [null, null, 'tar'],
      ['信.eml', 0, 'eml'],
      ['信.eml/扫描件.zip', 1, 'zip'],
      ['信.eml/扫描件.zip/扫描2.png', 2, 'png'],
      ['信.eml/扫描件.zip/扫描10.png', 2, 'png'],
      ['信.eml/扫描件.zip/a/b/扫描1.png', 2, 'png'],
    ]);
    expect(
      extraction.pages.map(({ number, part, place, recognise }) => [number, part, place, recognise]),
    ).toEqual([
      [1, 1, 1, false],
      [2, 3, 1, true],
      [3, 4, 1, true],
      [4, 5, 1, true],
    ]);
    const shown = [];
    for (const page of [2, 3, 4]) shown.push((await opener.renderPage(bytes, extraction, page)).data[0]);
    expect(shown).toEqual([100, 200, 0]);
    await expect(opener.renderPage(bytes, extraction, 1)).rejects.toMatchObject({
      code: 'extraction.page_not_rendered',
    });
    await expect(opener.renderPage(bytes, extraction, 5)).rejects.toMatchObject({
      code: 'extraction.page_not_rendered',
    });
  });

  it('show a page without opening what lies beside it', async () => {
    const zip = writeZip([
      { ...file('1.txt', 'x'.repeat(100)), says: { crc: 1 } },
      { ...file('2.txt', 'x'), encrypted: true },
      file('3.ofd', writeOfd({ pages: [{ image: { name: 'a.png', bytes: await grey(50) } }] })),
    ]);
    const extraction = await extract(zip, 'zip');
    expect(extraction.parts.map(({ failure }) => failure?.code)).toEqual([
      undefined,
      'extraction.damaged',
      'extraction.password_needed',
      undefined,
    ]);
    expect((await opener.renderPage(zip, extraction, 1)).data[0]).toBe(50);
  });

  it('of one name are shown each by itself', async () => {
    const zip = writeZip([file('扫描.png', await grey(10)), file('扫描.png', await grey(240))]);
    const extraction = await extract(zip, 'zip');
    const shown = [];
    for (const { number } of extraction.pages)
      shown.push((await opener.renderPage(zip, extraction, number)).data[0]);
    expect(extraction.parts.slice(1).map((part) => part.member)).toEqual(['扫描.png', '扫描 (2).png']);
    expect(shown).toEqual([10, 240]);
  });

  it('are read beside one that fails in whatever depth', async () => {
    const inner = writeZip([file('坏.docx', 'PK\x03\x04'), file('好.txt', '里面的信')]);
    const { parts, pages } = await extract(
      writeZip([file('内.zip', inner), file('坏.zip', inner.subarray(0, 60)), file('外.txt', '外面的信')]),
      'zip',
    );
    expect(parts.flatMap(({ member, failure }) => (failure ? [[member, failure.code]] : []))).toEqual(
      [
        ['坏.zip', 'extraction.damaged'],
        ['内.zip/坏.docx', 'extraction.damaged'],
      ].sort(([a], [b]) => parts.findIndex((p) => p.member === a) - parts.findIndex((p) => p.member === b)),
    );
    expect(pages.map(({ text }) => text).sort()).toEqual(['里面的信', '外面的信'].sort());
    for (const { part } of pages) expect(parts[part]!.failure).toBeNull();
  });

  it('have no more text together than one file may have; what is too long takes nothing from the others', async () => {
    const text = (count: number) => '请上级派人核查此事。'.repeat(count / 10);
    const zip = writeZip([
      ...Array.from({ length: 14 }, (_, i) => file(`${10 + i}.txt`, text(200_000))),
      file('30.txt', text(200_010)),
      file('31.txt', text(190_000)),
      file('32.txt', text(20_000)),
      file('33.txt', '信'),
    ]);
    const { parts, pages } = await extract(zip, 'zip');
    expect(parts.slice(15).map(({ failure }) => failure)).toEqual([
      { code: 'extraction.too_much_text', params: { limit: 200_000 } },
      null,
      { code: 'extraction.too_much_text', params: { limit: 3_000_000 } },
      null,
    ]);
    expect(pages).toHaveLength(16);
  });

  it('are passed over where one killed its reader before, and left to a person when their time is over', async () => {
    const zip = writeZip([file('1.txt', '甲信'), file('2.txt', '乙信'), file('3.txt', '丙信')]);
    const seen: number[] = [];
    const { parts, pages } = await readFile(zip, 'zip', {
      passedOver: new Map([[2, 'memory']]),
      onMember: (number) => seen.push(number),
    });
    expect(parts.map(({ failure }) => failure)).toEqual([
      null,
      null,
      { code: 'extraction.killed_its_reader', params: { reason: 'memory' } },
      null,
    ]);
    expect(pages.map(({ text }) => text)).toEqual(['甲信', '丙信']);
    expect(seen).toEqual([1, 3]);
    const late = await readFile(zip, 'zip', { patience: -1 });
    expect(late.parts.map(({ member, failure }) => [member, failure?.code])).toEqual([
      [null, undefined],
      ['1.txt', 'extraction.took_too_long'],
      ['2.txt', 'extraction.took_too_long'],
      ['3.txt', 'extraction.took_too_long'],
    ]);
  });

  it('unpack to no more together than is allowed, also where each is small', async () => {
    // A stored archive of forty archives, each of which packs twelve million zeros well, but not too well.
    const noise = Buffer.from(Array.from({ length: 80_000 }, (_, i) => (i * 7919) % 251));
    const heavy = Buffer.concat([noise, Buffer.alloc(12_000_000)]);
    const zip = writeZip(Array.from({ length: 40 }, (_, i) => file(`${i}.bin`, heavy)));
    const { parts } = await extract(zip, 'zip');
    const codes = parts.slice(1).map(({ failure }) => failure?.code);
    expect(codes.filter((code) => code === 'extraction.unpacks_too_large').length).toBeGreaterThanOrEqual(10);
  });
});
