import { describe, expect, it } from '@jest/globals';
import iconv from 'iconv-lite';
import { writeMail } from '../../../../samples/rendering/eml.js';
import { extract } from '../../extractions.js';
import { head, letter, mailOf, multipart, page, pathsOf, plain, read, textOf } from './mails.js';

describe('a mail', () => {
  it.each(['gbk', 'gb18030', 'utf-8'] as const)(
    'in %s is one page: its head, then its words',
    async (charset) => {
      const extraction = await read(writeMail({ ...letter, charset }));
      expect(extraction.parts).toMatchObject([{ format: 'eml', flags: [], member: null }]);
      expect(extraction.pages).toMatchObject([{ text: page, recognise: false }]);
    },
  );

  it('in Big5 is read, too', async () => {
    const text = '檢舉採購舞弊，請派員調查。';
    expect(await textOf(writeMail({ ...letter, subject: '檢舉書', text, charset: 'big5' }))).toMatch(
      /主题：檢舉書\n\n檢舉採購舞弊，請派員調查。$/,
    );
  });

  it('has its attachments as members under their names, in their order', async () => {
    const attachments = [
      { name: '证据 10.txt', type: 'text/plain', content: Buffer.from('证据十') },
      { name: '证据 2.txt', type: 'application/octet-stream', content: Buffer.from('证据二') },
      { name: '证据 2.txt', type: 'text/plain', content: Buffer.from('又一份证据二') },
    ];
    const extraction = await read(writeMail({ ...letter, attachments }));
    expect(extraction.parts.map(({ member, within, format }) => [member, within, format])).toEqual([
      [null, null, 'eml'],
      ['证据 10.txt', 0, 'text'],
      ['证据 2.txt', 0, 'text'],
      ['证据 2 (2).txt', 0, 'text'],
    ]);
    expect(extraction.pages.map(({ text }) => text)).toEqual([page, '证据十', '证据二', '又一份证据二']);
  });

  it('whose header is raw GBK, or says that it is ASCII, is read as what it is', async () => {
    const raw = mailOf(
      'Message-ID: <1@example.com>',
      'From: 陆见川 <lujc@example.com>',
      'Subject: 关于采购问题的举报',
      'Content-Type: text/plain; charset=us-ascii',
      '',
      '反映采购中的问题，请核查。',
    );
    expect(await textOf(iconv.encode(raw, 'gbk'))).toBe(
      '发件人：陆见川 <lujc@example.com>\n主题：关于采购问题的举报\n\n反映采购中的问题，请核查。',
    );
  });

  it('joins a character that is cut in two between two encoded words', async () => {
    const bytes = Buffer.from('关于采购的举报');
    const words = [bytes.subarray(0, 7), bytes.subarray(7)].map((b) => `=?UTF-8?B?${b.toString('base64')}?=`);
    const mail = mailOf(
      'MIME-Version: 1.0',
      'From: =?gb2312?Q?=C2=BD=5F?= =?gb2312?q?a_b?= <a@b.cn>',
      `Subject: ${words[0]}`,
      `\t${words[1]}`,
      '',
      '信',
    );
    expect(await textOf(mail)).toBe('发件人：陆_a b <a@b.cn>\n主题：关于采购的举报\n\n信');
  });

  it('has names of files as RFC 2231 writes them', async () => {
    const name = [...iconv.encode('举报材料.txt', 'gbk')].map((b) => `%${b.toString(16)}`);
    const mail = multipart(
      'mixed',
      [
        'Content-Disposition: attachment;',
        ` filename*0*=GBK''${name.slice(0, 5).join('')};`,
        ` filename*1*=${name.slice(5).join('')}`,
        '',
        '甲',
      ],
      ["Content-Disposition: attachment; filename*=UTF-8''%E6%94%B6%E6%8D%AE.txt", '', '乙'],
      ['Content-Type: text/plain; name="a;b\\"c.txt"', '', '丙'],
    );
    expect(await pathsOf(mail)).toEqual(['举报材料.txt', '收据.txt', 'a;b"c.txt']);
  });

  it('decodes quoted-printable, with lines that go on', async () => {
    const mail = mailOf(
      ...plain,
      'Content-Transfer-Encoding: quoted-printable',
      '',
      '=E4=B8=BE=\r\n=E6=8A=A5 100=25 =',
      ' a=b=ZZ',
    );
    expect(await textOf(mail)).toBe(`${head}\n\n举报 100%  a=b=ZZ`);
  });

  it('prefers plain words to marked-up ones, and those to none', async () => {
    const html = [
      'Content-Type: text/html; charset=utf-8',
      '',
      '<style>p{}</style><p>标记<br>两行</p><table><tr><td>甲</td><td>乙</td></tr></table>',
    ];
    const words = ['Content-Type: text/plain; charset=utf-8', '', '纯文字'];
    const blank = ['Content-Type: text/plain; charset=utf-8', '', ' \r\n'];
    expect(await textOf(multipart('alternative', words, html))).toBe(`${head}\n\n纯文字`);
    expect(await textOf(multipart('alternative', blank, html))).toBe(`${head}\n\n标记\n两行\n甲\t乙`);
    expect(await textOf(multipart('mixed', words, html))).toBe(`${head}\n\n纯文字\n\n标记\n两行\n甲\t乙`);
  });

  it('follows no picture and no link of a marked-up body', async () => {
    const mail = mailOf(
      'MIME-Version: 1.0',
      'From: a@example.com',
      'Content-Type: text/html',
      '',
      '<p>看<img src="http://example.com/1.png" alt="图"><a href="http://example.com/">这里</a>&lt;&#25105;&gt;<script>坏</script></p>',
    );
    expect((await read(mail)).parts).toHaveLength(1);
    expect(await textOf(mail)).toBe(`${head}\n\n看这里<我>`);
  });

  it('holds forwarded mails, and pictures in the text, as members', async () => {
    const forwarded = writeMail(letter).toString('latin1');
    const mail = multipart(
      'mixed',
      ['Content-Type: text/plain', '', 'see below'],
      ['Content-Type: message/rfc822', '', forwarded],
      [
        'Content-Type: multipart/related; boundary=c',
        '',
        '--c',
        'Content-Type: text/html',
        '',
        '<p>as drawn <img src="cid:1"></p>',
        '--c',
        'Content-Type: image/png',
        'Content-ID: <1>',
        'Content-Transfer-Encoding: base64',
        '',
        'iVBORw0KGgo=',
        '--c--',
      ],
    );
    const { parts, pages } = await read(mail);
    expect(parts.map(({ member, format, failure }) => [member, format, failure?.code])).toEqual([
      [null, 'eml', undefined],
      ['附件1.eml', 'eml', undefined],
      ['附件2.png', null, 'extraction.damaged'],
    ]);
    expect(pages.map(({ text }) => text)).toEqual([`${head}\n\nsee below\n\nas drawn`, page]);
  });

  it('that is cut off keeps what is there', async () => {
    const whole = writeMail({
      ...letter,
      attachments: [{ name: '证据.txt', type: 'text/plain', content: Buffer.from('证据'.repeat(500)) }],
    });
    const { pages } = await read(whole.subarray(0, whole.length - 400));
    expect(pages.map(({ text }) => text.slice(0, 6))).toEqual([page.slice(0, 6), '证据证据证据']);
  });

  it('is told by its header, however long that is, and not by words that look like one', async () => {
    const long = `${'Received: from a by b; Tue, 18 Apr 2017 09:12:05 +0800\r\n'.repeat(200)}From: a@example.com\r\n\r\nabc`;
    expect((await read(long)).parts[0]).toMatchObject({ format: 'eml' });
    for (const typed of [
      'From: a\nTo: b\nSubject: c\n\n举报',
      '举报信\nMIME-Version: 1.0\nContent-Type: text/plain\n\n',
    ]) {
      expect((await extract(Buffer.from(typed), 'txt')).parts[0]).toMatchObject({ format: 'text' });
    }
  });
});
