import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { distance, lettersOnly } from '../../../bench/edit-distance.js';
import type { Recognition } from '../../../domain/index.js';
import { readerOf } from '../../../pipelines/extraction/in-process.js';
import { normalisationStage } from '../../../pipelines/normalisation/index.js';
import { extractionOf } from '../extractions.js';
import { useRecogniser } from '../recognisers.js';

const recogniser = await useRecogniser();

const read = async (name: string) =>
  recogniser.recognise(await readerOf('png').renderPage!(readFileSync(`bench/pages/ruled-${name}.png`), 1));

const cellsOf = ({ text, tables }: Pick<Recognition, 'text' | 'tables'>) =>
  tables.map(({ rows }) => rows.map(({ cells }) => cells.map(({ start, end }) => text.slice(start, end))));

function expectAlmost(text: string, wanted: string): void {
  expect(distance(lettersOnly(text), lettersOnly(wanted)) / lettersOnly(wanted).length).toBeLessThan(0.06);
}

describe('a scanned form', () => {
  it('gives rows of labels and values', async () => {
    const page = await read('form');
    expect(page.flags).toEqual([]);
    const [table, ...others] = cellsOf(page);
    expect(others).toEqual([]);
    expect(table!.map((row) => row.length)).toEqual([4, 4, 2, 2, 3, 3]);
    const labels = table!.flatMap((row) => row.filter((_, i) => i % 2 === 0));
    expect(labels.slice(0, 6)).toEqual(['来访人', '联系电话', '被举报人', '单位职务', '住址', '主要问题']);
    expect(table![0]![3]).toBe('15400000007');
    expect([table![4]![0], table![5]![0]]).toEqual(['处理意见', '处理意见']);
    expectAlmost(
      table![3]![1]!,
      '本人从事工程检测十年。2018年10月以来，沈丹在窗口明示建设单位必须委托众安防护检测有限公司检测，否则资料一律退回。检测费按12元收，市场价只有4元。据统计一年半做了四十多个项目，收检测费三四百万元。',
    );
    expect(page.text.split('\n')[0]).toBe('来访登记表');
    expect(page.text.split('\n').at(-1)).toMatch(/^登记日期. ?2018年8月22日$/u);
  });

  it('keeps lines and tables inside its text, and its tables through normalisation', async () => {
    const page = await read('form');
    let end = -1;
    for (const line of page.lines) {
      expect(line.start).toBe(end + 1);
      expect(page.text.slice(line.start, line.end)).not.toContain('\n');
      const [left, top, right, bottom] = line.box;
      expect([left < right, top < bottom, right <= page.width, bottom <= page.height]).not.toContain(false);
      end = line.end;
    }
    expect(end).toBe(page.text.length);
    const extraction = extractionOf([{ recognise: true }]);
    const normalised = await normalisationStage.run(
      { extraction, recognition: [{ page: 1, ...page }] } as never,
      { lexicon: {} as never },
    );
    const [table] = cellsOf({ text: normalised.text, tables: normalised.pages[0]!.tables });
    expect(table![0]).toEqual(['来访人', '仇思远', '联系电话', '15400000007']);
  });
});

describe('a scanned list', () => {
  it('gives a row a clue, with its cells joined, although it lies askew', async () => {
    const page = await read('list');
    const [table] = cellsOf(page);
    expect(table!.map((row) => row.length)).toEqual([5, 5, 5, 5, 5]);
    expect(table!.map((row) => row[0])).toEqual(['序号', '1', '2', '3', '4']);
    expect(table!.map((row) => row[4]).slice(1)).toEqual(['96.5', '42', '36', '12.6']);
    expectAlmost(table![3]![3]!, '徇私签批虚假地勘报告，致使国家少建人防面积六千余平方米');
    expect(page.text.split('\n').slice(-1)).toEqual(['以上线索请依规处置。']);
  });
});

describe('letter paper', () => {
  it('with red lines is no table, and is read', async () => {
    const page = await read('ruled');
    expect(page.tables).toEqual([]);
    expectAlmost(
      page.text,
      '我实名反映以下问题，请派人核查，谢谢。他收受现金五万元，并为亲属谋利。'.repeat(6),
    );
  });

  it('in squares is no table, and is read without them', async () => {
    const page = await read('squared');
    expect(page.tables).toEqual([]);
    expectAlmost(page.text, '我实名反映以下问题请派人核查谢谢他收受'.repeat(8));
  });
});
