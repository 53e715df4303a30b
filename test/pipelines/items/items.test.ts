import { describe, expect, it } from '@jest/globals';
import type { Normalised } from '../../../domain/index.js';
import { itemsStage } from '../../../pipelines/items/index.js';

const context = { lexicon: {} as never };
const normalised = (over: Partial<Normalised>): Normalised => ({
  text: '',
  pages: [],
  offsets: [],
  flags: [],
  ...over,
});

describe('items', () => {
  it('makes one item of a document, with the begin of each page', async () => {
    const items = await itemsStage.run(
      {
        normalised: normalised({
          text: '第一页\n第二页',
          pages: [
            {
              number: 1,
              part: 0,
              start: 0,
              end: 3,
              recognised: false,
              confidence: 1,
              quality: 1,
              damaged: [],
              tables: [],
              flags: [],
            },
            {
              number: 2,
              part: 0,
              start: 4,
              end: 7,
              recognised: true,
              confidence: 0.8,
              quality: 1,
              damaged: [],
              tables: [],
              flags: [],
            },
          ],
          flags: ['low_confidence'],
        }),
      },
      context,
    );
    expect(items).toEqual([
      {
        ordinal: 0,
        member: null,
        row: null,
        text: '第一页\n第二页',
        origins: [[0, 0, 7]],
        context: '',
        coveredBy: null,
        review: null,
        pages: [
          { number: 1, start: 0 },
          { number: 2, start: 4 },
        ],
        recognised: true,
        confidence: 0.9,
        flags: ['low_confidence'],
      },
    ]);
  });

  it('makes an empty item of a document without usable text, and says why', async () => {
    const pages = [
      {
        number: 1,
        part: 0,
        start: 0,
        end: 0,
        recognised: true,
        confidence: 0,
        quality: 1,
        damaged: [],
        tables: [],
        flags: [],
      },
    ];
    const [item, ...rest] = await itemsStage.run(
      { normalised: normalised({ pages, flags: ['unreadable_page'] }) },
      context,
    );
    expect(rest).toEqual([]);
    expect(item).toMatchObject({ text: '', confidence: 0, recognised: true, flags: ['unreadable_page'] });
  });
});
