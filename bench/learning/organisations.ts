import { addCount, type Count, compareSets, type Mention } from '../../domain/index.js';
import type { Lexicon, Weights } from '../../lexicon/index.js';
import { readEntities, type UnitStart } from '../../pipelines/entities/index.js';
import { itemOf } from '../../pipelines/items/index.js';
import { normaliseText } from '../../pipelines/normalisation/index.js';
import { sealItem } from '../../pipelines/sealing/index.js';
import { createSegmenter } from '../../pipelines/segmentation/index.js';
import type { Expected } from '../../samples/expected.js';
import { type Choice, learnChoices } from './learn.js';
import { occurrences, sharesOf } from './measures.js';
import { papersByWriter } from './papers/index.js';

const settings = { ridge: 2, least: 3 };

/** Weights of where the name of a unit begins and whether it is one; prints how units of each writer are read with the others' weights. */
export function learnOrganisations(lexicon: Lexicon): Weights {
  const papers = papersByWriter();
  const choices = allChoices(lexicon);
  console.log(`${choices.length} units, ${choices.filter((c) => c.right === 0).length} of them none`);
  for (const [writer, own] of papers) {
    const weights = learnChoices(
      choices.filter((c) => c.group !== writer),
      settings,
    );
    console.log(`${writer.padEnd(10)} ${shares(own, { ...lexicon, 'weights/organisations': weights })}`);
  }
  return learnChoices(choices, settings);
}

const allChoices = (lexicon: Lexicon) =>
  [...papersByWriter()].flatMap(([writer, own]) => own.flatMap((p) => choicesOf(p, writer, lexicon)));

/** What there is to choose in a paper whose label says what is right. */
function choicesOf(paper: Expected, group: string, lexicon: Lexicon): Choice[] {
  const { text } = normaliseText(paper.text);
  const item = itemOf(text);
  const words = createSegmenter(lexicon).words(text);
  const receipt = { receivedOn: paper.receivedOn, channel: null };
  const labels = new Set([
    ...paper.entities.filter((e) => e.type === 'organisation').map((e) => e.text),
    ...paper.informant.filter((i) => /organisation|address/.test(i.kind)).map((i) => i.value),
  ]);
  const labelled = [...labels].flatMap((label) => occurrences(text, label));
  const choices: Choice[] = [];
  const units = (unit: Mention, starts: readonly UnitStart[]) => {
    const right = rightOf(unit, starts, text, labels);
    const inOther = labelled.some((l) => l.start < unit.end && unit.start < l.end);
    if (right < 0 && inOther) return;
    choices.push({ candidates: starts.map((s) => s.evidence), right: Math.max(0, right), group });
  };
  readEntities(item, words, receipt, lexicon, { units });
  return choices;
}

/** The longest name that a label has; -1 where none of them is one. */
function rightOf(
  unit: Mention,
  starts: readonly UnitStart[],
  text: string,
  labels: ReadonlySet<string>,
): number {
  return starts.findIndex(({ start }) => start !== null && labels.has(text.slice(start, unit.end)));
}

/** Precision, recall and F1 of the units that are shown. */
function shares(papers: readonly Expected[], lexicon: Lexicon): string {
  const total: Count = { right: 0, found: 0, wanted: 0 };
  const segmenter = createSegmenter(lexicon);
  for (const paper of papers) {
    const { text } = normaliseText(paper.text);
    const item = itemOf(text);
    const { receivedOn } = paper;
    const entities = readEntities(item, segmenter.words(text), { receivedOn, channel: null }, lexicon);
    const shown = sealItem(item, entities).mentions.filter((m) => m.type === 'organisation');
    const wanted = paper.entities.filter((e) => e.type === 'organisation');
    const compared = compareSets(
      shown.map((m) => m.text),
      wanted.map((e) => e.text),
    );
    addCount(total, compared.count);
  }
  return sharesOf(total);
}
