import { describe, expect, it } from '@jest/globals';
import { loadLexicon } from '../../../lexicon/index.js';
import { leastLikelihood, readTopics, topicName } from '../../../pipelines/topics/index.js';
import { wholePapers } from '../../../samples/passages/index.js';
import { sealedOf } from './sealed.js';

const lexicon = loadLexicon();
const receipt = { receivedOn: null, channel: null };
const read = (text: string, accused: Parameters<typeof sealedOf>[1] = []) =>
  readTopics(sealedOf(text, accused), null, receipt, lexicon);

describe('topics of invented papers', () => {
  it('has more than thirty papers of all classes', () => {
    expect(wholePapers.length).toBeGreaterThanOrEqual(36);
    expect(new Set(wholePapers.map((f) => f.petitionClass)).size).toBe(5);
  });

  it.each(wholePapers.map((f) => [f.name, f] as const))('%s', (_, fixture) => {
    const topics = read(fixture.text, fixture.accused ? [fixture.accused] : []);
    expect(topics.petitionClass).toBe(fixture.petitionClass);
    const codes = topics.topics.map((t) => t.code);
    expect(codes).toEqual(expect.arrayContaining(fixture.topics));
    for (const { score } of topics.topics) expect(score).toBeGreaterThanOrEqual(leastLikelihood.topic);
    for (const { score } of topics.offences) expect(score).toBeGreaterThanOrEqual(leastLikelihood.offence);
    for (const tag of [...topics.topics, ...topics.offences]) {
      expect(tag.evidence.length).toBeGreaterThan(0);
      expect(tag.evidence.length).toBeLessThanOrEqual(4);
      for (const { start, end } of tag.evidence)
        expect(fixture.text.slice(start, end).trim().length).toBeGreaterThan(1);
    }
  });

  it('names few topics that the papers are not about', () => {
    let hit = 0;
    let wrong = 0;
    let missed = 0;
    for (const fixture of wholePapers) {
      const got = read(fixture.text, fixture.accused ? [fixture.accused] : []).topics.map((t) => t.code);
      hit += got.filter((c) => fixture.topics.includes(c)).length;
      wrong += got.filter((c) => !fixture.topics.includes(c)).length;
      missed += fixture.topics.filter((c) => !got.includes(c)).length;
    }
    expect((2 * hit) / (2 * hit + wrong + missed)).toBeGreaterThanOrEqual(0.85);
  });

  it('names topics in the words of the field', () => {
    expect(topicName(lexicon, 'E1')).toBe('违规减免缓');
    expect(topicName(lexicon, 'Z9')).toBe('Z9');
    expect(topicName(lexicon, 'toString')).toBe('toString');
  });
});
