import { createHash } from 'node:crypto';
import {
  type ErrorCode,
  paperName,
  type RegisterRecord,
  type SweepReason,
  sweptFields,
} from '../../domain/index.js';
import { dueStages, type StageName, type Stages } from '../../pipelines/index.js';
import type { SweepDocument, SweepScope } from '../../register/index.js';
import { type Office, openReading } from '../open.js';

/** What a sweep would do. */
export interface SweepPlan {
  /** Documents in scope. */
  documents: number;
  /** Documents for which anything is due. */
  due: number;
  /** For each stage: documents for which it is due by itself, and those for which it may follow from another. */
  stages: { stage: StageName; direct: number; following: number }[];
  /** Scanned pages that have to be recognised again. */
  pages: number;
  /** Documents that are due, by why they are. */
  reasons: Record<SweepReason, number>;
}

/** A document that is due, and why. */
export interface DueFile {
  /** The names of its receipts. */
  papers: string[];
  why: SweepReason;
  /** Of one that failed. */
  code: ErrorCode | null;
  /** The first stages that are due by themselves. */
  stages: StageName[];
}

type SweptField = keyof typeof sweptFields;

/** A record that a sweep changed: the fields, as they were and as they are. */
export interface SweepDifference {
  clueNo: string;
  changed: { field: SweptField; before: string; after: string }[];
}

export interface SweepResult extends SweepPlan {
  sweepId: number;
  changed: SweepDifference[];
  unchanged: number;
  added: string[];
  /** Records that nothing in the swept documents supports any more. */
  withdrawn: string[];
  failed: SweepFailure[];
}

/** A file that could not be read again, by the names of its receipts. */
export interface SweepFailure {
  documentId: number;
  papers: string[];
  code: ErrorCode;
  params: Readonly<Record<string, string | number>>;
}

const chunk = 200;

/** Counts and names what is due in scope, each file with the reason why. Changes nothing. */
export async function planSweep(
  office: Office,
  scope: SweepScope,
): Promise<SweepPlan & { files: DueFile[] }> {
  const files: DueFile[] = [];
  const { plan } = await scanScope(office, scope, (file) => files.push(file));
  return { ...plan, files };
}

/** @param onDue told of each file that is due. */
async function scanScope(
  office: Office,
  scope: SweepScope,
  onDue?: (file: DueFile) => void,
): Promise<{ plan: SweepPlan; due: number[] }> {
  // Only what the stages depend on is asked: nothing is read.
  const { stages } = await openReading(office.lexicon, office.config);
  const counts = new Map<StageName, { direct: number; following: number }>(
    stages.map((s) => [s.name, { direct: 0, following: 0 }]),
  );
  const due: number[] = [];
  const reasons: SweepPlan['reasons'] = { unfinished: 0, failed: 0, outdated: 0, asked: 0 };
  let documents = 0;
  let pages = 0;
  for await (const document of office.register.sweeps.scan(scope)) {
    documents += 1;
    const reread = scope.rereadScans === true && document.pages > 0;
    const { recognition: _, ...unread } = document.kept;
    const { direct, following } = dueStages(
      stages,
      reread ? { ...document, kept: unread } : document,
      office.lexicon,
    );
    if (direct.length + following.length === 0 || (document.byHand && !scope.byHand)) continue;
    due.push(document.id);
    const why = whyDue(document, stages, reread);
    reasons[why] += 1;
    onDue?.({
      papers: document.receipts.map((id) => paperName(id)),
      why,
      code: why === 'failed' ? (document.errorCode as ErrorCode | null) : null,
      stages: direct.map((s) => s.name),
    });
    for (const stage of direct) counts.get(stage.name)!.direct += 1;
    for (const stage of following) counts.get(stage.name)!.following += 1;
    if (direct.some((s) => s.lane === 'ocr')) pages += document.pages;
  }
  return {
    plan: {
      documents,
      due: due.length,
      stages: stages.map((s) => ({ stage: s.name, ...counts.get(s.name)! })),
      pages,
      reasons,
    },
    due,
  };
}

/**
 * A file that was read whole once, so that every stage left something, is due again only by what was asked for, also of
 * a sweep that was stopped, or by another lexicon or program.
 */
function whyDue({ state, kept }: SweepDocument, stages: Stages, reread: boolean): SweepReason {
  if (state === 'failed') return 'failed';
  if (state === 'due' && stages.some(({ gives }) => kept[gives] === undefined)) return 'unfinished';
  return reread || kept.recognition?.digest === '' ? 'asked' : 'outdated';
}

/**
 * Freezes the scope with the records as they are, makes what is due in it due for the workers, waits until
 * `waitUntilDone` says that they are through, and compares every record with what it was. A sweep that was
 * interrupted goes on: what it had frozen stays what the differences are measured from.
 */
