import { describe, expect, it } from '@jest/globals';
import { extract } from '../../extractions.js';
import { head, mailOf, multipart, pathsOf, read, textOf } from './mails.js';

describe('a hostile mail', () => {
  it('of a million header lines is still read', async () => {
    const flood = `MIME-Version: 1.0\r\nFrom: a@example.com\r\n${'X-A: b\r\n'.repeat(1_000_000)}\r\n信`;
    expect(await textOf(flood)).toBe(`${head}\n\n信`);
    const folded = `MIME-Version: 1.0\r\nFrom: a@example.com\r\nSubject: ${'长\r\n '.repeat(1_000_000)}\r\n\r\n信`;
    const text = await textOf(folded);
    expect(text.length).toBeLessThan(10_000);
    expect(text.endsWith('\n\n信')).toBe(true);
  });

  it('with floods of encoded words and parameters shows no more than a header can be', async () => {
    const words = '=?utf-8?B?5Lit?= =?gbk?Q?=D6=D0?= '.repeat(50_000);
    const flood = mailOf(
      'MIME-Version: 1.0',
      `From: ${words}`,
      `Content-Type: text/plain; ${'a*0*=x; '.repeat(50_000)}`,
      '',
      '信',
    );
    expect((await textOf(flood)).length).toBeLessThan(10_000);
    for (const trap of [
      '=?'.repeat(100_000),
      '=?a?b?'.repeat(50_000),
      '"'.repeat(200_000),
      '\\'.repeat(200_000),
    ]) {
      expect(
        (
          await textOf(mailOf('MIME-Version: 1.0', `From: ${trap}`, `Content-Type: ${trap}`, '', '信'))
        ).endsWith('信'),
      ).toBe(true);
    }
  });

  it('of ten thousand multiparts in one another is looked at twenty deep', async () => {
    const nested = Array.from(
      { length: 10_000 },
      (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}\r\n`,
    );
    const { parts } = await read(`MIME-Version: 1.0\r\n${nested.join('')}`);
    expect(parts.map((part) => part.failure?.code)).toEqual([undefined, 'extraction.nested_too_deep']);
  });

  it('of too many parts is read as far as two thousand', async () => {
    const { parts } = await read(
      multipart(
        'mixed',
        ...Array.from({ length: 30_000 }, (_, i) => [
          `Content-Disposition: attachment; filename=${i}.txt`,
          '',
          `${i}`,
        ]),
      ),
    );
    expect(parts).toHaveLength(2_002);
    expect(parts.at(-1)!.failure).toMatchObject({ code: 'extraction.too_many_members' });
  });

  it('that holds itself in mails without end is opened five deep', async () => {
    let mail = 'MIME-Version: 1.0\r\nFrom: a@example.com\r\n\r\nend';
    for (let i = 0; i < 12; i++)
      mail = `MIME-Version: 1.0\r\nFrom: a@example.com\r\nContent-Type: message/rfc822\r\n\r\n${mail}`;
    const { parts } = await read(mail);
    expect(parts).toHaveLength(7);
    expect(parts.at(-1)!.failure).toMatchObject({ code: 'extraction.nested_too_deep' });
  });

  it('of tags in one another without end is refused', async () => {
    for (const html of [
      '<b>'.repeat(100_000),
      `${'<b>'.repeat(400)}${'</i>'.repeat(500_000)}`,
      '<'.repeat(500_000),
      '&'.repeat(500_000),
    ]) {
      const outcome = await read(
        `MIME-Version: 1.0\r\nFrom: a@example.com\r\nContent-Type: text/html\r\n\r\n${html}`,
      ).then(
        () => 'read',
        (error: { code: string }) => error.code,
      );
      expect(['read', 'extraction.nested_too_deep', 'extraction.too_much_text']).toContain(outcome);
    }
  });

  it('cannot name a file out of its place', async () => {
    const mail = multipart('mixed', [
      'Content-Disposition: attachment; filename="../../a\u202e.txt"',
      '',
      '甲',
    ]);
    expect(await pathsOf(mail)).toEqual(['a.txt']);
  });

  it('keeps all of an attachment whose every line is padded', async () => {
    const lines = Array.from({ length: 20_000 }, (_, i) => Buffer.from(`${String(i).padStart(6, '0')}\n`));
    const mail = [
      'From: a@example.com',
      'Message-ID: <1@example.com>',
      'Content-Type: text/plain; name=a.txt',
      'Content-Disposition: attachment; filename=a.txt',
      'Content-Transfer-Encoding: base64',
      '',
      ...lines.map((line) => line.toString('base64')),
    ];
    const { pages } = await extract(Buffer.from(mail.join('\r\n')), 'eml');
    expect(pages.at(-1)!.text.trimEnd().endsWith('019999')).toBe(true);
  });
});
