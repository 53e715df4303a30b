import { petitionClassKeys } from '../../domain/index.js';
import type { Lexicon, Weights } from '../../lexicon/index.js';
import { classEvidence, decideKind, lookThrough, signatureEvidence } from '../../pipelines/topics/index.js';
import type { Evidence } from '../../pipelines/weighing/index.js';
import { crossValidate, learnKinds } from './learn.js';
import { type LabelledPaper, labelledPapers, tellingWords } from './sealed-papers.js';

/** A word is learned from when it stands in so many papers, of two writers at least. */
const leastPapers = 4;
/** A weight so small decides nothing and is left out of the file. */
const leastWeight = 0.1;

type PaperFound = ReturnType<typeof lookThrough>;

interface Case {
  group: string;
  right: string;
  evidence: Evidence;
}

/** Learns one of the kinds of a paper, and prints by writer how many papers are read right by what the others' teach. */
function learnKind(
  lexicon: Lexicon,
  codes: readonly string[],
  labelOf: (paper: LabelledPaper) => string | undefined,
  evidenceOf: (found: PaperFound, paper: LabelledPaper) => Evidence,
): Weights {
  const cases = casesOf(lexicon, labelOf, evidenceOf);
  const learnFrom = (some: readonly Case[]): Weights => weightsFrom(some, codes);
  const counts = new Map<string, { right: number; all: number }>();
  const taken = new Map<string, number>();
  crossValidate(cases, learnFrom, ({ group, right, evidence }, weights) => {
    const count = counts.get(group) ?? { right: 0, all: 0 };
    counts.set(group, count);
    count.all++;
    const read = decideKind(codes, evidence, weights);
    if (read === right) count.right++;
    else taken.set(`${right} read as ${read}`, (taken.get(`${right} read as ${read}`) ?? 0) + 1);
  });
  const print = (name: string, right: number, all: number) =>
    console.log(`${name.padEnd(10)} ${((100 * right) / all).toFixed(1)} % (${right}/${all})`);
  for (const [writer, { right, all }] of counts) print(writer, right, all);
  const sum = (of: 'right' | 'all') => [...counts.values()].reduce((total, count) => total + count[of], 0);
  print('all', sum('right'), sum('all'));
  for (const [mistake, times] of [...taken].sort((a, b) => b[1] - a[1]))
    console.log(`${String(times).padStart(4)} ${mistake}`);
  return learnFrom(cases);
}

export const learnClasses = (lexicon: Lexicon): Weights =>
  learnKind(
    lexicon,
    petitionClassKeys,
    (p) => p.petitionClass,
    (found, p) => classEvidence(found, p.sealed, () => true),
  );
export const learnSignatures = (lexicon: Lexicon): Weights =>
  learnKind(
    lexicon,
    ['named', 'anonymous', 'joint', 'unit'],
    (p) => p.signature,
    (found, p) => signatureEvidence(found, p.sealed, p.source ?? 'petition', () => true),
  );

function casesOf(
  lexicon: Lexicon,
  labelOf: (paper: LabelledPaper) => string | undefined,
  evidenceOf: (found: PaperFound, paper: LabelledPaper) => Evidence,
): Case[] {
  const seen = labelledPapers(lexicon).flatMap((paper) => {
    const right = labelOf(paper);
    if (right === undefined) return [];
    const found = lookThrough(paper.sealed, paper.words, lexicon);
    const evidence = evidenceOf(found, paper);
    return [{ group: paper.writer, right, evidence }];
  });
  const telling = tellingWords(
    seen.map(({ group, evidence }) => ({ writer: group, names: evidence.keys() })),
    leastPapers,
  );
  const kept = ([name]: readonly [string, number]) => !/^(?:word|head|tail):/.test(name) || telling.has(name);
  return seen.map((one) => ({ ...one, evidence: new Map([...one.evidence].filter(kept)) }));
}

function weightsFrom(cases: readonly Case[], codes: readonly string[]): Weights {
  const { weights } = learnKinds(cases, codes);
  const decisive = Object.entries(weights).filter(([, weight]) => Math.abs(weight) >= leastWeight);
  return { bias: 0, weights: Object.fromEntries(decisive) };
}
