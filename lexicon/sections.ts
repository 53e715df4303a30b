import type { z } from 'zod';
import { organisationsSchema } from './schemas/organisations.js';
import { peopleSchema } from './schemas/people.js';
import { petitionSchema } from './schemas/petition.js';
import { placesSchema } from './schemas/places.js';
import { sitesSchema } from './schemas/sites.js';
import { tablesSchema } from './schemas/tables.js';
import { topicsSchema } from './schemas/topics.js';
import { weightsSchema } from './schemas/weights.js';
import { wordsSchema } from './schemas/words.js';

/** One YAML file each. Every field has a default, so that a campaign pack gives only what it adds. */
export const sections = {
  /** Dictionary of the segmenter. */
  words: wordsSchema,
  /** Surnames, titles, positions, words that only look like names. */
  people: peopleSchema,
  /** Administrative divisions with codes, former names and dates. */
  places: placesSchema,
  /** Kinds of organisations, their suffixes, aliases and former names. */
  organisations: organisationsSchema,
  /** How places and things built are called, and what stands around their names. */
  sites: sitesSchema,
  /** Topics and offences with trigger words, and what cancels a trigger. */
  topics: topicsSchema,
  /** Cues for the class, source, channel and signature of a paper. */
  petition: petitionSchema,
  /** Headings of the columns of lists. */
  tables: tablesSchema,
  /** How much each kind of evidence says, learned from labelled papers: of who is accused, */
  'weights/accused': weightsSchema,
  /** of which unit and post an accused has, */
  'weights/units': weightsSchema,
  /** of what is a person's name, */
  'weights/names': weightsSchema,
  /** of what is a place, */
  'weights/places': weightsSchema,
  /** of what is something built, */
  'weights/projects': weightsSchema,
  /** of what is a unit, as its name and what stands around it tell, */
  'weights/firms': weightsSchema,
  /** of where the name of a unit begins, */
  'weights/organisations': weightsSchema,
  /** of where a post begins, */
  'weights/posts': weightsSchema,
  /** of which posts somebody holds, */
  'weights/held-posts': weightsSchema,
  /** of topics and offences, */
  'weights/topics': weightsSchema,
  /** and of the class of a petition. */
  'weights/classes': weightsSchema,
} as const satisfies Record<string, z.ZodType>;

export type LexiconSection = keyof typeof sections;

/** Lists are joined, mappings merged, single values replaced. */
export function mergeSection(
  into: Record<string, unknown>,
  part: Record<string, unknown>,
): Record<string, unknown> {
  const merged: Record<string, unknown> = { ...into };
  for (const [key, value] of Object.entries(part)) {
    const before = merged[key];
    if (Array.isArray(before) && Array.isArray(value)) merged[key] = [...before, ...value];
    else if (isMapping(before) && isMapping(value)) merged[key] = mergeSection(before, value);
    else merged[key] = value;
  }
  return merged;
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
