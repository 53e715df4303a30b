import { describe, expect, it } from '@jest/globals';
import { writeMail } from '../../../../samples/rendering/eml.js';
import { extract } from '../../extractions.js';
import { head, letter } from './mails.js';

describe('a box of mails', () => {
  it('gives each mail as a member', async () => {
    const box = ['甲', '乙'].map(
      (text) =>
        `From a@example.com Tue Apr 18 09:12:00 2017\n${writeMail({ ...letter, text })
          .toString('latin1')
          .replaceAll('\r', '')}\n`,
    );
    const { parts, pages } = await extract(Buffer.from(box.join('')), 'mbox');
    expect(parts.map(({ member, format }) => [member, format])).toEqual([
      [null, 'mbox'],
      ['邮件1.eml', 'eml'],
      ['邮件2.eml', 'eml'],
    ]);
    expect(pages.map(({ text }) => text.slice(-1))).toEqual(['甲', '乙']);
  });

  it('keeps a line of a letter that begins with From', async () => {
    const body = 'From here on.\n\n>From Monday 09:12\nFrom a b 09:12';
    const box = `From a@example.com Tue Apr 18 09:12:00 2017\nMIME-Version: 1.0\nFrom: a@example.com\n\n${body}\n`;
    const { pages } = await extract(Buffer.from(box), 'mbox');
    expect(pages.map(({ text }) => text)).toEqual([`${head}\n\n${body.replace('>', '')}`]);
  });
});
