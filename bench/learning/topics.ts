import { addCount, type Count, compareSets } from '../../domain/index.js';
import type { Lexicon, Weights } from '../../lexicon/index.js';
import {
  evidenceOfRule,
  lacksField,
  leastLikelihood,
  lookThrough,
  signsOf,
} from '../../pipelines/topics/index.js';
import { likelihood } from '../../pipelines/weighing/index.js';
import { learn, type Row } from './learn.js';
import { type LabelledPaper, labelledPapers, ofPassages } from './papers/index.js';
import { regressWords } from './words.js';

type Paper = ReturnType<typeof lookOver>;
type Axis = keyof typeof leastLikelihood;
const axes = ['topic', 'offence'] as const satisfies readonly Axis[];

/** Learns the weights of tags; prints how well each writer's reports are tagged by weights learned from the others'. */
export function learnTopics(lexicon: Lexicon): Weights {
  const papers = labelledPapers(lexicon)
    .filter((p) => p.writer === ofPassages || (p.petitionClass === 'report' && p.topics !== null))
    .map((p) => lookOver(p, lexicon));
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
    signs: signsOf(found.compiled, found, found.findings, () => true),
  };
}

/** Weights of the codes of one axis: a tag's score by them is the log-odds of its being right. */
function weightsOf(axis: Axis, papers: readonly Paper[]): Record<string, number> {
  const labelled = papers.flatMap((paper) => {
    const right = paper.right[axis];
    return right === null ? [] : [{ ...paper, right }];
  });
  const all = labelled[0]!.found.compiled.rules.filter((rule) => rule.axis === axis).map((rule) => rule.code);
  const ruleOfCode = new Map(labelled[0]!.found.compiled.rules.map((rule) => [rule.code, rule]));
  const codes = all.filter((code) => labelled.some(({ right }) => right.includes(code)));
  const rows = labelled.map(({ writer, signs, right }) => ({
    evidence: new Map([...signs].map(([name, { value }]) => [name, value])),
    right: codes.map((code) => (right.includes(code) ? 1 : 0)),
    group: writer,
  }));
  const { leftOut, named } = regressWords({ codes, rows });
  const own = [...rows.keys()].filter((i) => rows[i]!.group !== ofPassages);
  const { bias, weights } = learn(
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
  const slope = weights.score!;
  report(
    axis,
    codes,
    own.map((i) => ({
      ...rows[i]!,
      likelihoods: codes.map((code, c) =>
        lacksField(ruleOfCode.get(code)!, labelled[i]!.found)
          ? 0
          : likelihood(bias + slope * leftOut[i]![c]!),
      ),
    })),
  );
  return named(slope, bias);
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
