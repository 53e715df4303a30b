import { type PetitionClass, petitionClassKeys } from '../../domain/index.js';
import type { Lexicon, Weights } from '../../lexicon/index.js';
import { classByScores, classEvidence, lookThrough } from '../../pipelines/topics/index.js';
import { learnChoices } from './learn.js';
import { labelledPapers } from './papers/index.js';
import { regressWords } from './words.js';

/** Learns the class of a petition, and prints by writer how many are classed right by what the others' papers teach, and what was taken for what. */
export function learnClasses(lexicon: Lexicon): Weights {
  const rows = labelledPapers(lexicon).flatMap(({ writer, petitionClass, sealed, words }) => {
    if (petitionClass === undefined) return [];
    const evidence = classEvidence(lookThrough(sealed, words, lexicon), sealed, () => true);
    const right = petitionClassKeys.map((key) => (key === petitionClass ? 1 : 0));
    return [{ evidence, right, group: writer, petitionClass }];
  });
  const { leftOut, named } = regressWords({ codes: petitionClassKeys, rows });
  const scoresOf = (i: number) => [...leftOut[i]!].map((score) => new Map([['score', score]]));
  const { weights } = learnChoices(
    rows.map(({ right, group }, i) => ({ candidates: scoresOf(i), right: right.indexOf(1), group })),
    { ridge: 0 },
  );
  const slope = weights.score!;
  report(
    rows.map(({ group, petitionClass }, i) => ({
      group,
      right: petitionClass,
      ...classByScores(
        petitionClassKeys,
        new Map(petitionClassKeys.map((key, c) => [key, slope * leftOut[i]![c]!])),
      ),
    })),
  );
  return { bias: 0, weights: named(slope, 0) };
}

function report(
  papers: readonly {
    group: string;
    right: PetitionClass;
    petitionClass: PetitionClass;
    mayBeReport: boolean;
  }[],
): void {
  const all = { right: 0, all: 0 };
  const counts = new Map<string, typeof all>();
  const of = (group: string) => {
    const count = counts.get(group) ?? { right: 0, all: 0 };
    counts.set(group, count);
    return count;
  };
  const taken = new Map<string, number>();
  const add = (what: string) => taken.set(what, (taken.get(what) ?? 0) + 1);
  for (const { group, right, petitionClass, mayBeReport } of papers) {
    for (const count of [all, of(group)]) {
      count.all++;
      if (petitionClass === right) count.right++;
    }
    if (petitionClass !== right) add(`${right} read as ${petitionClass}`);
    if (mayBeReport) add(`${right} marked as one that may be a report`);
  }
  for (const [writer, count] of [...counts, ['all', all] as const])
    console.log(
      `${writer.padEnd(10)} ${((100 * count.right) / count.all).toFixed(1)} % (${count.right}/${count.all})`,
    );
  for (const [what, times] of [...taken].sort((a, b) => b[1] - a[1]))
    console.log(`${String(times).padStart(4)} ${what}`);
}
