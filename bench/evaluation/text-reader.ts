import type { ArtefactName, Artefacts, Extraction } from '../../domain/index.js';
import type { Lexicon } from '../../lexicon/index.js';
import { entitiesStage } from '../../pipelines/entities/index.js';
import { itemsStage } from '../../pipelines/items/index.js';
import { normalisationStage } from '../../pipelines/normalisation/index.js';
import { sealingStage } from '../../pipelines/sealing/index.js';
import { segmentationStage } from '../../pipelines/segmentation/index.js';
import type { Stage } from '../../pipelines/stage.js';
import { topicsStage } from '../../pipelines/topics/index.js';

/** What is read of a paper from its text on: nothing of files and recognition. */
export type ReadText = Pick<Artefacts, 'items' | 'sealed' | 'topics'>;

/** Is told how long a stage took, in milliseconds. */
export type StageWatch = (stage: string, milliseconds: number) => void;

/** Reads texts as the pipeline would, in this process, each as a typed paper of one page received on the given day. */
export function createTextReader(
  lexicon: Lexicon,
  watch?: StageWatch,
): (written: string, receivedOn: string) => Promise<ReadText> {
  return async (written, receivedOn) => {
    const receipt = { receivedOn, channel: null };
    const { items, words } = await readItems(written, lexicon, watch);
    const entities = await runStage(entitiesStage, { items, words, receipt }, lexicon, watch);
    const sealed = await runStage(sealingStage, { items, entities, rulings: [] }, lexicon, watch);
    const topics = await runStage(topicsStage, { items, words, sealed, receipt }, lexicon, watch);
    return { items, sealed, topics };
  };
}

/** The items of a text and their words: what entities are read from. */
export async function readItems(
  written: string,
  lexicon: Lexicon,
  watch?: StageWatch,
): Promise<Pick<Artefacts, 'items' | 'words'>> {
  const extraction = extractionOf(written);
  const recognition: Artefacts['recognition'] = [];
  const normalised = await runStage(normalisationStage, { extraction, recognition }, lexicon, watch);
  const items = await runStage(itemsStage, { extraction, recognition, normalised }, lexicon, watch);
  return { items, words: await runStage(segmentationStage, { items }, lexicon, watch) };
}

async function runStage<Name extends string, Needs extends ArtefactName, Gives extends ArtefactName>(
  stage: Stage<Name, Needs, Gives>,
  inputs: Pick<Artefacts, Needs>,
  lexicon: Lexicon,
  watch?: StageWatch,
): Promise<Artefacts[Gives]> {
  const started = performance.now();
  const given = await stage.run(inputs, { lexicon });
  watch?.(stage.name, performance.now() - started);
  return given;
}

function extractionOf(text: string): Extraction {
  const part = { member: null, within: null, encoding: 'utf-8', comments: [], failure: null, flags: [] };
  const page = { number: 1, part: 0, place: 1, label: null, recognise: false, tables: [], flags: [] };
  return { parts: [{ ...part, format: 'text' }], pages: [{ ...page, text }] };
}
