import { describe, expect, it } from '@jest/globals';
import iconv from 'iconv-lite';
import { extract as read } from '../../extractions.js';

const extract = (bytes: Uint8Array) => read(bytes, 'txt');

const simplified = '关于青溪县人防办原主任贺连生违规减免易地建设费的举报信，2016年3月他收受现金５万元。';
const traditional = '關於青溪縣人防辦原主任賀連生違規減免易地建設費的舉報信，2016年3月他收受現金５萬元。';

/** Short texts, as short as a note on a slip of paper. */
function texts(of: string, count: number): string[] {
  const clauses = of
    .split(/(?<=[，。])/u)
    .flatMap((clause) => [clause, clause.slice(0, 12), clause.slice(-10)]);
  return Array.from({ length: count }, (_, i) => {
    const some = Array.from({ length: 1 + (i % 4) }, (_, k) => clauses[(i * 7 + k * 3) % clauses.length]);
    return some.join(i % 3 === 0 ? '\n' : '');
  }).filter((text) => text.length >= 8);
}

describe('plain text', () => {
  it.each([
    ['utf-8', iconv.encode(simplified, 'utf-8')],
    ['utf-8', iconv.encode(simplified, 'utf-8', { addBOM: true })],
    ['utf-16le', iconv.encode(simplified, 'utf-16le', { addBOM: true })],
    ['utf-16be', iconv.encode(simplified, 'utf-16be', { addBOM: true })],
    ['utf-16le', iconv.encode(simplified, 'utf-16le')],
    ['utf-16be', iconv.encode(simplified, 'utf-16be')],
    ['gb18030', iconv.encode(simplified, 'gb18030')],
  ])('is read as %s', async (encoding, bytes) => {
    const extraction = await extract(bytes);
    expect(extraction.parts).toMatchObject([{ format: 'text', encoding, flags: [] }]);
    expect(extraction.pages).toMatchObject([{ number: 1, text: simplified, recognise: false, flags: [] }]);
  });

  it('is read as Big5', async () => {
    const extraction = await extract(iconv.encode(traditional, 'big5'));
    expect(extraction.parts[0].encoding).toBe('big5');
    expect(extraction.pages[0]!.text).toBe(traditional);
  });

  it('tells GB18030, Big5 and UTF-16 apart on 200 short texts', async () => {
    const cases = [
      ...texts(simplified, 70).map((text) => ({ text, encoding: 'gb18030' })),
      ...texts(traditional, 70).map((text) => ({ text, encoding: 'big5' })),
      ...texts(traditional, 35).map((text) => ({ text, encoding: 'gb18030' })),
      ...texts(simplified, 35).map((text) => ({ text, encoding: 'utf-16le' })),
    ];
    expect(cases.length).toBeGreaterThan(190);
    const wrong: string[] = [];
    for (const { text, encoding } of cases) {
      const extraction = await extract(iconv.encode(text, encoding));
      if (extraction.pages[0]!.text !== text) wrong.push(`${encoding}: ${text}`);
    }
    expect(wrong).toEqual([]);
  });

  it('says when it is not sure of the encoding', async () => {
    const extraction = await extract(iconv.encode('囍喆', 'gb18030'));
    expect(extraction.parts[0].flags).toContain('encoding_uncertain');
  });

  it('keeps a text with a few broken bytes, flagged', async () => {
    const bytes = Buffer.from(simplified, 'utf-8');
    bytes[30] = 0xff;
    const extraction = await extract(bytes);
    expect(extraction.parts[0].encoding).toBe('utf-8');
    expect(extraction.parts[0].flags).toContain('damaged_text');
    expect(extraction.pages[0]!.text).toContain('收受现金');
  });

  it.each([
    ['random bytes', Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * i * 31 + i * 7) & 0xff))],
    ['control characters', Buffer.from('\u0001\u0002\u0003\u0004\u0005abc'.repeat(50))],
    ['a run of NULs', Buffer.alloc(2000)],
  ])('is not made of %s', async (_, bytes) => {
    await expect(extract(bytes)).rejects.toMatchObject({ code: 'extraction.unknown_format' });
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['line feeds', Buffer.from('\n\n  \n')],
  ])('of %s is an empty file', async (_, bytes) => {
    await expect(extract(bytes)).rejects.toMatchObject({ code: 'extraction.empty_file' });
  });
});
