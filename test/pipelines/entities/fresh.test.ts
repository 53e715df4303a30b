import { describe, expect, it } from '@jest/globals';
import type { Item } from '../../../domain/index.js';
import { loadLexicon } from '../../../lexicon/index.js';
import { readEntities } from '../../../pipelines/entities/index.js';
import { itemOf } from '../../../pipelines/items/index.js';
import { sealItem } from '../../../pipelines/sealing/index.js';
import { createSegmenter } from '../../../pipelines/segmentation/index.js';
import { expectedOf } from '../../../samples/letters/paper.js';
import { freshPapers } from './fresh/index.js';

const lexicon = loadLexicon();
const segmenter = createSegmenter(lexicon);
const papers = freshPapers.map((paper) => ({
  ...expectedOf({
    ...paper,
    file: `2024-06-01-${paper.name}`,
    format: 'txt-utf8',
    kind: 'letter',
    source: 'petition',
    channel: 'letter',
    signature: 'named',
    family: paper.name,
    relation: 'first',
    offences: [],
  }),
}));
const sealed = papers.map(({ text }) => {
  const item: Item = itemOf(text);
  const facts = { receivedOn: '2024-06-01', channel: null };
  return sealItem(item, readEntities(item, segmenter.words(text), facts, lexicon));
});

describe('papers of other writers', () => {
  it('are seventy-six', () => expect(papers.length).toBe(76));

  it('never show who wrote them', () => {
    const leaks = papers.flatMap(({ informant, family }, i) => {
      const { informant: _, ...rest } = sealed[i] ?? { informant: [] };
      const outside = JSON.stringify(rest);
      // A unit is masked where it is declared; the accused may be of the same.
      return informant
        .filter((f) => f.kind !== 'organisation' && outside.includes(f.value))
        .map(() => family);
    });
    expect(leaks).toEqual([]);
  });

  it('name their accused', () => {
    const wanted = papers.flatMap((p, i) => p.accused.map((a) => `${i} ${a.name}`));
    const found = new Set(sealed.flatMap((s, i) => s.accused.map((a) => `${i} ${a.name}`)));
    expect(wanted.filter((name) => found.has(name)).length / wanted.length).toBeGreaterThan(0.94);
  });
});
