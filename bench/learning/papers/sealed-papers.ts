import type { Sealed, Words } from '../../../domain/index.js';
import type { Lexicon } from '../../../lexicon/index.js';
import { readEntities } from '../../../pipelines/entities/index.js';
import { itemOf } from '../../../pipelines/items/index.js';
import { sealItem } from '../../../pipelines/sealing/index.js';
import { createSegmenter } from '../../../pipelines/segmentation/index.js';
import { boards, mailbox } from '../../../samples/boards/index.js';
import { type Expected, readExpected } from '../../../samples/expected.js';
import { otherPapers, passages, tellingPapers, wholePapers } from '../../../samples/passages/index.js';
import { papersByWriter } from '../../../samples/typed/index.js';

interface Labels extends Partial<Pick<Expected, 'petitionClass'>> {
  /** Null where the labels say nothing of topics, or of offences. */
  topics: readonly string[] | null;
  offences: readonly string[] | null;
}

/** A labelled paper as the topics stage gets it. */
export interface LabelledPaper extends Labels {
  writer: string;
  sealed: Sealed;
  words: Words;
}

/** Who wrote the passages: they are learned from, never measured on. */
export const ofPassages = 'passages';

/** The day of receipt of what has none: no label depends on it. */
const anyDay = '2019-06-01';

/** All papers of which the labels are known: typed, of the sample files, messages to boards, and the passages. */
export function labelledPapers(lexicon: Lexicon): LabelledPaper[] {
  const segmenter = createSegmenter(lexicon);
  const read = (
    writer: string,
    { text, receivedOn, ...labels }: Labels & Pick<Expected, 'text' | 'receivedOn'>,
  ): LabelledPaper => {
    const item = itemOf(text);
    const words = segmenter.words(item.text);
    const entities = readEntities(item, words, { receivedOn, channel: null }, lexicon);
    return { writer, ...labels, sealed: sealItem(item, entities), words };
  };
  const classed = (writer: string, { text, petitionClass }: Pick<Expected, 'text' | 'petitionClass'>) =>
    read(writer, { text, petitionClass, receivedOn: anyDay, topics: null, offences: null });
  return [
    ...Object.entries(papersByWriter).flatMap(([writer, papers]) => papers.map((p) => read(writer, p))),
    ...readExpected('samples').map((p) => read('letters', p)),
    ...[...boards, ...tellingPapers, ...otherPapers, ...wholePapers].map((one) => classed('boards', one)),
    ...mailbox.map((one) => read('mailbox', one)),
    ...passages.map((p) =>
      read(ofPassages, {
        text: p.text,
        receivedOn: anyDay,
        topics: p.topics,
        offences: p.offences,
      }),
    ),
  ];
}

/** The names that stand in so many papers, of two writers at least: what one writer alone says teaches nothing. */
export function tellingWords(
  papers: readonly { writer: string; names: Iterable<string> }[],
  leastPapers: number,
): Map<string, number> {
  const seen = new Map<string, { papers: number; writers: Set<string> }>();
  for (const { names, writer } of papers)
    for (const name of names) {
      const entry = seen.get(name) ?? { papers: 0, writers: new Set() };
      entry.papers++;
      entry.writers.add(writer);
      seen.set(name, entry);
    }
  const telling = [...seen].filter(([, s]) => s.papers >= leastPapers && s.writers.size >= 2);
  return new Map(telling.map(([name, s]) => [name, s.papers]));
}
