import { type BookType, type CellObject, utils, type WorkBook, type WorkSheet, write } from '@e965/xlsx';

type Value = string | number | null | Partial<CellObject>;

/** A sheet of these values; `merges` are ranges as Excel writes them (`A2:A3`). */
export function sheetOf(rows: readonly (readonly Value[])[], merges: readonly string[] = []): WorkSheet {
  const sheet = utils.aoa_to_sheet(rows.map((row) => [...row]));
  sheet['!merges'] = merges.map((range) => utils.decode_range(range));
  return sheet;
}

/** A workbook of sheets by their names; those in `hidden` are not shown. */
export function renderWorkbook(
  sheets: Readonly<Record<string, WorkSheet>>,
  bookType: BookType,
  hidden: readonly string[] = [],
): Buffer {
  const book: WorkBook = utils.book_new();
  for (const [name, sheet] of Object.entries(sheets)) utils.book_append_sheet(book, sheet, name);
  book.Workbook = { Sheets: Object.keys(sheets).map((name) => ({ Hidden: hidden.includes(name) ? 1 : 0 })) };
  return write(book, { type: 'buffer', bookType, compression: true }) as Buffer;
}

/** A register of clues as offices keep it: title over all columns, merged cells, figures, dates, a hidden sheet. */
export function renderClueList(bookType: BookType): Buffer {
  const list = sheetOf(
    [
      ['2014年问题线索台账', null, null, null],
      ['序号', '被反映人', '涉及金额（万元）', '收到日期'],
      [1, '范明志', { t: 'n', v: 0.1 + 0.2 }, { t: 'n', v: 41_765, z: 'yyyy"年"m"月"d"日"' }],
      [null, '罗启航', { t: 'n', v: 1234.5, z: '#,##0.00' }, { t: 'n', v: 41_766, z: 'yyyy-mm-dd' }],
      [null, null, null, null],
      [2, '主要问题：\n违规减免', { t: 'n', v: 6_222_020_200_112_233 }, null],
    ],
    ['A1:D1', 'A3:A4'],
  );
  return renderWorkbook({ 线索: list, 底稿: sheetOf([['不予公开']]), 空表: sheetOf([]) }, bookType, ['底稿']);
}

/** What every reader of that register gives. */
export const clueList = {
  text: [
    '2014年问题线索台账',
    '序号\t被反映人\t涉及金额（万元）\t收到日期',
    '1\t范明志\t0.3\t2014年5月6日',
    '\t罗启航\t1,234.50\t2014-05-07',
    '2\t主要问题： 违规减免\t6222020200112233\t',
  ].join('\n'),
  rows: [1, 2, 3, 4, 6],
  cells: [
    Array.from({ length: 4 }, () => '2014年问题线索台账'),
    ['序号', '被反映人', '涉及金额（万元）', '收到日期'],
    ['1', '范明志', '0.3', '2014年5月6日'],
    ['1', '罗启航', '1,234.50', '2014-05-07'],
    ['2', '主要问题： 违规减免', '6222020200112233', ''],
  ],
};
