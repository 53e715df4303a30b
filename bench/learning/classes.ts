import { type PetitionClass, petitionClassKeys } from '../../domain/index.js';
import type { Lexicon, Weights } from '../../lexicon/index.js';
import { classEvidence, decideClass, lookThrough } from '../../pipelines/topics/index.js';
import type { Evidence } from '../../pipelines/weighing/index.js';
import { crossValidate, learnKinds } from './learn.js';
import { labelledPapers, tellingWords } from './papers/index.js';

/** A word is learned from when it stands in so many papers, of two writers at least. */
const leastPapers = 4;
/** A weight so small decides nothing and is left out of the file. */
const leastWeight = 0.05;

interface Case {
  group: string;
  right: PetitionClass;
  evidence: Evidence;
}

/** Learns the class of a petition, and prints by writer how many are classed right by what the others' papers teach, and what was taken for what. */
export function learnClasses(lexicon: Lexicon): Weights {
  const cases = casesOf(lexicon);
  const counts = new Map<string, { right: number; all: number }>();
  const taken = new Map<string, number>();
  const add = (what: string) => taken.set(what, (taken.get(what) ?? 0) + 1);
  crossValidate(cases, learnFrom, ({ group, right, evidence }, weights) => {
    const count = counts.get(group) ?? { right: 0, all: 0 };
    counts.set(group, count);
    count.all++;
    const { petitionClass: read, mayBeReport } = decideClass(petitionClassKeys, evidence, weights);
    if (read === right) count.right++;
    else add(`${right} read as ${read}`);
    if (mayBeReport) add(`${right} marked as one that may be a report`);
  });
  for (const [writer, { right, all }] of counts)
    console.log(`${writer.padEnd(10)} ${((100 * right) / all).toFixed(1)} % (${right}/${all})`);
  for (const [what, times] of [...taken].sort((a, b) => b[1] - a[1]))
    console.log(`${String(times).padStart(4)} ${what}`);
  return learnFrom(cases);
}

function casesOf(lexicon: Lexicon): Case[] {
  const seen = labelledPapers(lexicon).flatMap(({ writer, petitionClass, sealed, words }) => {
    if (petitionClass === undefined) return [];
    const evidence = classEvidence(lookThrough(sealed, words, lexicon), sealed, () => true);
    return [{ group: writer, right: petitionClass, evidence }];
  });
  const telling = tellingWords(
    seen.map(({ group, evidence }) => ({ writer: group, names: evidence.keys() })),
    leastPapers,
  );
  const kept = ([name]: readonly [string, number]) => !/^(?:word|head|tail):/.test(name) || telling.has(name);
  return seen.map((one) => ({ ...one, evidence: new Map([...one.evidence].filter(kept)) }));
}

function learnFrom(cases: readonly Case[]): Weights {
  const { weights } = learnKinds(cases, petitionClassKeys);
  const decisive = Object.entries(weights).filter(([, weight]) => Math.abs(weight) >= leastWeight);
  return { bias: 0, weights: Object.fromEntries(decisive) };
}
