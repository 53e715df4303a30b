import type { Item } from '../../domain/index.js';
import { defineStage } from '../stage.js';

/** An item of the given text alone; what else is known of it is given. */
export function itemOf(text: string, known: Partial<Item> = {}): Item {
  return {
    ordinal: 0,
    member: null,
    row: null,
    text,
    origins: text === '' ? [] : [[0, 0, text.length]],
    pages: [{ number: 1, start: 0 }],
    context: '',
    coveredBy: null,
    review: null,
    recognised: false,
    confidence: 1,
    flags: [],
    ...known,
  };
}

/**
 * Splits a document into items. In this form one document is one item; a document without any usable text
 * is one item too, with an empty text and the flags that say why, so that a person sees it.
 */
export const itemsStage = defineStage({
  name: 'items',
  needs: ['normalised'],
  gives: 'items',
  version: 2,
  run({ normalised }): Item[] {
    const { text, pages, flags } = normalised;
    const recognised = pages.filter((page) => page.recognised);
    return [
      itemOf(text, {
        pages: pages.map(({ number, start }) => ({ number, start })),
        recognised: recognised.length > 0,
        confidence: meanConfidence(pages),
        flags: [...flags],
      }),
    ];
  },
});

/** Over characters, so that a nearly empty page does not spoil a good letter; of empty pages, over pages. */
function meanConfidence(pages: readonly { start: number; end: number; confidence: number }[]): number {
  let sum = 0;
  let characters = 0;
  for (const { start, end, confidence } of pages) {
    sum += confidence * (end - start);
    characters += end - start;
  }
  if (characters > 0) return sum / characters;
  return pages.length === 0 ? 0 : pages.reduce((total, page) => total + page.confidence, 0) / pages.length;
}
