import type { Evidence } from '../../pipelines/weighing/index.js';
import { tellingWords } from './papers/index.js';
import { type Answers, regress } from './ridge.js';

/** A word is learned from when it stands in so many papers, of two writers at least, and in less than half of all. */
const leastPapers = 4;
/** A weight is left out of the file that moves no paper's score by more than about this. */
const leastMoved = 0.004;
/** How much a rare word or pair may say: with it all words, all pairs and all that is told weigh about the same. */
const ofRarity = 0.29;
/** Pull towards 0: at 1.3 writers who were left out are tagged best. */
const ridge = 1.3;
const bias = 'bias';

/**
 * Regression on what is seen of papers, their words and pairs of characters among it: of these only those that more
 * than one writer uses and not every paper has, each the stronger the rarer it is.
 */
export function regressWords({ codes, rows }: Answers): {
  /** What each row would score by weights learned without its group, in the order of the codes. */
  leftOut: Float64Array[];
  /** The weights, named `C2/word:租金`, of the scores times `slope`, plus `start`. */
  named(slope: number, start: number): Record<string, number>;
} {
  const rarity = rarityOf(rows);
  const factorOf = (name: string) => (isPiece(name) ? (rarity.get(name) ?? 0) : 1);
  const told = rows.map((row) => {
    const evidence: Evidence = new Map([[bias, 1]]);
    for (const [name, value] of row.evidence)
      if (factorOf(name) > 0) evidence.set(name, value * factorOf(name));
    return { ...row, evidence };
  });
  const { leftOut, weights } = regress({ codes, rows: told }, ridge);
  const named = (slope: number, start: number) => {
    const kept: Record<string, number> = {};
    for (const [name, perCode] of weights)
      for (const [c, code] of codes.entries()) {
        const weight = perCode[c]! * factorOf(name);
        if (name === bias) kept[`${code}/${bias}`] = hundredths(start + slope * weight);
        else if (Math.abs(weight) >= leastWeight(name)) kept[`${code}/${name}`] = hundredths(slope * weight);
      }
    return kept;
  };
  return { leftOut, named };
}

const isPiece = (name: string): boolean => /^(?:word|pair):/.test(name);
const hundredths = (x: number): number => Math.round(100 * x) / 100;

/** A paper's words and pairs each say the less, the more of them there are: about a hundred words, four hundred pairs. */
const leastWeight = (name: string): number =>
  leastMoved * (name.startsWith('word:') ? 10 : name.startsWith('pair:') ? 20 : 2.5);

/** How rare each word and pair is that is learned from: the logarithm of papers to papers that have it. */
function rarityOf(rows: Answers['rows']): Map<string, number> {
  const telling = tellingWords(
    rows.map(({ group, evidence }) => ({ writer: group, names: [...evidence.keys()].filter(isPiece) })),
    leastPapers,
  );
  const rare = [...telling].filter(([, papers]) => papers < rows.length / 2);
  return new Map(rare.map(([name, papers]) => [name, ofRarity * Math.log(rows.length / papers)]));
}
