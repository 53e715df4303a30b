import { describe, expect, it } from '@jest/globals';
import iconv from 'iconv-lite';
import { extract } from '../../extractions.js';
import { cellsOf } from '../tables.js';

/** Text as RTF writes it in a code page: every byte beyond ASCII in hexadecimal. */
const hex = (text: string, encoding = 'gbk') =>
  [...iconv.encode(text, encoding)]
    .map((byte) => (byte < 0x80 ? String.fromCharCode(byte) : `\\'${byte.toString(16)}`))
    .join('');
const fonts = '{\\fonttbl{\\f0\\fcharset0 Times;}{\\f1\\fcharset134 SimSun;}{\\f2\\fcharset136 MingLiU;}}';
const read = (body: string, head = `\\ansi\\ansicpg936\\deff0${fonts}`) =>
  extract(Buffer.from(`{\\rtf1${head}\\pard ${body}}`, 'latin1'), 'rtf');
const textOf = async (body: string, head?: string) => (await read(body, head)).pages[0]!.text;

describe('rtf', () => {
  it('is read in the code page of its font, of its file, or in Unicode', async () => {
    expect(await textOf(hex('举报信：范明志'))).toBe('举报信：范明志');
    expect(await textOf(`\\f1 ${hex('举报信')}`, `\\ansi\\ansicpg1252${fonts}`)).toBe('举报信');
    expect(await textOf(`\\f2 ${hex('舉報', 'big5')}\\f1 ${hex('举报')}`)).toBe('舉報举报');
    expect(await textOf(`\\loch\\f0\\hich\\f0\\dbch\\af1 ${hex('举')}`, `\\ansi\\ansicpg1252${fonts}`)).toBe(
      '举',
    );
    expect(await textOf(`\\uc1\\u20030?\\u25253\\'3f{\\uc2\\u20449 ??}\\uc0\\u-10179\\u-8704 x`)).toBe(
      '举报信😀x',
    );
    expect(await textOf(iconv.encode('原样', 'gbk').toString('latin1'))).toBe('原样');
    // The second byte of a character may be one of ASCII.
    expect(await textOf(`\\'81A\\'b5\\'c4`)).toBe(`${iconv.decode(Buffer.from([0x81, 0x41]), 'gbk')}的`);
  });

  it('keeps what is shown and passes over everything else', async () => {
    const body =
      '{\\info{\\title secret}}{\\stylesheet{\\s0 Normal;}}{\\*\\generator Word;}{\\*\\unknown {text}}' +
      `{\\header\\pard ${hex('页眉')}\\par}{\\footerf ${hex('页脚')}\\par}` +
      `\\pard ${hex('第一段')}{\\pict\\wmetafile8 0123456789abcdef}{\\object{\\*\\objdata 0105}{\\result ${hex('见附表')}}}\\par` +
      `${hex('注')}{\\footnote\\pard\\chftn ${hex('注文')}}\\line ${hex('第二行')}{\\deleted ${hex('删')}}\\tab x\\par` +
      `{\\field{\\*\\fldinst HYPERLINK "http://example.invalid"}{\\fldrslt ${hex('链接')}}}` +
      `{\\*\\annotation ${hex('批注')}}{\\shp{\\*\\shpinst{\\sp{\\sn a}{\\sv b}}{\\shptxt\\pard ${hex('文本框')}\\par}}{\\shprslt ${hex('文本框')}}}\\par\\bin3 {{{`;
    const { parts, pages } = await read(body);
    expect(pages[0]!.text).toBe('页眉\n第一段见附表\n注[1]\n第二行\tx\n链接\n文本框\n[1] 注文\n页脚');
    expect(parts[0].comments).toEqual(['批注']);
  });

  it('reads tables by the edges of their cells', async () => {
    const row = (definition: string, ...cells: string[]) =>
      `\\trowd ${definition}\\pard\\intbl ${cells.map((text) => `${hex(text)}\\cell `).join('')}\\row `;
    const [page] = (
      await read(
        row('\\cellx1000\\cellx4000', '序号', '问题及金额') +
          row('\\clvmgf\\cellx1000\\cellx2500\\cellx4000', '1', '减免', '5万元') +
          row('\\clvmrg\\cellx1005\\cellx2500\\cellx4000', '', '缓缴', '') +
          row('\\clmgf\\cellx1000\\clmrg\\cellx2500\\cellx4000', '合并', '', '丙') +
          `\\pard ${hex('表后')}\\par`,
      )
    ).pages;
    expect(page!.text).toBe('序号\t问题及金额\n1\t减免\t5万元\n\t缓缴\t\n合并\t丙\n表后');
    expect(cellsOf(page!)).toEqual([
      ['序号', '问题及金额', '问题及金额'],
      ['1', '减免', '5万元'],
      ['1', '缓缴', ''],
      ['合并', '合并', '丙'],
    ]);
    // Some writers say of the cells nothing but that they end.
    const bare = `\\trowd\\cellx1\\cellx2 ${hex('甲')}\\cell ${hex('乙')}\\cell\\row\\pard ${hex('后')}\\par`;
    const [second] = (await read(bare)).pages;
    expect(second!.text).toBe('甲\t乙\n后');
  });

  it('ends in bounded time whatever it is given', async () => {
    const started = performance.now();
    await expect(read('{'.repeat(1_000_000))).rejects.toMatchObject({ code: 'extraction.damaged' });
    expect(await textOf('}'.repeat(1_000_000))).toBe('');
    expect(await textOf(`{\\pict ${'0f'.repeat(10_000_000)}}`)).toBe('');
    expect(await textOf(`x${'\\cellx1'.repeat(500_000)}`)).toBe('x');
    await expect(
      read(`\\trowd${'\\cellx1'.repeat(100)}${'\\cell'.repeat(600_000)}\\row`),
    ).rejects.toMatchObject({
      code: 'extraction.too_much_text',
    });
    await expect(read('{\\footnote x}'.repeat(100_000))).rejects.toMatchObject({
      code: 'extraction.too_much_text',
    });
    await expect(read("\\'c4".repeat(1_000_000))).rejects.toMatchObject({ code: 'extraction.too_much_text' });
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});
