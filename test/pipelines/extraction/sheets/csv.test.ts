import { describe, expect, it } from '@jest/globals';
import iconv from 'iconv-lite';
import { extract } from '../../extractions.js';
import { cellsOf, rowNumbers } from '../tables.js';

const list = '序号,被反映人,主要问题\r\n1,范明志,"违规减免，\n涉嫌收受""好处费"""\r\n\r\n2,罗启航,\r\n';
const cells = [
  ['序号', '被反映人', '主要问题'],
  ['1', '范明志', '违规减免， 涉嫌收受"好处费"'],
  ['2', '罗启航', ''],
];

describe('csv', () => {
  it.each([
    ['utf-8', Buffer.from(list)],
    ['utf-8', Buffer.from(`\ufeff${list}`)],
    ['gb18030', iconv.encode(list, 'gb18030')],
    ['utf-16le', iconv.encode(list, 'utf-16le', { addBOM: true })],
  ])('is read in %s', async (encoding, bytes) => {
    const { parts, pages } = await extract(bytes, 'csv');
    expect(parts).toMatchObject([{ format: 'csv', encoding, flags: [] }]);
    expect(pages).toHaveLength(1);
    expect(cellsOf(pages[0]!)).toEqual(cells);
    expect(rowNumbers(pages[0]!)).toEqual([1, 2, 4]);
    expect(pages[0]!.text).toBe(cells.map((row) => row.join('\t')).join('\n'));
  });

  it('finds its separator', async () => {
    for (const separator of ['\t', ';', '|', ',', '，']) {
      const text = ['甲', '乙', '丙'].map((a) => [a, '一 二', '3.5'].join(separator)).join('\n');
      const { pages } = await extract(Buffer.from(text), 'csv');
      expect(cellsOf(pages[0]!)[1]).toEqual(['乙', '一 二', '3.5']);
    }
    const { pages } = await extract(Buffer.from('sep=;\r\n甲,一;乙\r\n'), 'csv');
    expect(cellsOf(pages[0]!)).toEqual([['甲,一', '乙']]);
  });

  it('is known by its content too, and a letter is none', async () => {
    const exported = await extract(Buffer.from('序号\t姓名\t事项\n1\t甲\t一\n2\t乙\t二\n'), 'xls');
    expect(exported.parts).toMatchObject([{ format: 'csv', flags: ['wrong_extension'] }]);
    const letter = await extract(Buffer.from('举报信\n范明志，男，主任\n请查\n'), 'txt');
    expect(letter.parts).toMatchObject([{ format: 'text' }]);
  });

  it('ends in bounded time whatever it is given', async () => {
    const started = performance.now();
    for (const text of [
      '"'.repeat(500_000),
      ',"'.repeat(250_000),
      '"a'.repeat(250_000),
      '"\n'.repeat(250_000),
    ]) {
      await extract(Buffer.from(text), 'csv').catch((error: unknown) =>
        expect(error).toMatchObject({ code: 'extraction.too_much_text' }),
      );
    }
    await expect(extract(Buffer.from(','.repeat(600_000)), 'csv')).rejects.toMatchObject({
      code: 'extraction.too_much_text',
    });
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
