import type { Offence } from '../../domain/index.js';
import { tagsOf } from '../tags.js';
import { building } from './building.js';
import { duty } from './duty.js';
import { elsewhere } from './elsewhere.js';
import { fees } from './fees.js';
import { money } from './money.js';
import { oversight } from './oversight.js';
import { tellingPapers } from './plain-papers.js';
import { sightings } from './sightings/index.js';
import { voices } from './voices.js';
import { wholePapers } from './whole-papers.js';
import { mentions, witnesses } from './witnesses.js';

export { otherPapers } from './near-misses.js';
export { type PlainPaper, tellingPapers } from './plain-papers.js';
export { wholePapers } from './whole-papers.js';

/** What a few sentences of a letter accuse somebody of. */
export interface Passage {
  /** Null where the labels say nothing of topics, or of offences. */
  topics: readonly string[] | null;
  offences: readonly Offence[] | null;
  text: string;
}

/**
 * Passages in many voices, written to learn from and never measured on: a line is topics | offences | text. Papers
 * that the tests read are learned from as well.
 */
export const passages: readonly Passage[] = [
  ...[duty, building, money, oversight, fees, elsewhere, voices, mentions, ...sightings].flatMap((lines) =>
    lines.trim().split('\n').map(passageOf),
  ),
  // What is learned of offences comes from the others: with these as well it holds for fewer writers.
  ...witnesses
    .trim()
    .split('\n')
    .map(passageOf)
    .map((p) => (p.topics?.length ? { ...p, offences: null } : p)),
  ...tellingPapers.map(({ text, topics, offences }) => ({
    text,
    topics: topics.length > 0 ? topics : null,
    offences: offences.length > 0 ? offences : null,
  })),
  ...wholePapers
    .filter((p) => p.petitionClass === 'report')
    .map(({ text, topics }) => ({ text, topics, offences: null })),
];

function passageOf(line: string): Passage {
  const [topics = '', offences = '', text = ''] = line.split(' | ');
  if (text === '') throw new Error(`no passage: ${line}`);
  return { ...tagsOf(topics, offences), text };
}
