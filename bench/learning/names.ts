import { addCount, type Count, compareSets, type Span } from '../../domain/index.js';
import type { Lexicon, Weights } from '../../lexicon/index.js';
import { readEntities } from '../../pipelines/entities/index.js';
import {
  type Dictionary,
  dictionaryOf,
  mapWords,
  type Surroundings,
  weighNames,
} from '../../pipelines/entities/names/index.js';
import { itemOf } from '../../pipelines/items/index.js';
import { normaliseText } from '../../pipelines/normalisation/index.js';
import { sealItem } from '../../pipelines/sealing/index.js';
import { createSegmenter } from '../../pipelines/segmentation/index.js';
import type { Expected } from '../../samples/expected.js';
import { sentences } from '../../samples/sentences/index.js';
import { createRandom } from '../random.js';
import { learn, type Row } from './learn.js';
import { occurrences, sharesOf } from './measures.js';
import { fillSentences, papersByWriter, renamePersons } from './papers/index.js';

/** Rules and lexicon were tuned on these writers' papers: what holds for them holds less for others. */
const tuned = new Set(['letters', 'first', 'second']);
/** Copies of each paper in which its persons have other names, and how much a candidate of theirs counts. */
const [copies, copyCount] = [1, 0.4];
/** How much a candidate of a short paper counts: they were written for forms of names that hardly any other has. */
const shortCount = 3;
/** How often each sentence is filled with names, and how much a candidate of theirs counts. */
const [fillings, fillingCount] = [8, 1];
/** A name that is missed is worse than a word that is taken for one. */
const rightCount = 2;
const settings = { ridge: 1, least: 4 };

/** Weights of what is a person's name, from every candidate of the labelled papers. */
export function learnNames(lexicon: Lexicon): Weights {
  const papers = papersByWriter();
  const random = createRandom(1);
  const words = everydayNames([...papers.values()].flat(), lexicon);
  const renamed = new Map(
    [...papers].map(([writer, own]) => [
      writer,
      own.flatMap((paper) =>
        Array.from({ length: copies }, () => renamePersons(paper, lexicon, words, random)),
      ),
    ]),
  );
  const filled = [0, 1].map((half) =>
    Array.from({ length: fillings }, () =>
      fillSentences(
        sentences.filter((_, i) => i % 2 === half),
        lexicon,
        words,
        random,
      ),
    ).flat(),
  );
  const cases = [0, 1].map((half) => [
    ...[...papers.keys()].flatMap((writer, i) =>
      i % 2 !== half
        ? []
        : [
            ...papers
              .get(writer)!
              .map((paper) => caseOf(paper, writer, lexicon, writer === 'short' ? shortCount : 1)),
            ...renamed.get(writer)!.map((paper) => caseOf(paper, writer, lexicon, copyCount)),
          ],
    ),
    ...filled[half]!.map((text) =>
      caseOf({ ...text, informant: [], receivedOn: anyDay }, 'sentences', lexicon, fillingCount),
    ),
  ]);
  const rowsWith = (within: Lexicon, half: number) => {
    const dictionary = dictionaryOf(within);
    return cases[half]!.flatMap((one) => rowsOf(one, dictionary));
  };
  // What a name's other places say is seen once there are weights: the second round learns it, each half of the
  // writers read with weights of the other half, for a new letter is not read with weights that know it either.
  const begun = [0, 1].map((half) => withWeights(lexicon, learn(rowsWith(lexicon, half), settings)));
  const all = [...rowsWith(begun[1]!, 0), ...rowsWith(begun[0]!, 1)];
  console.log(`${all.length} candidates, ${all.filter((r) => r.right).length} of them names`);
  for (const [writer, own] of papers) {
    if (tuned.has(writer)) continue;
    const others = learn(
      all.filter((r) => r.group !== writer),
      settings,
    );
    console.log(`${writer.padEnd(10)} ${own.length} papers  ${shares(own, withWeights(lexicon, others))}`);
  }
  return learn(all, settings);
}

const withWeights = (lexicon: Lexicon, weights: Weights): Lexicon => ({
  ...lexicon,
  'weights/names': weights,
});

