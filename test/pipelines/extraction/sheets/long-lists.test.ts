import { utils, write } from '@e965/xlsx';
import { describe, expect, it } from '@jest/globals';
import type { Extraction } from '../../../../domain/index.js';
import { loadLexicon } from '../../../../lexicon/index.js';
import { itemsStage } from '../../../../pipelines/items/index.js';
import { normalisationStage } from '../../../../pipelines/normalisation/index.js';
import { extract } from '../../extractions.js';
import { sheetFile } from './sheet-files.js';

const headings =
  '序号 收到日期 线索来源 被反映人姓名 被反映人单位 职务 政治面貌 反映主要问题 涉及项目 涉及金额（万元） 发生时间 所属县区 承办部门 处置方式 办理状态 办结日期 是否重复 转办文号 联系人 备注'.split(
    ' ',
  );

function rowOf(number: number): string[] {
  const problem = `第 ${number} 号工程审批中涉嫌违规减免易地建设费，收受现金${number % 90}万元。`;
  const known = [
    `${number}`,
    '2019年5月6日',
    '信访举报',
    `王某${number}`,
    '红星县人防办',
    '主任',
    '中共党员',
    problem,
  ];
  return [...known, ...headings.slice(known.length).map((_, i) => `内容${number}-${i}`)];
}

function workbookOf(rows: number): Buffer {
  const sheet = utils.aoa_to_sheet([headings, ...Array.from({ length: rows }, (_, i) => rowOf(i + 1))]);
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, '台账');
  return write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer;
}

async function itemsOf(extraction: Extraction) {
  const context = { lexicon: loadLexicon() };
  const normalised = await normalisationStage.run({ extraction, recognition: [] }, context);
  return itemsStage.run({ extraction, recognition: [], normalised }, context);
}

describe('long lists', () => {
  it('of five thousand rows and twenty columns are five thousand items, in some seconds', async () => {
    const started = performance.now();
    const items = await itemsOf(await extract(workbookOf(5_000), 'xlsx'));
    expect(items).toHaveLength(5_000);
    expect(items[4_999]).toMatchObject({ row: 5_001, label: '台账', review: null });
    expect(items[4_999]!.text).toContain('被反映人姓名：王某5000\n');
    expect(items[4_999]!.text).toContain('备注：内容5000-11');
    expect(performance.now() - started).toBeLessThan(30_000);
  });

  it('also as CSV', async () => {
    const lines = Array.from({ length: 5_000 }, (_, i) => rowOf(i + 1).join(','));
    const csv = Buffer.from([headings.join(','), ...lines].join('\n'));
    const items = await itemsOf(await extract(csv, 'csv'));
    expect(items).toHaveLength(5_000);
  });

  it('of more than ten thousand rows are refused, and told why', async () => {
    const refusal = { code: 'extraction.too_many_rows', params: { limit: 10_000 } };
    const rows = Array.from(
      { length: 10_001 },
      (_, i) => `<row r="${i * 2 + 1}"><c r="A${i * 2 + 1}"><v>1</v></c></row>`,
    );
    await expect(extract(sheetFile(rows.join('')), 'xlsx')).rejects.toMatchObject(refusal);
    const lines = Array.from({ length: 10_001 }, (_, i) => `${i},甲,乙`);
    await expect(extract(Buffer.from(lines.join('\n')), 'csv')).rejects.toMatchObject(refusal);
  });

  it('whose sheet alone would unpack beyond the limit are refused for their rows, not as a bomb', async () => {
    const sheet = Array.from(
      { length: 400_000 },
      (_, i) =>
        `<row r="${i + 1}"><c r="A${i + 1}" t="str"><v>问题线索第${(i * 7919) % 99991}号</v></c></row>`,
    );
    await expect(extract(sheetFile(sheet.join('')), 'xlsx')).rejects.toMatchObject({
      code: 'extraction.too_many_rows',
    });
  });

  it('with a row as long as a book leave that row to a person, and keep the others', async () => {
    const long = '请上级派人核查此事。'.repeat(20_001);
    const csv = `序号,被反映人姓名,被反映人单位,反映主要问题\n1,王某一,红星县人防办,违规减免\n2,王某二,红星县人防办,${long}\n3,王某三,红星县人防办,收受现金`;
    const items = await itemsOf(await extract(Buffer.from(csv), 'csv'));
    expect(items.map(({ review, row, text }) => [row, review?.code ?? null, text === ''])).toEqual([
      [2, null, false],
      [3, 'extraction.too_much_text', true],
      [4, null, false],
    ]);
  });
});
