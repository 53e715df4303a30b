import { addCount, type Count, compareSets } from '../../domain/index.js';
import type { Lexicon, Weights } from '../../lexicon/index.js';
import { evidenceOfRule, leastLikelihood, lookThrough, signsOf } from '../../pipelines/topics/index.js';
import { type KnowsWord, likelihood } from '../../pipelines/weighing/index.js';
import { learn, type Row } from './learn.js';
import { type LabelledPaper, labelledPapers, ofPassages, tellingWords } from './papers/index.js';
import { type Answers, regress } from './ridge.js';

type Paper = ReturnType<typeof lookOver>;
type Axis = keyof typeof leastLikelihood;
const axes = ['topic', 'offence'] as const satisfies readonly Axis[];

/** A word is learned from when it stands in so many papers, of two writers at least, and in less than half of all. */
const leastPapers = 4;
/** A weight is left out of the file that moves a score of any paper by less than this. */
const leastMoved = 0.004;
/** How much a rare word or pair may say: with it all words, all pairs and all that is told weigh about the same. */
const ofRarity = 0.29;
/** Pull towards 0; from 0.6 to 1.4 the figures of writers who were left out are within a point. */
const ridge = 0.9;
/** What every paper has. */
const bias = 'bias';

/** Learns the weights of tags; prints how well each writer's reports are tagged by weights learned from the others'. */
export function learnTopics(lexicon: Lexicon): Weights {
  const papers = tellingOnly(
    labelledPapers(lexicon)
      .filter((p) => p.writer === ofPassages || (p.petitionClass === 'report' && p.topics !== null))
      .map((p) => lookOver(p, lexicon)),
  );
  const general = generalWeights(papers);
  const weights: Record<string, number> = { ...general.weights };
  for (const axis of axes) Object.assign(weights, weightsOf(axis, papers));
  return { bias: general.bias, weights };
}

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

/** Weights of the codes of one axis, named `C2/word:租金`: a tag's score by them is the log-odds of its being right. */
function weightsOf(axis: Axis, papers: readonly Paper[]): Record<string, number> {
  const { codes, rows, rarity } = answersOf(axis, papers);
  const { leftOut, weights } = regress({ codes, rows }, ridge);
  const own = [...rows.keys()].filter((i) => rows[i]!.group !== ofPassages);
  const scale = learn(
    own.flatMap((i) =>
      codes.map(
        (_, c): Row => ({
          evidence: new Map([['score', leftOut[i]![c]!]]),
          right: rows[i]!.right[c] === 1,
          group: rows[i]!.group,
        }),
      ),
    ),
    { ridge: 0 },
  );
  const slope = scale.weights.score!;
  const likely = own.map((i) => ({
    ...rows[i]!,
    likelihoods: codes.map((_, c) => likelihood(scale.bias + slope * leftOut[i]![c]!)),
  }));
  report(axis, codes, likely);
  const named: Record<string, number> = {};
  for (const [name, perCode] of weights)
    for (const [c, code] of codes.entries()) {
      const rare = rarity.get(name) ?? 1;
      const weight = perCode[c]! * rare;
      if (name === bias) named[`${code}/${bias}`] = Math.round(100 * (scale.bias + slope * weight)) / 100;
      else if (Math.abs(weight) >= leastWeight(name))
        named[`${code}/${name}`] = Math.round(100 * slope * weight) / 100;
    }
  return named;
}

/** A paper's words and pairs each say the less, the more of them there are: about a hundred words, four hundred pairs. */
const leastWeight = (name: string): number =>
  leastMoved * (name.startsWith('word:') ? 10 : name.startsWith('pair:') ? 20 : 2.5);

function answersOf(axis: Axis, papers: readonly Paper[]): Answers & { rarity: ReadonlyMap<string, number> } {
  const labelled = papers.flatMap((paper) => {
    const right = paper.right[axis];
    return right === null ? [] : [{ ...paper, right }];
  });
  const all = labelled[0]!.found.compiled.rules.filter((rule) => rule.axis === axis).map((rule) => rule.code);
  const codes = all.filter((code) => labelled.some(({ right }) => right.includes(code)));
  const rarity = rarityOf(labelled);
  const rows = labelled.map(({ writer, signs, right }) => ({
    evidence: new Map([
      [bias, 1] as const,
      ...[...signs].map(([name, { value }]) => [name, value * (rarity.get(name) ?? 1)] as const),
    ]),
    right: codes.map((code) => (right.includes(code) ? 1 : 0)),
    group: writer,
  }));
  return { codes, rows, rarity };
}

/** How rare each word and pair is (the logarithm of papers to papers that have it): a rare one may say more. */
function rarityOf(papers: readonly Pick<Paper, 'signs'>[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const { signs } of papers)
    for (const name of signs.keys())
      if (/^(?:word|pair):/.test(name)) times.set(name, (times.get(name) ?? 0) + 1);
  return new Map([...times].map(([name, n]) => [name, ofRarity * Math.log(papers.length / n)]));
}

/** Prints how well the tags are given of each writer, and from which likelihood on they would be given best. */
function report(
  axis: Axis,
  codes: readonly string[],
  rows: readonly { group: string; right: readonly number[]; likelihoods: readonly number[] }[],
): void {
  const countOf = (of: typeof rows, least: number): Count => {
    const count: Count = { right: 0, found: 0, wanted: 0 };
    for (const { right, likelihoods } of of)
      addCount(
        count,
        compareSets(
          codes.filter((_, c) => likelihoods[c]! >= least),
          codes.filter((_, c) => right[c] === 1),
        ).count,
      );
    return count;
  };
  for (const writer of new Set(rows.map((r) => r.group)))
    console.log(
      `${writer.padEnd(10)} ${axis} ${shown(
        countOf(
          rows.filter((r) => r.group === writer),
          leastLikelihood[axis],
        ),
      )}`,
    );
  console.log(`${'all'.padEnd(10)} ${axis} ${shown(countOf(rows, leastLikelihood[axis]))}`);
  const levels = [0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5];
  console.log(
    `by least likelihood: ${levels.map((l) => `${l} ${f1(countOf(rows, l)).toFixed(1)}`).join(', ')}`,
  );
}

const f1 = ({ right, found, wanted }: Count) => (200 * right) / (found + wanted);
const shown = (count: Count) => `${f1(count).toFixed(1)} % (${count.right}/${count.found}/${count.wanted})`;

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
