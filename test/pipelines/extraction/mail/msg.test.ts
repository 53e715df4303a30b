import { describe, expect, it } from '@jest/globals';
import iconv from 'iconv-lite';
import { type OutlookMessage, writeMsg } from '../../../../samples/rendering/msg.js';
import { extract } from '../../extractions.js';

const letter: OutlookMessage = {
  sender: { name: '陆见川', address: 'lujc@example.com' },
  to: [
    { name: '举报信箱', address: 'jubao@example.gov.cn' },
    { name: '值班室', address: 'zhiban@example.gov.cn' },
  ],
  subject: '关于翠云苑项目有关问题的举报',
  sentAt: new Date('2017-04-18T17:12:00Z'),
  text: '领导：\r\n反映翠云苑项目涉嫌违规减免易地建设费。\r\n',
};
const head = `发件人：陆见川 <lujc@example.com>
收件人：举报信箱 <jubao@example.gov.cn>; 值班室 <zhiban@example.gov.cn>
日期：2017年4月19日 01:12
主题：关于翠云苑项目有关问题的举报`;
const page = `${head}\n\n领导：\n反映翠云苑项目涉嫌违规减免易地建设费。`;
const { text: _, ...blank } = letter;
const read = (message: OutlookMessage) => extract(writeMsg(message), 'msg');

describe('an Outlook message', () => {
  it('is one page of the same form as a mail', async () => {
    const { parts, pages } = await read(letter);
    expect(parts).toMatchObject([{ format: 'msg', member: null, flags: [] }]);
    expect(pages.map(({ text }) => text)).toEqual([page]);
  });

  it('in a code page is read, too', async () => {
    expect((await read({ ...letter, encode: (text) => iconv.encode(text, 'gbk') })).pages[0]!.text).toBe(
      page,
    );
  });

  it('in a code page with a byte that is in none says that it is damaged', async () => {
    const encode = (text: string) => Buffer.concat([iconv.encode(text, 'gbk'), Buffer.from([0xff, 0x0a])]);
    expect((await read({ ...letter, encode })).parts[0]!.flags).toContain('damaged_text');
  });

  it('with a marked-up body alone gives its words', async () => {
    const html = '<html><head><title>x</title></head><body><p>反映<b>问题</b></p></body></html>';
    expect((await read({ ...blank, html })).pages[0]!.text).toBe(`${head}\n\n反映问题`);
  });

  it('with nothing but packed RTF has that as a member', async () => {
    const rtf = Buffer.from(
      '2d0000002b0000004c5a4675f1c5c7a703000a00726370673132354232' +
        '0af32068656c090020627705b06c647d0a800fa0',
      'hex',
    );
    const { parts } = await read({ ...blank, rtf });
    expect(parts.map((part) => part.member)).toEqual([null, '正文.rtf']);
    expect(parts[1]!.failure?.code).not.toBe('extraction.damaged');
  });

  it('has attachments and messages in it as members, theirs too', async () => {
    const inner: OutlookMessage = {
      ...letter,
      subject: '转发：再次举报',
      attachments: [
        { name: '收据 (一).txt', file: Buffer.from('收据') },
        { name: '最早的信', file: { ...letter, subject: '最早的信' } },
      ],
    };
    const { parts, pages } = await read({
      ...letter,
      attachments: [
        { name: '证据.txt', file: Buffer.from('证据') },
        { name: '转发', file: inner },
        { name: '证据.txt', file: Buffer.from('又一份') },
      ],
    });
    expect(parts.map(({ member, within, format }) => [member, within, format])).toEqual([
      [null, null, 'msg'],
      ['证据.txt', 0, 'text'],
      ['转发.eml', 0, 'eml'],
      ['转发.eml/收据 (一).txt', 2, 'text'],
      ['转发.eml/最早的信.eml', 2, 'eml'],
      ['证据 (2).txt', 0, 'text'],
    ]);
    expect(pages[2]!.text).toBe(page.replace('关于翠云苑项目有关问题的举报', '转发：再次举报'));
    expect(pages[4]!.text).toBe(page.replace('关于翠云苑项目有关问题的举报', '最早的信'));
    expect(pages.map(({ text }) => text).filter((text) => text.length < 5)).toEqual([
      '证据',
      '收据',
      '又一份',
    ]);
  });

  it('with a Word document in it is a message all the same', async () => {
    const file = Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(600),
      Buffer.from('WordDocument', 'utf16le'),
    ]);
    const { parts } = await read({ ...letter, attachments: [{ name: '信.doc', file }] });
    expect(parts[0]!.format).toBe('msg');
    expect(parts[1]!.failure).not.toBeNull();
  });

  it('that is cut off or goes in circles ends', async () => {
    const whole = writeMsg({
      ...letter,
      attachments: [{ name: 'a.txt', file: Buffer.from('证据'.repeat(5_000)) }],
    });
    await expect(extract(whole.subarray(0, 2_000), 'msg')).rejects.toMatchObject({ name: 'PermanentError' });
    const outcomes = new Set<string>();
    // Every word of the table of sectors in turn leads somewhere else.
    for (let at = 512; at < 1_024; at += 4) {
      const wrong = Buffer.from(whole);
      wrong.writeUInt32LE(1, at);
      outcomes.add(
        await extract(wrong, 'msg').then(
          () => 'read',
          (error: { name: string }) => error.name,
        ),
      );
    }
    expect([...outcomes].every((outcome) => ['read', 'PermanentError'].includes(outcome))).toBe(true);
  });
});
