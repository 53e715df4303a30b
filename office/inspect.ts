import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { type Artefacts, PermanentError } from '../domain/index.js';
import {
  type AssembledRecord,
  assembleRecord,
  decide,
  maskName,
  runDue,
  topicName,
} from '../pipelines/index.js';
import { dayIn, dayInName } from './days.js';
import { type FilePath, type IntakeFacts, nameOf, reasonOf } from './intake.js';
import type { Reading } from './open.js';

/** Every artefact that the pipeline makes of a file, and what each stage cost. */
export type InspectedDocument = Omit<Artefacts, 'original'> & {
  stages: { stage: string; version: number; durationMs: number }[];
  /** For each item the record that it would be filed as, or why a person would have to look at it. */
  cards: ({ kind: 'record'; record: AssembledRecord } | { kind: 'review'; reason: string })[];
};

/**
 * Runs the whole pipeline on one file, in this process, without vault, register or queue.
 * @throws PermanentError as the stages throw, or with an `intake.…` code where it cannot be read.
 */
export async function inspectFile(
  reading: Reading,
  path: FilePath,
  facts: IntakeFacts,
  timeZone: string,
): Promise<InspectedDocument> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new PermanentError(reasonOf(error.code), {}, { cause: error });
  });
  const name = nameOf(path);
  const today = dayIn(timeZone);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const receipt = { receivedOn: facts.receivedOn ?? dayInName(name, today), channel: facts.channel };
  const outcome = await runDue(
    reading.stages,
    {
      original: {
        sha256,
        size: bytes.length,
        extension: extname(name).slice(1).toLowerCase(),
        read: async () => bytes,
      },
      receipt,
      kept: {},
      readKept: async (artefact) => {
        throw new Error(`nothing is kept of ${artefact}`);
      },
    },
    reading.lexicon,
  );
  const artefacts = {} as Omit<Artefacts, 'original'>;
  for (const artefact of artefactNames) Object.assign(artefacts, { [artefact]: await outcome.get(artefact) });
  const cards = artefacts.items.map((item, i): InspectedDocument['cards'][number] => {
    const sealed = artefacts.sealed[i]!;
    const topics = artefacts.topics[i]!;
    const decision = decide({ item, sealed, topics }, []);
    if (decision.kind === 'review') return decision;
    const member = {
      text: sealed.text,
      textHash: artefacts.fingerprints[i]!.textHash,
      sha256,
      receivedOn: receipt.receivedOn ?? topics.statedReceivedOn ?? today,
      order: 0,
      recognised: item.recognised,
      sealed,
      topics,
      file: maskName(name, sealed.informant),
      member: item.member,
      row: item.row,
      item,
    };
    const record = assembleRecord([member], { topicName: (code) => topicName(reading.lexicon, code) });
    return { kind: 'record', record };
  });
  const stages = outcome.results.map(({ stage, version, durationMs }) => ({ stage, version, durationMs }));
  return { ...artefacts, stages, cards };
}

const artefactNames = [
  'receipt',
  'extraction',
  'recognition',
  'normalised',
  'items',
  'words',
  'entities',
  'sealed',
  'topics',
  'fingerprints',
] as const satisfies readonly (keyof Omit<Artefacts, 'original'>)[];
