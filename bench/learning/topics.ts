import { addCount, type Count, compareSets } from '../../domain/index.js';
import type { Lexicon, Weights } from '../../lexicon/index.js';
import { decideTags, evidenceOfRule, lookThrough, ruleSign, signsOf } from '../../pipelines/topics/index.js';
import { type Evidence, type KnowsWord, weightsByCode } from '../../pipelines/weighing/index.js';
import { learn, type Row } from './learn.js';
import { type LabelledPaper, labelledPapers, ofPassages, tellingWords } from './papers/index.js';

type Paper = ReturnType<typeof lookOver>;
type Axis = 'topic' | 'offence';
const axes: readonly Axis[] = ['topic', 'offence'];

/** A word is learned from when it stands in so many papers, of two writers at least, and in less than half of all. */
const leastPapers = 4;
/** A weight so small decides nothing and is left out of the file: of a sign, and of one among many words. */
const [leastWeight, leastOfWord] = [0.05, 0.5];
/**
 * How far a kind of sign is trusted, 1 where nothing is said: words and matters tell of what a new writer's letter is
 * about, what is told in a certain way (phrases, what other rules found) held for the writers it was found with.
 */
const trust: Record<Axis, Readonly<Record<string, number>>> = {
  topic: { word: 1.8, matter: 1.8, phrase: 0.6, beside: 0.6, away: 0.6 },
  offence: {},
};
/** Ridge, and steps: what these many signs teach is learned early. */
const settings = { ridge: 1, rounds: 200 };

/** Learns the weights of tags; prints how well each writer's reports are tagged by weights learned from the others'. */
export function learnTopics(lexicon: Lexicon): Weights {
  const papers = tellingOnly(
    labelledPapers(lexicon)
      .filter((p) => p.writer === ofPassages || (p.petitionClass === 'report' && p.topics !== null))
      .map((p) => lookOver(p, lexicon)),
  );
  const counts: Record<Axis, Count> = { topic: none(), offence: none() };
  for (const writer of new Set(papers.map((p) => p.writer))) {
    if (writer === ofPassages) continue;
    const weights = weightsByCode(weightsFrom(papers.filter((p) => p.writer !== writer)));
    const own: Record<Axis, Count> = { topic: none(), offence: none() };
    for (const paper of papers.filter((p) => p.writer === writer)) {
      const { compiled, findings } = paper.found;
      const signs = signsIn(paper.found, weights.knowsWord);
      const tags = decideTags(paper.found, compiled.rules, findings, signs, weights);
      addCount(
        own.topic,
        compareSets(
          tags.topics.map((t) => t.code),
          paper.right.topic ?? [],
        ).count,
      );
      addCount(
        own.offence,
        compareSets(
          tags.offences.map((t) => t.code),
          paper.right.offence ?? [],
        ).count,
      );
    }
    for (const axis of axes) addCount(counts[axis], own[axis]);
    console.log(`${writer.padEnd(10)} topics ${f1(own.topic)}  offences ${f1(own.offence)}`);
  }
  console.log(`${'all'.padEnd(10)} topics ${f1(counts.topic)}  offences ${f1(counts.offence)}`);
  return weightsFrom(papers);
}

const none = (): Count => ({ right: 0, found: 0, wanted: 0 });
const f1 = ({ right, found, wanted }: Count) =>
  `${((200 * right) / (found + wanted)).toFixed(1)} % (${right}/${found}/${wanted})`;

function lookOver(paper: LabelledPaper, lexicon: Lexicon) {
  const found = lookThrough(paper.sealed, paper.words, lexicon);
  return {
    writer: paper.writer,
    right: { topic: paper.topics, offence: paper.offences } as Record<Axis, readonly string[] | null>,
    found,
    signs: signsIn(found, () => true),
  };
}

const signsIn = (found: ReturnType<typeof lookThrough>, knows: KnowsWord) =>
  signsOf(found.compiled, found, found.findings, knows);

/** The papers as they are read by whoever knows only the words that no one writer alone uses and not every paper has. */
function tellingOnly(papers: readonly Paper[]): Paper[] {
  const words = tellingWords(
    papers.map(({ writer, signs }) => ({ writer, names: signs.keys() })),
    leastPapers,
  );
  const knows: KnowsWord = (kind, word) => (words.get(kind + word) ?? Infinity) < papers.length / 2;
  return papers.map((paper) => ({ ...paper, signs: signsIn(paper.found, knows) }));
}

function weightsFrom(papers: readonly Paper[]): Weights {
  const general = generalWeights(papers);
  const rarity = rarityOf(papers);
  const weights: Record<string, number> = { ...general.weights };
  for (const { code, axis } of papers[0]!.found.compiled.rules) {
    if (axis === 'deed' || !papers.some((p) => p.right[axis]?.includes(code))) continue;
    const factorOf = (name: string) => (rarity.get(name) ?? 1) * (trust[axis][kindOf(name)] ?? 1);
    const rows = papers.flatMap((paper): Row[] => {
      const right = paper.right[axis];
      if (right === null) return [];
      const evidence: Evidence = new Map([['rules', ruleSign(general, ...ruleOf(paper, axis, code))]]);
      for (const [name, { value }] of paper.signs) evidence.set(name, value * factorOf(name));
      return [{ evidence, right: right.includes(code), group: paper.writer }];
    });
    const own = learn(rows, settings);
    weights[`${code}/bias`] = own.bias;
    for (const [name, learnt] of Object.entries(own.weights)) {
      const weight = Math.round(learnt * factorOf(name) * 100) / 100;
      if (Math.abs(weight) >= (rarity.has(name) ? leastOfWord : leastWeight))
        weights[`${code}/${name}`] = weight;
    }
  }
  return { bias: general.bias, weights };
}

/** word of word:租金. */
const kindOf = (name: string): string => name.split(':', 1)[0]!;

/** How rare each word is (the logarithm of papers to papers that have it): a rare one may say more. */
function rarityOf(papers: readonly Paper[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const { signs } of papers)
    for (const name of signs.keys())
      if (name.startsWith('word:')) times.set(name, (times.get(name) ?? 0) + 1);
  return new Map([...times].map(([name, n]) => [name, Math.log(papers.length / n)]));
}

/** What the rules' evidence says whatever the code: it decides where nothing was learned of a code itself. */
function generalWeights(papers: readonly Paper[]): Weights {
  const rows = papers.flatMap((paper) =>
    paper.found.compiled.rules.flatMap(({ code, axis }): Row[] =>
      axis === 'deed' || paper.right[axis] === null
        ? []
        : [
            {
              evidence: evidenceOfRule(...ruleOf(paper, axis, code)),
              right: paper.right[axis].includes(code),
              group: paper.writer,
            },
          ],
    ),
  );
  return learn(rows);
}

function ruleOf({ found }: Paper, axis: Axis, code: string) {
  const ofAxis = found.findings.filter((f) => f.rule.axis === axis);
  return [ofAxis.find((f) => f.rule.code === code), ofAxis.map((f) => f.score)] as const;
}
