import { fileURLToPath } from 'node:url';
import { type Extraction, PermanentError } from '../../../domain/index.js';
import type { PageImage } from '../../image.js';
import type { FileOpener } from '../opener.js';
import { type CheckedAnswer, checkExtraction, checkImage } from './answers.js';
import { keepDrawingTime } from './drawing-time.js';
import type { Frame } from './frames.js';
import { type Isolation, type Measure, measures } from './isolation.js';
import {
  defaultLimits,
  MAX_ATTEMPTS,
  MAX_EXTRACTION_BYTES,
  MAX_IMAGE_BYTES,
  MAX_PASSED_OVER,
  type SandboxLimits,
} from './limits.js';
import { type Chosen, openPool, type Pool } from './pool.js';
import { type Death, ReaderDeath, type Time } from './reader-process.js';
import type { PassedOver, Request } from './serve.js';

export { isolations, type Measure, measures } from './isolation.js';
export type { SandboxLimits } from './limits.js';

export interface SandboxOptions {
  /** Most children at a time: as many as files are read side by side. */
  children: number;
  limits?: Partial<SandboxLimits>;
  /** Told once what holds the children here, as soon as the first has started. */
  onStart?(state: SandboxState): void;
  /** The child's program; the product's own reads files with its readers. */
  entry?: string;
  /** Ways to start a child, the strongest first; the first that works is taken. */
  ways?: readonly Isolation[];
}

/** What holds the children here, and what was tried in vain. */
export interface SandboxState {
  inForce: Measure[];
  missing: Measure[];
  /** What the system said to each stronger way. */
  refused: string[];
}

export interface Sandbox extends FileOpener {
  /** @throws {QidiError} `extraction.sandbox_unavailable` */
  state(): Promise<SandboxState>;
}

/**
 * Opens every file in a child process that has nothing, knows nothing and reaches nothing, and that can be killed.
 * Children are kept for further files and replaced after any trouble. What a child answers is checked like the
 * file itself. A file that kills its reader three times, or takes longer than its time in all, is given up.
 */
export function openSandbox(options: SandboxOptions): Sandbox {
  const limits = { ...defaultLimits, ...options.limits };
  const child = { entry: options.entry ?? ownEntry(), limits };
  const pool = openPool(child, options.children, options.ways, (chosen) =>
    options.onStart?.(stateOf(chosen)),
  );
  const drawing = keepDrawingTime(limits.budget, limits.perPage);
  return {
    async read(bytes, extension, signal) {
      const passedOver: PassedOver[] = [];
      return askUntilAnswered(pool, () => ({ kind: 'read', extension, passedOver }), bytes, {
        time: { left: limits.budget },
        signal,
        check: (answer, frame) => (answer.kind === 'extraction' ? checkExtraction(frame) : null),
        passedOver,
      });
    },
    async renderPage(bytes, extraction, page, signal) {
      const request: Request = { kind: 'render', extraction: needed(extraction, page), page };
      const most = Math.min(limits.budget, drawing.left(bytes, extraction.pages.length));
      const time = { left: most };
      try {
        return await askUntilAnswered(pool, () => request, bytes, {
          time,
          signal,
          check: (answer, frame) => (answer.kind === 'image' ? checkImage(answer, frame) : null),
        });
      } finally {
        drawing.spend(bytes, most - time.left);
      }
    },
    state: async () => stateOf(await pool.isolation()),
    close: () => pool.close(),
  };
}

function stateOf({ isolation, refused }: Chosen): SandboxState {
  const inForce = measures.filter((measure) => isolation.measures.includes(measure));
  return { inForce, missing: measures.filter((measure) => !inForce.includes(measure)), refused };
}

/** In tests the sources run as they are, the child as it was built. */
function ownEntry(): string {
  const here = import.meta.url;
  const built = here.endsWith('.ts')
    ? new URL('../../../dist/pipelines/extraction/sandbox/child.js', here)
    : new URL('./child.js', here);
  return fileURLToPath(built);
}

/** What finding a page takes: not the text of all others. */
function needed({ parts, pages }: Extraction, page: number): Extraction {
  const [first, ...rest] = parts.map((part) => ({ ...part, comments: [] }));
  return {
    parts: [first!, ...rest],
    pages: pages.filter(({ number }) => number === page).map((p) => ({ ...p, text: '', tables: [] })),
  };
}

interface Asking<T> {
  /** What is used is taken off. */
  time: Time;
  signal: AbortSignal | undefined;
  check(answer: CheckedAnswer, frame: Frame): T | null;
  /** Members over which the child died twice are put here, to be passed over the next time. */
  passedOver?: PassedOver[];
}

async function askUntilAnswered<T extends Extraction | PageImage>(
  pool: Pool,
  request: () => Request,
  bytes: Uint8Array,
  { time, signal, check, passedOver }: Asking<T>,
): Promise<T> {
  let reason: Death = 'time';
  let cause: unknown;
  let lastMember: number | null = null;
  const budget = time.left;
  for (let attempt = 1; attempt <= MAX_ATTEMPTS && time.left > 0; attempt++) {
    // Waiting for a child is no fault of the file: its time runs while one is at it.
    const reader = await pool.take(signal);
    const asked = request();
    const bodyLimit = asked.kind === 'read' ? MAX_EXTRACTION_BYTES : MAX_IMAGE_BYTES;
    try {
      const { answer, frame } = await reader.ask(asked, bytes, bodyLimit, time, signal);
      if (answer.kind === 'refused') throw new PermanentError(answer.code, answer.params);
      if (answer.kind === 'failed') throw new ReaderDeath(answer.memory ? 'memory' : 'crash', answer.where);
      const checked = check(answer, frame);
      if (checked) return checked;
      throw new ReaderDeath('output');
    } catch (error) {
      if (!(error instanceof ReaderDeath)) throw error;
      ({ reason } = error);
      cause = error;
      const { member } = reader.progress();
      const outOfTime = reason === 'time';
      // One member is lost and not all that came with it; those behind it have their own attempts, and time once more.
      if (passedOver && member !== null && passedOver.length < MAX_PASSED_OVER) {
        if (outOfTime ? passedOver.length === 0 : member === lastMember) {
          passedOver.push({ member, reason });
          attempt = 0;
          if (outOfTime) time.left = budget;
        }
      }
      lastMember = member;
      // It answered, but what it said is no answer of a sound reader.
      await reader.end();
    } finally {
      pool.give(reader);
    }
  }
  throw new PermanentError('extraction.killed_its_reader', { reason }, { cause });
}
