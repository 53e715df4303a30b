import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { type Artefacts, type Evidence, PermanentError } from '../domain/index.js';
import {
  type AssembledRecord,
  assembleRecord,
  decide,
  maskName,
  type Place,
  placeOf,
  runDue,
} from '../pipelines/index.js';
import { dayIn, dayInName } from './days.js';
import { type FilePath, type IntakeFacts, nameOf, reasonOf } from './intake.js';
import type { Reading } from './open.js';

/** Every artefact that the pipeline makes of a file, and what each stage cost. */
export type InspectedDocument = Omit<Artefacts, 'original'> & {
  stages: { stage: string; version: number; durationMs: number }[];
  /** For each item the record that it would be filed as, or why a person would have to look at it. */
  cards: (
    | { kind: 'record'; record: InspectedRecord }
    | {
        kind: 'review';
        reason: string;
        params: Readonly<Record<string, string | number>>;
        member: string | null;
      }
  )[];
};

/** A record whose every quote says where in the file it stands. */
type InspectedRecord = AssembledRecord & { places: { start: number; end: number; place: Place }[] };

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
      rulings: [],
      kept: {},
      readKept: async (artefact) => {
        throw new Error(`nothing is kept of ${artefact}`);
      },
    },
    reading.lexicon,
  );
  const artefacts = {} as Omit<Artefacts, 'original'>;
  for (const artefact of artefactNames) Object.assign(artefacts, { [artefact]: await outcome.get(artefact) });
  const informant = artefacts.sealed.flatMap((s) => s.informant);
  // Items and places of one file share a few names: looking for all informants in each anew grows by their square.
  const maskedNames = new Map<string, string>();
  const mask = (path: string): string => {
    const known = maskedNames.get(path) ?? maskName(path, informant, reading.lexicon);
    maskedNames.set(path, known);
    return known;
  };
  const masked = (path: string | null) => (path === null ? null : mask(path));
  const cards = artefacts.items.map((item, i): InspectedDocument['cards'][number] => {
    const sealed = artefacts.sealed[i]!;
    const topics = artefacts.topics[i]!;
    const decision = decide({ item, sealed, topics }, [], reading.lexicon);
    if (decision.kind === 'review')
      return { ...decision, params: item.review?.params ?? {}, member: masked(item.member) };
    const member = {
      text: sealed.text,
      textHash: artefacts.fingerprints[i]!.textHash,
      sha256,
      receivedOn: receipt.receivedOn ?? topics.statedReceivedOn ?? today,
      order: 0,
      recognised: item.recognised,
      sealed,
      topics,
      file: mask(name),
      member: masked(item.member),
      row: item.row,
      coverage: item.cover ? ('cover' as const) : item.coveredBy === null ? null : ('covered' as const),
      item: { ...item, label: masked(item.label) },
    };
    const record = assembleRecord([member], reading.lexicon);
    const places = quotesOf(record).map(({ start, end }) => {
      const place = placeOf(item, artefacts.normalised, artefacts.extraction, artefacts.recognition, start);
      return { start, end, place: { ...place, member: masked(place.member), label: masked(place.label) } };
    });
    return { kind: 'record', record: { ...record, places } };
  });
  const stages = outcome.results.map(({ stage, version, durationMs }) => ({ stage, version, durationMs }));
  const { extraction, items } = artefacts;
  const shown = <Named extends { member?: string | null; label?: string | null }>(named: Named): Named => ({
    ...named,
    ...(named.member ? { member: masked(named.member) } : {}),
    ...(named.label ? { label: masked(named.label) } : {}),
  });
  return {
    ...artefacts,
    extraction: {
      parts: extraction.parts.map(shown) as typeof extraction.parts,
      pages: extraction.pages.map(shown),
    },
    items: items.map(shown),
    stages,
    cards,
  };
}

/** Everything in the record that quotes the item, each place once. */
function quotesOf({ accused, topics, offences }: AssembledRecord): Evidence[] {
  const all = [...accused, ...topics, ...offences].flatMap((found) => found.evidence);
  return [...new Map(all.map((e) => [`${e.start} ${e.end}`, e])).values()].filter((e) => e.end > e.start);
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