/** Words of the papers that could be somebody's name (谷雨, 丘陵) and are nobody's there. */
function everydayNames(papers: readonly Expected[], lexicon: Lexicon): string[] {
  const segmenter = createSegmenter(lexicon);
  const surnames = new Set(lexicon.people.surnames.join(''));
  const found = new Set<string>();
  for (const { text } of papers)
    for (const { start, end, tag } of mapWords(segmenter.words(text), text.length).words) {
      const word = text.slice(start, end);
      if (/^[\u3400-\u9fff]{2,3}$/.test(word) && surnames.has(word.charAt(0)) && /^[nvaitsz]/.test(tag))
        found.add(word);
    }
  for (const { entities, informant } of papers) {
    for (const { text } of entities) found.delete(text);
    for (const { value } of informant) found.delete(value);
  }
  return [...found].sort();
}

/** No name depends on it. */
const anyDay = '2019-06-01';

type Labelled = Pick<Expected, 'text' | 'entities' | 'informant' | 'receivedOn'>;

/** A labelled paper, read but for its persons' names. */
interface NameCase {
  surroundings: Surroundings;
  /** Names that are right wherever they stand, outside of the others. */
  names: ReadonlySet<string>;
  others: readonly Span[];
  writer: string;
  count: number;
}

function caseOf(paper: Labelled, writer: string, lexicon: Lexicon, count: number): NameCase {
  const { text } = normaliseText(paper.text);
  const names = [
    ...paper.entities.filter((e) => e.type === 'person').map((e) => e.text),
    ...paper.informant.filter((i) => i.kind === 'name').map((i) => i.value),
  ];
  let surroundings: Surroundings | undefined;
  read(text, paper, lexicon, (known) => {
    surroundings = known;
  });
  return {
    surroundings: surroundings!,
    names: new Set(names.map((name) => normaliseText(name).text)),
    others: paper.entities.filter((e) => e.type !== 'person').flatMap((e) => occurrences(text, e.text)),
    writer,
    count,
  };
}

function rowsOf({ surroundings, names, others, writer, count }: NameCase, dictionary: Dictionary): Row[] {
  const { text } = surroundings;
  const rows: Row[] = [];
  const surnames = new Set([...names].flatMap((name) => [name.charAt(0), name.slice(0, 2)]));
  weighNames({ ...surroundings, dictionary }, ({ start, end, form, surname }, evidence) => {
    const inOther = others.some((o) => o.start <= start && end <= o.end && o.end - o.start > end - start);
    // 王主任 is labelled only where 王建国 is not named; then it is he.
    const isNamed = names.has(text.slice(start, end)) || (form !== 'full' && surnames.has(surname));
    const isName = isNamed && !inOther;
    rows.push({
      evidence,
      right: isName,
      group: writer,
      count: count * (tuned.has(writer) ? 0.5 : 1) * (isName ? rightCount : 1),
    });
  });
  return rows;
}

function read(
  text: string,
  { receivedOn }: Pick<Expected, 'receivedOn'>,
  lexicon: Lexicon,
  names?: NonNullable<Parameters<typeof readEntities>[4]>['names'],
) {
  const item = itemOf(text);
  const entities = readEntities(
    item,
    createSegmenter(lexicon).words(text),
    { receivedOn, channel: null },
    lexicon,
    names && { names },
  );
  return { item, entities };
}

/** Precision, recall and F1 of the persons that are shown. */
function shares(papers: readonly Expected[], lexicon: Lexicon): string {
  const total: Count = { right: 0, found: 0, wanted: 0 };
  for (const paper of papers) {
    const { item, entities } = read(normaliseText(paper.text).text, paper, lexicon);
    const shown = sealItem(item, entities).mentions.filter(
      (m) => m.type === 'person' && !m.text.includes('▇'),
    );
    const wanted = paper.entities.filter((e) => e.type === 'person');
    const { count } = compareSets(
      shown.map((m) => m.text),
      wanted.map((e) => e.text),
    );
    addCount(total, count);
  }
  return sharesOf(total);
}