export async function runSweep(
  office: Office,
  scope: SweepScope,
  waitUntilDone: (sweepId: number) => Promise<void>,
): Promise<SweepResult> {
  const { register, queues } = office;
  const { plan, due } = await scanScope(office, scope);
  const sweepId = await register.sweeps.open(scope);
  for (let i = 0; i < due.length; i += chunk) {
    const ids = due.slice(i, i + chunk);
    const jobs = await register.sweeps.add(sweepId, await freeze(office, ids), scope);
    await queues.add(jobs.map((job) => ({ lane: 'text', ...job }))).catch(() => undefined);
  }
  await waitUntilDone(sweepId);
  const result = { sweepId, ...plan, ...(await compareSwept(office, sweepId)) };
  const { changed, added, withdrawn, unchanged, failed } = result;
  await register.sweeps.close(sweepId, result, {
    documents: plan.documents,
    due: plan.due,
    changed: changed.length,
    added: added.length,
    withdrawn: withdrawn.length,
    unchanged,
    failed: failed.length,
  });
  return result;
}

type Fields = Record<string, string>;

/** For each document its records' fields, by number. */
async function freeze(
  office: Office,
  ids: readonly number[],
): Promise<{ id: number; before: Record<string, Fields> }[]> {
  const records = await office.register.records.ofDocuments(ids);
  const byDocument = new Map(ids.map((id) => [id, {} as Record<string, Fields>]));
  for (const { documentIds, record } of records)
    for (const id of documentIds) {
      const frozen = byDocument.get(id);
      if (frozen) frozen[record.clueNo] = fieldsOf(record);
    }
  return [...byDocument].map(([id, before]) => ({ id, before }));
}

async function compareSwept(
  office: Office,
  sweepId: number,
): Promise<Pick<SweepResult, 'changed' | 'unchanged' | 'added' | 'withdrawn' | 'failed'>> {
  const swept = await office.register.sweeps.documents(sweepId);
  const before = new Map<string, Fields>(
    swept.flatMap((d) => Object.entries((d.before ?? {}) as Record<string, Fields>)),
  );
  const seen = new Set<string>();
  const changed: SweepDifference[] = [];
  const added: string[] = [];
  let unchanged = 0;
  for (let i = 0; i < swept.length; i += chunk) {
    const records = await office.register.records.ofDocuments(swept.slice(i, i + chunk).map((d) => d.id));
    for (const { record } of records) {
      if (seen.has(record.clueNo)) continue;
      seen.add(record.clueNo);
      const old = before.get(record.clueNo);
      const differences = old ? differencesOf(old, fieldsOf(record)) : null;
      if (differences === null) added.push(record.clueNo);
      else if (differences.length === 0) unchanged += 1;
      else changed.push({ clueNo: record.clueNo, changed: differences });
    }
  }
  const failed = swept
    .filter((d) => d.state === 'failed' && !d.byHand)
    .map((d) => ({
      documentId: d.id,
      papers: d.receipts.map((id) => paperName(id)),
      code: (d.errorCode ?? 'worker.unexpected') as ErrorCode,
      params: d.errorParams,
    }));
  const withdrawn = [...before.keys()].filter((clueNo) => !seen.has(clueNo)).sort();
  return { changed, unchanged, added, withdrawn, failed };
}

/** What a case officer would want to be told of, each as one readable value. */
const comparedFields: Record<keyof typeof sweptFields, (record: RegisterRecord) => string> = {
  petitionClass: (r) => r.petitionClass,
  title: (r) => r.title,
  summary: (r) => r.summary,
  accused: (r) =>
    r.accused.map((a) => [a.name, a.organisation, a.position].filter(Boolean).join(' ')).join('; '),
  topics: (r) =>
    r.topics
      .map((t) => t.code)
      .sort()
      .join(' '),
  offences: (r) =>
    r.offences
      .map((o) => o.name)
      .sort()
      .join(' '),
  amount: (r) => String(r.amount ?? ''),
  actedFrom: (r) => r.actedFrom ?? '',
  actedTo: (r) => r.actedTo ?? '',
  source: (r) => r.source,
  channel: (r) => r.channel,
  signature: (r) => r.signature,
  receivedOn: (r) => r.receivedOn,
  sources: (r) => r.sources.map((s) => `${s.sha256.slice(0, 8)}:${s.relation}`).join(' '),
  // Only whether they changed: an old text may show what the new one has learnt to mask.
  entities: (r) =>
    digest(
      r.entities
        .map((e) => `${e.type}:${e.text}`)
        .sort()
        .join(' '),
    ),
  text: (r) => digest(r.sources.map((source) => source.text).join('\n')),
};

function fieldsOf(record: RegisterRecord): Fields {
  return Object.fromEntries(Object.entries(comparedFields).map(([field, read]) => [field, read(record)]));
}

function differencesOf(before: Fields, after: Fields): SweepDifference['changed'] {
  return (Object.keys(sweptFields) as SweptField[])
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field, before: before[field] ?? '', after: after[field] ?? '' }));
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
