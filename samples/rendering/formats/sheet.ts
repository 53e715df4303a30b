import { type BookType, utils } from '@e965/xlsx';
import iconv from 'iconv-lite';
import { tableCells } from '../../letters/tables.js';
import { renderWorkbook, sheetOf } from '../workbook.js';

/** Each line is a row: a title or note is merged over all columns, `^` goes on the cell above, `<` the one before. */
export function renderSheet(text: string, bookType: BookType): Buffer {
  const lines = text.split('\n');
  const width = widthOf(lines);
  const merges: string[] = [];
  const rows = lines.map((line, r) => {
    if (!line.startsWith('|')) {
      merges.push(rangeOf(r, 0, r, width - 1));
      return [line, ...Array<null>(width - 1).fill(null)];
    }
    const cells = tableCells(line);
    for (const [c, cell] of cells.entries()) {
      if (cell === '^' || cell === '<') continue;
      let [down, right] = [r, c];
      while (cells[right + 1] === '<') right += 1;
      while (lines[down + 1]?.startsWith('|') && tableCells(lines[down + 1]!)[c] === '^') down += 1;
      if (down > r || right > c) merges.push(rangeOf(r, c, down, right));
    }
    return cells.map((cell) => (cell === '^' || cell === '<' ? null : cellValue(cell)));
  });
  return renderWorkbook({ 清单: sheetOf(rows, merges) }, bookType);
}

/** A list as an export of a web system: GBK, CRLF, quotes only where they are needed. */
export function renderCsv(text: string): Buffer {
  const lines = text.split('\n').map((line) =>
    tableCells(line)
      .map((cell) => (/[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
      .join(','),
  );
  return iconv.encode(`${lines.join('\r\n')}\r\n`, 'gbk');
}

const widthOf = (lines: readonly string[]) =>
  Math.max(...lines.map((line) => (line.startsWith('|') ? tableCells(line).length : 1)));

const rangeOf = (top: number, left: number, bottom: number, right: number) =>
  utils.encode_range({ s: { r: top, c: left }, e: { r: bottom, c: right } });

const cellValue = (cell: string) => (/^\d+(?:\.\d+)?$/.test(cell) ? Number(cell) : cell || null);
