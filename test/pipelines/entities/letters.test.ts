import { describe, expect, it } from '@jest/globals';
import type { Item } from '../../../domain/index.js';
import { loadLexicon } from '../../../lexicon/index.js';
import { readEntities } from '../../../pipelines/entities/index.js';
import { itemOf } from '../../../pipelines/items/index.js';
import { createSegmenter } from '../../../pipelines/segmentation/index.js';
import { letters } from './letters/index.js';

const lexicon = loadLexicon();
const segmenter = createSegmenter(lexicon);

const read = (text: string) => {
  const item: Item = itemOf(text);
  return readEntities(item, segmenter.words(text), { receivedOn: '2023-06-01', channel: null }, lexicon);
};

describe('what a case officer would write on the card', () => {
  it('has letters of many kinds', () => {
    expect(letters.length).toBeGreaterThanOrEqual(25);
    expect(new Set(letters.map((letter) => letter.name)).size).toBe(letters.length);
  });

  it.each(letters.map((letter) => [letter.name, letter] as const))('%s', (_name, letter) => {
    const found = read(letter.text);
    expect(found.accused.map((a) => [a.name, a.organisation, a.position])).toEqual(letter.accused);
    const values = found.informant.map((field) => field.value);
    if (letter.informant !== undefined) expect(values).toEqual(expect.arrayContaining(letter.informant));
    if (letter.informant?.length === 0) expect(values).toEqual([]);
    if (letter.amount !== undefined) expect(found.amount).toBe(letter.amount);
    if (letter.signedOn !== undefined) expect(found.signedOn).toBe(letter.signedOn);
    if (letter.acted !== undefined) expect([found.actedFrom, found.actedTo]).toEqual(letter.acted);
    const mentions = found.mentions.map((m) => `${m.type}:${m.text}=${m.value}`);
    expect(mentions).toEqual(expect.arrayContaining(letter.mentions ?? []));
  });

  it.each(letters.map((letter) => [letter.name, letter] as const))('offsets hold: %s', (_name, letter) => {
    const found = read(letter.text);
    const ends = new Map<string, number>();
    for (const mention of found.mentions) {
      expect(letter.text.slice(mention.start, mention.end)).toBe(mention.text);
      expect(mention.start).toBeGreaterThanOrEqual(ends.get(mention.type) ?? 0);
      ends.set(mention.type, mention.end);
    }
    for (const field of found.informant) {
      for (const span of field.spans) expect(span.end).toBeGreaterThan(span.start);
    }
  });
});
