import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Lexicon, Weights } from '../../lexicon/index.js';
import { learnAccused } from './accused.js';
import { learnClasses } from './classes.js';
import { learnHeldPosts } from './held-posts.js';
import { learnNames } from './names.js';
import { learnOrganisations } from './organisations.js';
import { learnPosts } from './posts.js';
import { learnSites } from './sites.js';
import { learnTopics } from './topics.js';
import { learnUnits } from './units.js';

/**
 * Learns one file of weights, or several by their names, from the labelled papers and prints how well they read a
 * writer whom they were not learned from.
 */
export type Learner = (lexicon: Lexicon) => Learned | Promise<Learned>;
type Learned = Weights | Readonly<Record<string, Weights>>;

const learners: Record<string, Learner> = {
  accused: learnAccused,
  classes: learnClasses,
  'held-posts': learnHeldPosts,
  names: learnNames,
  organisations: learnOrganisations,
  posts: learnPosts,
  sites: learnSites,
  topics: learnTopics,
  units: learnUnits,
};

const usage = `npm run bench -- learn NAME [--write]
  NAME: ${Object.keys(learners).join(', ')}; --write: replaces lexicon/weights/NAME.json, of sites places, projects and firms`;

/** @returns the exit code: 2 for a wrong option. */
export async function run(argv: readonly string[], lexicon: Lexicon): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: { write: { type: 'boolean', default: false } },
  });
  const [name = ''] = positionals;
  const learner = learners[name];
  if (learner === undefined) {
    console.error(usage);
    return 2;
  }
  const learned = await learner(lexicon);
  const files = isWeights(learned) ? { [name]: learned } : learned;
  if (values.write)
    for (const [file, weights] of Object.entries(files))
      writeFileSync(join('lexicon', 'weights', `${file}.json`), `${JSON.stringify(weights, null, 2)}\n`);
  return 0;
}

const isWeights = (learned: Learned): learned is Weights => typeof learned.bias === 'number';
