import { describe, expect, it } from '@jest/globals';
import { createReader } from '../../../bench/reader.js';
import { loadLexicon } from '../../../lexicon/index.js';
import { otherPapers, type PlainPaper, tellingPapers } from './plain-papers.js';

const reader = createReader(loadLexicon());
const titled = (papers: readonly PlainPaper[]) => papers.map((p) => [p.text.slice(0, 30), p] as const);

describe('papers that tell plainly what somebody in office did', () => {
  it.each(titled(tellingPapers))('%s', (_, { text, petitionClass, topics, offences }) => {
    const read = reader.topics(text);
    expect(read.petitionClass).toBe(petitionClass);
    expect(read.topics.map((t) => t.code)).toEqual(expect.arrayContaining([...topics]));
    expect(read.offences.map((o) => o.code)).toEqual(expect.arrayContaining([...offences]));
  });
});

describe('papers that only sound like it', () => {
  it.each(titled(otherPapers))('%s', (_, { text, petitionClass }) => {
    const read = reader.topics(text);
    expect(read.petitionClass).toBe(petitionClass);
    expect(read.offences).toEqual([]);
  });
});
