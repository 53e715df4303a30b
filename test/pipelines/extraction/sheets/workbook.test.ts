import { readFileSync } from 'node:fs';
import { CFB, utils } from '@e965/xlsx';
import { describe, expect, it } from '@jest/globals';
import iconv from 'iconv-lite';
import { clueList, renderClueList, renderWorkbook, sheetOf } from '../../../../samples/rendering/workbook.js';
import { extract } from '../../extractions.js';
import { zipOf } from '../files.js';
import { cellsOf, rowNumbers } from '../tables.js';
import { sheetFile } from './sheet-files.js';

describe('a register in every format of Excel', () => {
  it.each([
    ['xlsx', 'xlsx', () => renderClueList('xlsx')],
    ['xlsm', 'xlsx', () => renderClueList('xlsm')],
    ['xml', 'xlsx', () => renderClueList('xlml')],
    ['xls', 'xls', () => renderClueList('biff8')],
    ['et', 'xls', () => readFileSync('test/fixtures/list.xls')],
  ])('reads the same: %s', async (extension, format, open) => {
    const { parts, pages } = await extract(open(), extension);
    expect(parts).toMatchObject([{ format, flags: [] }]);
    expect(pages.map(({ label, flags }) => [label, flags])).toEqual([
      ['线索', []],
      ['底稿', ['hidden_sheet']],
    ]);
    expect(pages[0]!.text).toBe(clueList.text);
    expect(cellsOf(pages[0]!)).toEqual(clueList.cells);
    expect(rowNumbers(pages[0]!)).toEqual(clueList.rows);
  });

  it('is read by what it is under another name', async () => {
    for (const type of ['xlsx', 'xlml'] as const) {
      const { parts } = await extract(renderClueList(type), 'xls');
      expect(parts).toMatchObject([{ format: 'xlsx', flags: ['wrong_extension'] }]);
    }
  });
});

describe('cells', () => {
  const shown = async (cells: object[], type: 'xlsx' | 'biff8' = 'xlsx') => {
    const { pages } = await extract(
      renderWorkbook({ A: sheetOf([cells]) }, type),
      type === 'xlsx' ? 'xlsx' : 'xls',
    );
    return cellsOf(pages[0]!)[0];
  };

  it.each(['xlsx', 'biff8'] as const)('are shown as Excel shows them in Chinese: %s', async (type) => {
    const cells = [
      { t: 'n', v: 41_765, z: '[$-804]yyyy"年"m"月";@' },
      { t: 'n', v: 0.125, z: '0.0%' },
      { t: 'n', v: 3.000_000_000_000_000_4 },
      { t: 'n', v: 13_800_000_000 },
      { t: 'b', v: true },
      { t: 'e', v: 7 },
      { t: 's', v: '末' },
    ];
    expect(await shown(cells, type)).toEqual(['2014年5月', '12.5%', '3', '13800000000', 'TRUE', '末']);
  });

  it('with a built-in Chinese format, which files name by its number alone', async () => {
    const styles =
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="57" applyNumberFormat="1"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>';
    const { pages } = await extract(
      sheetFile('<row r="3"><c r="B3" s="1"><v>41765</v></c><c r="C3" s="2"><v>41765</v></c></row>', {
        styles,
      }),
      'xlsx',
    );
    expect(pages[0]!.text).toBe('2014年5月\t2014/5/6');
    expect(rowNumbers(pages[0]!)).toEqual([3]);
  });

  it('with formulas give what was calculated last, and remarks stand apart', async () => {
    const sheet = sheetOf([[{ t: 'n', v: 96.5, f: 'SUM(B1:B9)' }]]);
    utils.cell_add_comment(sheet.A1 as never, '请核对', '经办人');
    const { parts, pages } = await extract(renderWorkbook({ A: sheet }, 'xlsx'), 'xlsx');
    expect(pages[0]!.text).toBe('96.5');
    expect(parts[0].comments).toEqual(['请核对']);
  });
});

describe('Excel 5', () => {
  it('is read in its code page', async () => {
    const record = (type: number, ...bytes: number[]) => [
      type & 255,
      type >> 8,
      bytes.length & 255,
      bytes.length >> 8,
      ...bytes,
    ];
    const text = [...iconv.encode('举报', 'gbk')];
    const name = [...iconv.encode('线索', 'gbk')];
    const globals = (at: number) => [
      ...record(0x0809, 0, 5, 5, 0, 0, 0, 0, 0),
      ...record(0x0042, 0xa8, 0x03),
      ...record(0x0085, at, 0, 0, 0, 0, 0, name.length, ...name),
      ...record(0x000a),
    ];
    const stream = Buffer.from([
      ...globals(globals(0).length),
      ...record(0x0809, 0, 5, 0x10, 0, 0, 0, 0, 0),
      ...record(0x0204, 4, 0, 1, 0, 0, 0, text.length, 0, ...text),
      ...record(0x000a),
    ]);
    const { parts, pages } = await extract(compoundOf({ Book: stream }), 'xls');
    expect(parts).toMatchObject([{ format: 'xls' }]);
    expect(pages[0]).toMatchObject({ label: '线索', text: '举报', tables: [{ rows: [{ row: 5 }] }] });
  });
});

