import { describe, expect, it } from '@jest/globals';
import type { Recognition } from '../../../domain/index.js';
import { withDoubts } from '../../../pipelines/entities/doubts.js';
import { compose } from '../../../pipelines/items/item.js';
import { findDoubt } from '../../../pipelines/normalisation/doubt.js';
import { normalisationStage } from '../../../pipelines/normalisation/index.js';
import { extractionOf } from '../extractions.js';

const text = '县人防办原主任 贺连生\n收受现金6]万元，另收烟酒。';
const line = (start: number, end: number, unsure: readonly number[]) => ({
  start,
  end,
  confidence: 0.9,
  box: [0, start, 300, start + 20] as [number, number, number, number],
  sureness: Array.from({ length: end - start }, (_, i) => (unsure.includes(start + i) ? 0.7 : 0.99)),
});
const feed = text.indexOf('\n');
const recognition: Recognition = {
  page: 1,
  width: 300,
  height: 400,
  text,
  confidence: 0.9,
  lines: [line(0, feed, [8]), line(feed + 1, text.length, [feed + 5, feed + 6])],
  tables: [],
  flags: [],
};

describe('characters that recognition is not sure of', () => {
  it('are stretches of the page', () => {
    expect(findDoubt(recognition).map(({ start, end }) => text.slice(start, end))).toEqual(['贺', '6]']);
    const { sureness: _, ...plain } = recognition.lines[0]!;
    expect(findDoubt({ lines: [plain] })).toEqual([]);
  });

  it('are followed into the normal form, the item and its mentions', async () => {
    const extraction = extractionOf([{ recognise: true }], { format: 'png' });
    const normalised = await normalisationStage.run({ extraction, recognition: [recognition] } as never, {
      lexicon: {} as never,
    });
    const shown = (spans: readonly { start: number; end: number }[], of: string) =>
      spans.map(({ start, end }) => of.slice(start, end));
    // A sum that was put right by rule stays doubtful, and its raw form is found by its offsets.
    expect(shown(normalised.pages[0]!.doubtful, normalised.text)).toEqual(['贺', '61']);
    const pages = normalised.pages.map((page) => ({ ...page, place: 1, label: null }));
    const paper = { member: null, pages, flags: [], printed: true };
    const from = normalised.text.indexOf('贺');
    const item = compose(normalised.text, pages, paper, [
      { start: 0, end: 0, words: '姓名：' },
      { start: from, end: normalised.text.length },
    ]);
    expect(shown(item.doubtful, item.text)).toEqual(['贺', '61']);
    const mention = (quote: string) => {
      const start = item.text.indexOf(quote);
      const end = start + quote.length;
      return { type: 'money' as const, text: quote, value: null, confidence: 1, start, end };
    };
    const entities = { mentions: [mention('贺连生'), mention('61万元'), mention('烟酒')] };
    const doubted = withDoubts(entities as never, item.doubtful);
    expect(doubted.mentions.map((m) => m.doubtful && shown(m.doubtful, item.text))).toEqual([
      ['贺'],
      ['61'],
      undefined,
    ]);
  });
});
