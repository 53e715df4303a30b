import { describe, expect, it } from '@jest/globals';
import type { ExtractedPage } from '../../../../domain/index.js';
import { extract as read } from '../../extractions.js';
import { drawText, pagesPdf } from '../files.js';

const extract = async (...contents: string[]) =>
  (await read(pagesPdf(contents.map((content) => ({ content }))), 'pdf')).pages;

/** Ruling lines of a table whose upper left corner is given, in points. */
function rules(left: number, top: number, widths: readonly number[], heights: readonly number[]): string {
  const width = widths.reduce((a, b) => a + b, 0);
  const height = heights.reduce((a, b) => a + b, 0);
  const out: string[] = [];
  let y = top;
  for (const h of [0, ...heights]) {
    y -= h;
    out.push(`${left} ${y} m ${left + width} ${y} l S`);
  }
  let x = left;
  for (const w of [0, ...widths]) {
    x += w;
    out.push(`${x} ${top} m ${x} ${top - height} l S`);
  }
  return out.join('\n');
}

const cellsOf = ({ text, tables }: ExtractedPage) =>
  tables.map(({ rows }) => rows.map(({ cells }) => cells.map(({ start, end }) => text.slice(start, end))));

describe('tables of a PDF', () => {
  it('give rows of cells, and their lines joined', async () => {
    const [page] = await extract(
      [
        drawText(200, 780, '问题线索移送清单'),
        rules(50, 750, [100, 200, 100], [24, 48, 24]),
        drawText(55, 733, '被反映人'),
        drawText(155, 733, '主要问题'),
        drawText(355, 733, '涉及金额'),
        drawText(55, 698, '范明志'),
        drawText(155, 710, '违规减免翠云苑二期易地建设'),
        drawText(155, 692, '费并收受现金'),
        drawText(355, 698, '96.5'),
        drawText(55, 661, '沈丹'),
        drawText(155, 661, '指定检测机构'),
        drawText(50, 600, '以上共二件，请依规处置。'),
      ].join('\n'),
    );
    expect(page!.text.split('\n')).toEqual([
      '问题线索移送清单',
      '被反映人\t主要问题\t涉及金额',
      '范明志\t违规减免翠云苑二期易地建设费并收受现金\t96.5',
      '沈丹\t指定检测机构\t',
      '以上共二件，请依规处置。',
    ]);
    expect(cellsOf(page!)).toEqual([
      [
        ['被反映人', '主要问题', '涉及金额'],
        ['范明志', '违规减免翠云苑二期易地建设费并收受现金', '96.5'],
        ['沈丹', '指定检测机构', ''],
      ],
    ]);
    expect(page!.tables[0]!.rows.map((row) => row.row)).toEqual([1, 2, 3]);
  });

  it('keep merged cells, over columns and over rows', async () => {
    const lines = [
      '50 700 m 350 700 l S 50 676 m 350 676 l S 150 652 m 350 652 l S 50 628 m 350 628 l S',
      '50 700 m 50 628 l S 150 700 m 150 628 l S 250 676 m 250 628 l S 350 700 m 350 628 l S',
    ];
    const [page] = await extract(
      [
        ...lines,
        drawText(55, 684, '姓名'),
        drawText(155, 684, '范明志（原主任）'),
        drawText(55, 648, '经历'),
        drawText(155, 660, '二〇一五年'),
        drawText(255, 660, '任主任'),
        drawText(155, 636, '二〇一七年'),
        drawText(255, 636, '调离岗位'),
      ].join('\n'),
    );
    expect(page!.text.split('\n')).toEqual([
      '姓名\t范明志（原主任）',
      '经历\t二〇一五年\t任主任',
      '\t二〇一七年\t调离岗位',
    ]);
    expect(cellsOf(page!)).toEqual([
      [
        ['姓名', '范明志（原主任）'],
        ['经历', '二〇一五年', '任主任'],
        ['经历', '二〇一七年', '调离岗位'],
      ],
    ]);
  });

  it('number their rows on where they go on overleaf', async () => {
    const row = (y: number, name: string) => `${drawText(55, y, name)}\n${drawText(155, y, '涉嫌受贿')}`;
    const [first, second] = await extract(
      `${rules(50, 120, [100, 200], [24, 24])}\n${row(103, '范明志')}\n${row(79, '沈丹')}\n${drawText(290, 30, '1')}`,
      `${rules(50, 780, [100, 200], [24, 24])}\n${row(763, '吕敬之')}\n${row(739, '冉龙飞')}\n${drawText(290, 30, '2')}`,
    );
    expect(first!.tables[0]!.rows.map((r) => r.row)).toEqual([1, 2]);
    expect(second!.tables[0]!.rows.map((r) => r.row)).toEqual([3, 4]);
    expect(second!.text.split('\n')).toEqual(['吕敬之\t涉嫌受贿', '冉龙飞\t涉嫌受贿', '2']);
  });

  it('without ruling lines are found by three clear columns', async () => {
    const row = (y: number, ...cells: string[]) =>
      cells.map((c, i) => drawText(60 + i * 150, y, c)).join('\n');
    const [page] = await extract(
      [
        row(700, '姓名', '单位', '金额'),
        row(676, '范明志', '市人防办', '96.5万元'),
        row(652, '沈丹', '行政审批科', '42万元'),
        drawText(60, 600, '以上情况属实。'),
      ].join('\n'),
    );
    expect(cellsOf(page!)).toEqual([
      [
        ['姓名', '单位', '金额'],
        ['范明志', '市人防办', '96.5万元'],
        ['沈丹', '行政审批科', '42万元'],
      ],
    ]);
  });

  it('are not made of ruled letter paper, of a frame or of squared paper', async () => {
    const text = '我实名反映以下问题请派人核查谢谢';
    const paper = Array.from({ length: 12 }, (_, i) => `60 ${690 - i * 24} m 520 ${690 - i * 24} l S`).join(
      '\n',
    );
    const frame = '40 60 500 700 re S';
    const words = Array.from({ length: 8 }, (_, i) => drawText(62, 696 - i * 24, text)).join('\n');
    const squares = rules(60, 714, new Array<number>(16).fill(20), new Array<number>(8).fill(24));
    const squared = Array.from({ length: 8 }, (_, i) =>
      [...text].map((c, k) => drawText(64 + k * 20, 697 - i * 24, c)).join('\n'),
    ).join('\n');
    const pages = await extract(`${paper}\n${frame}\n${words}`, `${squares}\n${squared}`);
    expect(pages.map((page) => page.tables)).toEqual([[], []]);
    expect(pages[0]!.text.split('\n')).toEqual(new Array(8).fill(text));
  });
});
