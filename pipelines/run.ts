import { createHash } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import {
  type ArtefactName,
  type Artefacts,
  type DocumentRuling,
  type Original,
  type ReceiptFacts,
  type Recognition,
  rulingsKey,
} from '../domain/index.js';
import type { Lexicon } from '../lexicon/index.js';
import type { Stage } from './stage.js';

/** Digests of an artefact that is kept: what it depended on, and what it is. */
export interface Kept {
  digest: string;
  outputDigest: string;
}
type KeptArtefacts = Partial<Record<ArtefactName, Kept>>;

/** The document and what is known of it from earlier runs. */
export interface RunInput {
  original: Original;
  receipt: ReceiptFacts;
  rulings: readonly DocumentRuling[];
  kept: KeptArtefacts;
  /** JSON of a kept artefact; only asked for what a due stage needs. */
  readKept(name: ArtefactName): Promise<string>;
  /**
   * Where pages are recognised elsewhere: those recognised with this digest, or null while any is missing.
   * Without it the stage recognises them here and now.
   */
  recognised?(digest: string, pages: readonly number[]): Promise<Recognition[] | null>;
  /** Told which stage is about to run: a failure is then known by its stage. */
  onStage?(name: string): void;
}

/** One stage that ran. */
export interface RunResult extends Kept {
  stage: string;
  version: number;
  gives: ArtefactName;
  durationMs: number;
  /** JSON of the artefact. */
  value: string;
}

export interface RunOutcome {
  results: RunResult[];
  /** Pages to be recognised before the rest can run. */
  waiting: { digest: string; pages: number[] } | null;
  /** An artefact of this run, or of an earlier one. */
  get<Name extends ArtefactName>(name: Name): Promise<Artefacts[Name]>;
}

/**
 * Puts stages into the order that their needs and gives imply.
 * @throws {Error} where a need has no giver, an artefact has two, or stages need each other in a ring.
 */
export function orderStages<S extends Stage>(stages: readonly S[]): S[] {
  const known = new Set<ArtefactName>(['original', 'receipt', 'rulings']);
  const ordered: S[] = [];
  let left = [...stages];
  while (left.length > 0) {
    const ready = left.filter((s) => s.needs.every((n) => known.has(n)));
    if (ready.length === 0)
      throw new Error(`stages cannot be ordered: ${left.map((s) => s.name).join(', ')}`);
    for (const stage of ready) {
      if (known.has(stage.gives)) throw new Error(`two stages give ${stage.gives}`);
      known.add(stage.gives);
      ordered.push(stage);
    }
    left = left.filter((s) => !ready.includes(s));
  }
  return ordered;
}

/** What the stage's output depends on: its version, its part of the lexicon, and its inputs. */
function digestOf(stage: Stage, inputs: readonly string[], lexicon: Lexicon): string {
  const parts = [stage.name, stage.version, ...stage.lexicon.map((s) => lexicon.digests[s]), ...inputs];
  return createHash('sha256').update(parts.join('\n')).digest('hex');
}

/** What the digests of a document's stages begin with, and those that it has. */
export interface Digested {
  original: Pick<Original, 'sha256' | 'extension'>;
  receipt: ReceiptFacts;
  rulings: readonly Pick<DocumentRuling, 'decision' | 'ordinals'>[];
  kept: KeptArtefacts;
}

function startingDigests({ original, receipt, rulings }: Digested) {
  return new Map<ArtefactName, string>([
    ['original', `${original.sha256}.${original.extension}`],
    ['receipt', JSON.stringify([receipt.receivedOn, receipt.channel])],
    ['rulings', rulingsKey(rulings)],
  ]);
}

/**
 * The stages that are due for a document, without opening or running anything: first those whose own digest
 * changed, then those that follow from them and may turn out unchanged.
 */
export function dueStages<S extends Stage>(
  stages: readonly S[],
  document: Digested,
  lexicon: Lexicon,
): { direct: S[]; following: S[] } {
  const outputs = startingDigests(document);
  const due = { direct: [] as S[], following: [] as S[] };
  for (const stage of stages) {
    const inputs = stage.needs.map((n) => outputs.get(n));
    const kept = document.kept[stage.gives];
    if (inputs.some((i) => i === undefined)) due.following.push(stage);
    else if (kept?.digest === digestOf(stage, inputs as string[], lexicon))
      outputs.set(stage.gives, kept.outputDigest);
    else due.direct.push(stage);
  }
  return due;
}

