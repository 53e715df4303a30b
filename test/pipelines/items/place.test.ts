import { describe, expect, it } from '@jest/globals';
import type { Extraction, Recognition } from '../../../domain/index.js';
import { itemsStage, placeOf } from '../../../pipelines/items/index.js';
import { normalisationStage } from '../../../pipelines/normalisation/index.js';
import { extractionOf } from '../extractions.js';
import { containerOf, lexicon, tablePage } from './papers.js';

async function splitWith(extraction: Extraction, recognition: Recognition[] = []) {
  const normalised = await normalisationStage.run({ extraction, recognition }, { lexicon });
  const items = await itemsStage.run({ extraction, recognition, normalised }, { lexicon });
  return {
    items,
    at: (item: number, offset: number) => placeOf(items[item]!, normalised, extraction, recognition, offset),
  };
}

describe('the place of a quote', () => {
  it('is the cell of the sheet of the member, for a value and for its heading', async () => {
    const sheet = tablePage(
      { before: '问题线索清单' },
      [
        ['序号', '被反映人', '涉及金额（万元）', '主要问题'],
        ['1', '尚可为', '４３.６', '违规减免'],
      ],
      { label: '清单', place: 2 },
    );
    const extraction = containerOf({ format: 'zip' }, [
      { member: '表/线索.docx', format: 'docx', pages: [{ text: '说明' }, sheet] },
    ]);
    const { items, at } = await splitWith(extraction);
    const { text } = items[0]!;
    const source = extraction.pages[1]!.text;
    for (const [quote, written] of [
      ['尚可为', '尚'],
      ['43.6', '４'],
      ['被反映人', '被'],
    ] as const) {
      const place = at(0, text.indexOf(quote));
      expect(place).toMatchObject({ member: '表/线索.docx', label: '清单', row: 2, page: 2, box: null });
      expect(source.slice(place.start, place.end)).toBe(written);
    }
    expect(() => at(0, text.length)).toThrow(RangeError);
  });

  it('is the line of the page image where the page was recognised', async () => {
    const extraction = extractionOf([{ recognise: true }, { recognise: true }]);
    const read = (page: number, text: string): Recognition => ({
      ...{ page, width: 100, height: 100, confidence: 0.9, tables: [], flags: [], text },
      lines: [{ start: 0, end: text.length, confidence: 0.9, box: [page, 2, 3, 4] }],
    });
    const { items, at } = await splitWith(extraction, [read(1, '反映窦振华'), read(2, '收受现金三万元。')]);
    const place = at(0, items[0]!.text.indexOf('现金'));
    expect(place).toMatchObject({ member: null, label: null, row: null, page: 2, box: [2, 2, 3, 4] });
  });
});
