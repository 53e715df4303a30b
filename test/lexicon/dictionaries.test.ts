import { describe, expect, it } from '@jest/globals';
import { loadLexicon } from '../../lexicon/index.js';
import { organisationsSchema } from '../../lexicon/schemas/organisations.js';
import { peopleSchema } from '../../lexicon/schemas/people.js';
import { placesSchema } from '../../lexicon/schemas/places.js';
import { weightsSchema } from '../../lexicon/schemas/weights.js';
import { wordsSchema } from '../../lexicon/schemas/words.js';

const lexicon = loadLexicon();

describe('dictionaries', () => {
  it.each([
    ['people', peopleSchema],
    ['organisations', organisationsSchema],
    ['places', placesSchema],
    ['words', wordsSchema],
  ] as const)('every field of %s has a default and says what it is', (_name, schema) => {
    expect(() => schema.parse({})).not.toThrow();
    for (const field of Object.values(schema.shape)) expect(field.description ?? '').not.toBe('');
  });

  it('takes no weights without any evidence: all would be decided the same way without a word', () => {
    expect(weightsSchema.safeParse({ bias: -1, weights: { office: 1.2 } }).success).toBe(true);
    expect(weightsSchema.safeParse({ bias: -1, weights: {} }).success).toBe(false);
    expect(weightsSchema.safeParse({}).success).toBe(false);
  });

  it('reads many words from one line', () => {
    expect(peopleSchema.parse({ posts: ['主任 局长', '科长'] }).posts).toEqual(['主任', '局长', '科长']);
  });

  it('holds what only the civil-air-defence campaign needs in its pack', () => {
    expect(lexicon.organisations.bodies).toContain('人防办');
    expect(lexicon.words.words.n).toContain('易地建设费');
    expect(lexicon.organisations.bodies).toContain('住建局');
  });

  it('has a kind for no label twice', () => {
    const kinds = new Map<string, string>();
    const twice: string[] = [];
    for (const [kind, labels] of Object.entries(lexicon.people.labels)) {
      for (const label of labels) {
        if (kinds.has(label) && kinds.get(label) !== kind) twice.push(label);
        kinds.set(label, kind);
      }
    }
    expect(twice).toEqual([]);
  });

  it('knows the divisions with their former names', () => {
    const jiangchuan = lexicon.places.divisions.find((d) => d.name === '江川区');
    expect(jiangchuan).toMatchObject({
      code: '530403',
      former: [{ name: '江川县', code: '530421', until: '2015-12' }],
    });
  });
});
