import { type Extraction, errorCodeOf, type Original, PermanentError, QidiError } from '../domain/index.js';
import { fileItems, type Office, type Reading, type Report, reseal, resultsOf } from '../office/index.js';
import { recognisePage, recognitionDigest, runDue } from '../pipelines/index.js';
import type { Job, Lane } from '../queues/index.js';
import type { OpenDocument } from '../register/index.js';

export type Handler = (job: Job, attempt: { last: boolean }) => Promise<void>;

/** What each lane's jobs do. A job returns, or throws to be tried again; both leave the register right. */
export function createHandlers(
  office: Office,
  reading: Reading,
  report: Report,
  signal: AbortSignal,
): Record<Lane, Handler> {
  const { register, lexicon } = office;
  const readOriginal = rememberLast((sha256) => office.originals.get(sha256));
  const originalOf = ({ original }: OpenDocument): Original => ({
    ...original,
    read: () => readOriginal(original.sha256),
  });

  async function runText(document: OpenDocument, onStage: (name: string) => void): Promise<void> {
    const { id: documentId, generation } = document;
    const outcome = await runDue(
      reading.stages,
      {
        original: originalOf(document),
        receipt: document.receipt,
        rulings: document.rulings,
        kept: document.kept,
        readKept: (name) => register.documents.readArtefact(documentId, name),
        recognised: async (digest, pages) => {
          const done = await register.documents.readRecognitions(documentId, digest);
          return pages.every((page) => done.some((r) => r.page === page)) ? done : null;
        },
        onStage,
      },
      lexicon,
      signal,
    );
    onStage('filing');
    const extraction =
      outcome.results.some((r) => r.gives === 'extraction') || outcome.waiting
        ? await outcome.get('extraction')
        : null;
    const work = {
      documentId,
      generation,
      results: outcome.results,
      ...(extraction && {
        format: extraction.parts[0].format ?? 'text',
        flags: extraction.parts[0].flags,
        pages: pagesOf(extraction),
      }),
      recognitionDigest:
        outcome.waiting?.digest ??
        outcome.results.find((r) => r.gives === 'recognition')?.digest ??
        document.kept.recognition?.digest ??
        '',
    };
    if (outcome.waiting) {
      const pages = await register.commitText(work, null);
      await enqueue(pages.map((page) => ({ lane: 'ocr', ...page })));
      return;
    }
    const results = await resultsOf(outcome);
    await register.commitText(work, async (filing) => {
      await fileItems(filing, office, documentId, results);
      // Said while it was read, or of the clue that it has come to.
      await reseal(filing, office, documentId, document.rulings);
    });
  }

  async function runPage(document: OpenDocument, page: number): Promise<void> {
    const stage = reading.stages.find((s) => s.lane === 'ocr')!;
    const digest = recognitionDigest(reading.stages, document, lexicon);
    if (digest === null) throw new QidiError('register.superseded');
    const extraction = JSON.parse(
      await register.documents.readArtefact(document.id, 'extraction'),
    ) as Extraction;
    const started = performance.now();
    const recognition = await recognisePage(originalOf(document), extraction, page, reading, signal);
    const next = await register.documents.commitPage(
      { documentId: document.id, generation: document.generation, page },
      recognition,
      {
        stage: stage.name,
        version: stage.version,
        digest,
        durationMs: performance.now() - started,
        engine: reading.recogniser.label,
      },
    );
    if (next) await enqueue([{ lane: 'text', ...next }]);
  }

  /** After the commit: what the queue does not take now, the reconciler hands over later. */
  async function enqueue(jobs: readonly Job[]): Promise<void> {
    await office.queues
      .add(jobs)
      .catch((error: unknown) => report('enqueue.failed', { code: errorCodeOf(error) }));
  }

  const handler =
    (
      lane: Lane,
      run: (document: OpenDocument, job: Job, onStage: (name: string) => void) => Promise<void>,
    ): Handler =>
    async (job, { last }) => {
      const document = await register.documents.open(job.documentId, job.generation, lane);
      if (!document) return;
      let stage: string = lane;
      const started = performance.now();
      try {
        await run(document, job, (name) => {
          stage = name;
        });
      } catch (error) {
        const code = errorCodeOf(error);
        if (code === 'register.superseded') return;
        signal.throwIfAborted();
        report('job.failed', { document: job.documentId, stage, code, detail: kindOf(error) });
        if (!(error instanceof PermanentError) && !last) throw error;
        await register.documents.fail(job.documentId, job.generation, {
          stage,
          code,
          params: error instanceof QidiError ? error.params : {},
          durationMs: performance.now() - started,
        });
      }
    };

  return {
    text: handler('text', (document, _, onStage) => runText(document, onStage)),
    ocr: handler('ocr', (document, job) => runPage(document, job.page ?? 1)),
  };
}

function pagesOf(extraction: Extraction) {
  return extraction.pages.map(({ number, recognise, flags }) => ({
    number,
    source: recognise ? ('ocr' as const) : ('text' as const),
    flags,
  }));
}

/** The class and place of an unexpected error: its message could quote a letter. */
function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const place = /\n\s+at .*?([\w-]+\.[jt]s:\d+)/.exec(error.stack ?? '')?.[1] ?? '';
  return `${error.name} ${place}`.trim();
}

/** The pages of one scan come one after another: its bytes are opened once. */
function rememberLast(read: (key: string) => Promise<Uint8Array>): (key: string) => Promise<Uint8Array> {
  let last: { key: string; value: Promise<Uint8Array> } | null = null;
  return (key) => {
    if (last?.key !== key) {
      const value = read(key);
      last = { key, value };
      value.catch(() => {
        if (last?.value === value) last = null;
      });
    }
    return last.value;
  };
}
