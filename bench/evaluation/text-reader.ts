import type { Artefacts, Extraction } from '../../domain/index.js';
import type { Lexicon } from '../../lexicon/index.js';
import { entitiesStage } from '../../pipelines/entities/index.js';
import { itemsStage } from '../../pipelines/items/index.js';
import { normalisationStage } from '../../pipelines/normalisation/index.js';
import { sealingStage } from '../../pipelines/sealing/index.js';
import { segmentationStage } from '../../pipelines/segmentation/index.js';
import { topicsStage } from '../../pipelines/topics/index.js';

/** What is read of a paper from its text on: nothing of files and recognition. */
export type ReadText = Pick<Artefacts, 'items' | 'sealed' | 'topics'>;

/** Reads texts as the pipeline would, in this process, each as a typed paper of one page received on the given day. */
export function createTextReader(
  lexicon: Lexicon,
): (written: string, receivedOn: string) => Promise<ReadText> {
  const context = { lexicon };
  return async (written, receivedOn) => {
    const receipt = { receivedOn, channel: null };
    const { items, words } = await readItems(written, lexicon);
    const entities = await entitiesStage.run({ items, words, receipt }, context);
    const sealed = await sealingStage.run({ items, entities }, context);
    const topics = await topicsStage.run({ items, words, sealed, receipt }, context);
    return { items, sealed, topics };
  };
}

/** The items of a text and their words: what entities are read from. */
export async function readItems(
  written: string,
  lexicon: Lexicon,
): Promise<Pick<Artefacts, 'items' | 'words'>> {
  const extraction = extractionOf(written);
  const recognition: Artefacts['recognition'] = [];
  const normalised = await normalisationStage.run({ extraction, recognition }, { lexicon });
  const items = await itemsStage.run({ extraction, recognition, normalised }, { lexicon });
  return { items, words: await segmentationStage.run({ items }, { lexicon }) };
}

function extractionOf(text: string): Extraction {
  const part = { member: null, within: null, encoding: 'utf-8', comments: [], failure: null, flags: [] };
  const page = { number: 1, part: 0, place: 1, label: null, recognise: false, tables: [], flags: [] };
  return { parts: [{ ...part, format: 'text' }], pages: [{ ...page, text }] };
}