describe('hostile workbooks', () => {
  it('end in bounded time and memory: far cells, merges over everything, too many cells', async () => {
    const started = performance.now();
    const far = await extract(
      sheetFile('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>', {
        behind: '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
      }),
      'xlsx',
    );
    expect(far.pages[0]).toMatchObject({
      text: '1',
      tables: [{ rows: [{ row: 1_048_576, cells: [{ start: 0, end: 1 }] }] }],
    });
    const diagonal = Array.from(
      { length: 3000 },
      (_, i) => `<row r="${i + 1}"><c r="${utils.encode_col(i)}${i + 1}"><v>1</v></c></row>`,
    );
    await expect(extract(sheetFile(diagonal.join('')), 'xlsx')).rejects.toMatchObject({
      code: 'extraction.too_much_text',
    });
    const everything = Array.from(
      { length: 900 },
      (_, i) =>
        `<row r="${i + 1}"><c r="A${i + 1}"><v>1</v></c><c r="${utils.encode_col(i + 1)}${i + 1}"><v>1</v></c></row>`,
    );
    const merges = Array.from({ length: 1000 }, (_, i) => `<mergeCell ref="A${i + 1}:XFD1048576"/>`);
    await expect(
      extract(
        sheetFile(everything.join(''), { behind: `<mergeCells>${merges.join('')}</mergeCells>` }),
        'xlsx',
      ),
    ).rejects.toMatchObject({ code: 'extraction.too_much_text' });
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  it('are refused before anything is unpacked where they would unpack to too much', async () => {
    const strings = `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${'<si><t>甲</t></si>'.repeat(3_000_000)}</sst>`;
    await expect(extract(sheetFile('', { strings }), 'xlsx')).rejects.toMatchObject({
      code: 'extraction.unpacks_too_large',
    });
    await expect(
      extract(zipOf({ '[Content_Types].xml': '', 'xl/workbook.xml': 'x'.repeat(50_000) }, 100), 'xlsx'),
    ).rejects.toMatchObject({
      code: 'extraction.damaged',
    });
  });

  it('are refused where a small xls has more cells than any register', async () => {
    const row = Buffer.alloc(4 + 6 + 256 * 6);
    row.writeUInt16LE(0x00bd, 0);
    row.writeUInt16LE(row.length - 4, 2);
    const bof = Buffer.from([0x09, 0x08, 16, 0, 0, 6, 5, 0, ...Buffer.alloc(12)]);
    const list = Buffer.from([0x85, 0, 9, 0, 37, 0, 0, 0, 0, 0, 1, 0, 65, 0x0a, 0, 0, 0]);
    const stream = Buffer.concat([bof, list, bof, ...Array.from({ length: 3_000 }, () => row)]);
    stream.writeUInt32LE(bof.length + list.length, bof.length + 4);
    await expect(extract(compoundOf({ Workbook: stream }), 'xls')).rejects.toMatchObject({
      code: 'extraction.too_much_text',
    });
    const locked = Buffer.concat([bof, Buffer.from([0x2f, 0, 2, 0, 0, 0])]);
    await expect(extract(compoundOf({ Workbook: locked }), 'xls')).rejects.toMatchObject({
      code: 'extraction.password_needed',
    });
  });

  it('end where a text is cut off in the middle of its length or its characters', async () => {
    const bof = Buffer.from([0x09, 0x08, 16, 0, 0, 6, 5, 0, ...Buffer.alloc(12)]);
    for (const rest of [
      [1],
      [1, 0],
      [255, 255, 1],
      [255, 255, 13, 255, 255, 255, 255, 255, 255],
      [3, 0, 0, 65],
    ]) {
      const strings = Buffer.from([0xfc, 0, 8 + rest.length, 0, 1, 0, 0, 0, 255, 255, 255, 255, ...rest]);
      const stream = Buffer.concat([bof, strings, Buffer.from([0x0a, 0, 0, 0])]);
      expect((await extract(compoundOf({ Workbook: stream }), 'xls')).pages[0]!.text).toBe('');
    }
  });

  it('end in text or a defined error whatever is changed in them, and nothing of them is printed', async () => {
    const printed: unknown[] = [];
    const { error } = console;
    console.error = (...words: unknown[]) => printed.push(words);
    try {
      const whole = readFileSync('test/fixtures/list.xls');
      let seed = 11;
      const random = (below: number) => {
        seed = (seed * 48_271) % 2_147_483_647;
        return seed % below;
      };
      const outcomes = new Set<string>();
      for (let round = 0; round < 400; round++) {
        const bytes = Buffer.from(whole);
        for (let i = 0; i <= round % 30; i++) bytes[8 + random(bytes.length - 8)] = random(256);
        outcomes.add(
          await extract(bytes, 'xls').then(
            () => 'read',
            ({ name }: Error) => name,
          ),
        );
      }
      expect([...outcomes].sort()).toEqual(['PermanentError', 'read']);
    } finally {
      console.error = error;
    }
    expect(printed).toEqual([]);
  });

  it('that are damaged are refused', async () => {
    const whole = renderClueList('biff8');
    for (const length of [600, 1500, 3000]) {
      await expect(extract(whole.subarray(0, length), 'xls')).rejects.toMatchObject({
        code: 'extraction.damaged',
      });
    }
    await expect(
      extract(zipOf({ '[Content_Types].xml': '<a', 'xl/workbook.xml': '<a' }), 'xlsx'),
    ).rejects.toMatchObject({
      code: 'extraction.damaged',
    });
  });
});

function compoundOf(streams: Readonly<Record<string, Buffer>>): Buffer {
  const file = CFB.utils.cfb_new();
  for (const [name, content] of Object.entries(streams)) CFB.utils.cfb_add(file, `/${name}`, content);
  return CFB.write(file, { type: 'buffer' }) as Buffer;
}
