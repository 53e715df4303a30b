import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Lexicon, Weights } from '../../lexicon/index.js';
import { learnAccused } from './accused.js';
import { learnChannels, learnClasses, learnSignatures, learnSources } from './kinds.js';
import { learnNames } from './names.js';
import { learnOrganisations } from './organisations.js';
import { learnPlaces, learnProjects } from './sites.js';
import { learnTopics } from './topics.js';
import { learnUnits } from './units.js';

/** Learns one file of weights from the labelled papers and prints how well they read a writer whom they were not learned from. */
export type Learner = (lexicon: Lexicon) => Weights | Promise<Weights>;

const learners: Record<string, Learner> = {
  accused: learnAccused,
  channels: learnChannels,
  classes: learnClasses,
  names: learnNames,
  organisations: learnOrganisations,
  places: learnPlaces,
  projects: learnProjects,
  signatures: learnSignatures,
  sources: learnSources,
  topics: learnTopics,
  units: learnUnits,
};

const usage = `npm run bench -- learn NAME [--write]
  NAME: ${Object.keys(learners).join(', ')}; --write: replaces lexicon/weights/NAME.json`;

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
  const weights = await learner(lexicon);
  if (values.write)
    writeFileSync(join('lexicon', 'weights', `${name}.json`), `${JSON.stringify(weights, null, 2)}\n`);
  return 0;
}