/** The digest that the recognition of the document's pages has now; null where extraction itself is due. */
export function recognitionDigest(
  stages: readonly Stage[],
  document: Digested,
  lexicon: Lexicon,
): string | null {
  const stage = stages.find((s) => s.lane === 'ocr');
  const outputs = startingDigests(document);
  const inputs = stage?.needs.map((n) => outputs.get(n) ?? document.kept[n]?.outputDigest);
  return stage && inputs?.every((i) => i !== undefined) ? digestOf(stage, inputs as string[], lexicon) : null;
}

/**
 * The ways in which pages were read, oldest first: by the stages that a recognised page depends on. Where one of these is
 * raised, comes or goes, a line is added; none is ever changed, since only their number says which way is the newer.
 */
const waysOfReading = ['extraction 9, ocr 8', 'extraction 9, ocr 9'];

/**
 * The number of the way in which these stages read pages. Who reads in another way recognises by another digest, and
 * takes no page for read that was read in this one.
 *
 * @throws {Error} where it is not the last of the known ways.
 */
export function readingVersion(stages: readonly Stage[]): number {
  const needed = new Set<ArtefactName>(stages.filter((s) => s.lane === 'ocr').map((s) => s.gives));
  for (const stage of [...stages].reverse())
    if (needed.has(stage.gives)) for (const name of stage.needs) needed.add(name);
  const reading = stages.filter((s) => needed.has(s.gives));
  const way = reading.map((s) => `${s.name} ${s.version}`).join(', ');
  if (way !== waysOfReading.at(-1)) throw new Error(`add to waysOfReading: ${way}`);
  return waysOfReading.length;
}

/**
 * Runs every due stage in order, up to pages that have to be recognised elsewhere. What none of the stages gives is taken
 * as it was kept.
 */
export async function runDue(
  stages: readonly Stage[],
  input: RunInput,
  lexicon: Lexicon,
  signal?: AbortSignal,
): Promise<RunOutcome> {
  const outputs = startingDigests(input);
  for (const [name, kept] of Object.entries(input.kept) as [ArtefactName, Kept][])
    if (!stages.some((s) => s.gives === name)) outputs.set(name, kept.outputDigest);
  const values = new Map<ArtefactName, unknown>([
    ['original', input.original],
    ['receipt', input.receipt],
    ['rulings', input.rulings],
  ]);
  const get = async <Name extends ArtefactName>(name: Name): Promise<Artefacts[Name]> => {
    if (!values.has(name)) values.set(name, JSON.parse(await input.readKept(name)));
    return values.get(name) as Artefacts[Name];
  };
  const results: RunResult[] = [];
  for (const stage of stages) {
    const digest = digestOf(
      stage,
      stage.needs.map((n) => outputs.get(n)!),
      lexicon,
    );
    const kept = input.kept[stage.gives];
    if (kept?.digest === digest) {
      outputs.set(stage.gives, kept.outputDigest);
      continue;
    }
    // A stage may take seconds on a long list: between two of them the process tells the queue that it is alive.
    await breathe();
    signal?.throwIfAborted();
    input.onStage?.(stage.name);
    const started = performance.now();
    const pages = stage.lane === 'ocr' ? (await get('extraction')).pages.filter((p) => p.recognise) : [];
    let made: unknown;
    if (stage.lane === 'ocr' && pages.length === 0) made = [];
    else if (stage.lane === 'ocr' && input.recognised) {
      const numbers = pages.map((p) => p.number);
      made = await input.recognised(digest, numbers);
      if (made === null) return { results, waiting: { digest, pages: numbers }, get };
    } else {
      const needed: Partial<Record<ArtefactName, unknown>> = {};
      for (const name of stage.needs) needed[name] = await get(name);
      made = await stage.run(needed as Artefacts, signal ? { lexicon, signal } : { lexicon });
    }
    values.set(stage.gives, made);
    const value = JSON.stringify(made);
    const outputDigest = createHash('sha256').update(value).digest('hex');
    outputs.set(stage.gives, outputDigest);
    results.push({
      stage: stage.name,
      version: stage.version,
      gives: stage.gives,
      digest,
      outputDigest,
      durationMs: performance.now() - started,
      value,
    });
  }
  return { results, waiting: null, get };
}
