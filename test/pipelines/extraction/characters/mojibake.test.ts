import { describe, expect, it } from '@jest/globals';
import iconv from 'iconv-lite';
import { extract } from '../../extractions.js';

const letter = '关于青溪县人防办原主任贺连生有关问题的举报信。他收受现金五万元，请查处。';
const utf8 = Buffer.from(letter, 'utf-8');

describe('UTF-8 that was read in a wrong encoding and saved again', () => {
  it.each([
    ['Latin-1', utf8.toString('latin1')],
    ['Windows-1252', new TextDecoder('windows-1252').decode(utf8)],
  ])('is put back where all of it turns back: %s', async (_, text) => {
    const { pages } = await extract(Buffer.from(text, 'utf-8'), 'txt');
    expect(pages).toMatchObject([{ text: letter, flags: ['text_repaired'] }]);
  });

  it('is put back from GBK where no byte was lost', async () => {
    const even = '关于青溪县人防办原主任贺连生';
    const { pages } = await extract(Buffer.from(iconv.decode(Buffer.from(even), 'gbk'), 'utf-8'), 'txt');
    expect(pages).toMatchObject([{ text: even, flags: ['text_repaired'] }]);
  });

  it('stays as it is where a part of it is lost, or only a part is wrong', async () => {
    const lost = utf8.toString('latin1').replace('å', '?');
    const partly = `收件人：${utf8.toString('latin1')}`;
    for (const text of [lost, partly]) {
      const { pages } = await extract(Buffer.from(text, 'utf-8'), 'txt');
      expect(pages).toMatchObject([{ text, flags: [] }]);
    }
  });

  it.each([letter, 'Café Müller, naïve', '喆玥嫘犇骉翀', '12-3号'])(
    'is not suspected in %s',
    async (text) => {
      const { pages } = await extract(Buffer.from(text, 'utf-8'), 'txt');
      expect(pages).toMatchObject([{ text, flags: [] }]);
    },
  );
});
