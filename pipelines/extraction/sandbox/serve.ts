import { Console } from 'node:console';
import { type Extraction, PermanentError } from '../../../domain/index.js';
import type { FileOpener } from '../opener.js';
import type { ReadingWatch } from '../read-file.js';
import { createFrameReader, encodeFrame, type Frame } from './frames.js';

/** A file in the file that killed its reader before: by its number among all of them, from 1. */
export interface PassedOver {
  member: number;
  reason: string;
}

/** What the parent asks; the body is the file. */
export type Request =
  | { kind: 'read'; extension: string; passedOver: readonly PassedOver[] }
  | { kind: 'render'; extraction: Extraction; page: number };

/** What the child answers; its body is an extraction in JSON or the pixels of a page. */
export type Answer =
  | { kind: 'ready' }
  /** No answer yet: which member it is at, so that it is known which one it died of. */
  | { kind: 'reading'; member: number }
  | { kind: 'extraction' }
  | { kind: 'image'; width: number; height: number; dpi: number | null }
  | { kind: 'refused'; code: string; params: Readonly<Record<string, string | number>> }
  | { kind: 'failed'; memory: boolean; where: string };

/** The parent sends a file, and for a page what its file was read as; both are held by limits of their own. */
const requestLimits = { head: 64 * 1024 * 1024, body: 256 * 1024 * 1024 };

/** What reads in the child. */
interface Reader {
  read(bytes: Uint8Array, extension: string, watch: ReadingWatch): Promise<Extraction> | Extraction;
  renderPage: FileOpener['renderPage'];
}

/** The child's whole life: answers one request after the other, and ends when its parent does. */
export function serve(opener: Reader): void {
  // Libraries talk; standard output belongs to the answers.
  globalThis.console = new Console(process.stderr, process.stderr);
  let last = Promise.resolve();
  const take = createFrameReader(
    () => requestLimits,
    (frame) => {
      last = last.then(() => answer(opener, frame));
    },
  );
  process.stdin.on('data', take);
  process.stdin.on('end', () => process.exit(0));
  send({ kind: 'ready' });
}

async function answer(opener: Reader, frame: Frame): Promise<void> {
  const request = frame.head as Request;
  try {
    if (request.kind === 'read') {
      const extraction = await opener.read(frame.body, request.extension, {
        passedOver: new Map(request.passedOver.map(({ member, reason }) => [member, reason])),
        onMember: (member) => send({ kind: 'reading', member }),
      });
      send({ kind: 'extraction' }, Buffer.from(JSON.stringify(extraction)));
    } else {
      const image = await opener.renderPage(frame.body, request.extraction, request.page);
      const { width, height, dpi, data } = image;
      send({ kind: 'image', width, height, dpi }, data);
    }
  } catch (error) {
    if (error instanceof PermanentError && !isOutOfMemory(error))
      send({ kind: 'refused', code: error.code, params: error.params });
    else send({ kind: 'failed', memory: isOutOfMemory(error), where: placeOf(error) });
  }
}

function send(head: Answer, body?: Uint8Array): void {
  for (const part of encodeFrame(head, body)) process.stdout.write(part);
}

/** A reader takes what it stumbles over for damage; memory that is short is no fault of the file's form. */
function isOutOfMemory(error: unknown): boolean {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth++)
    if (cause instanceof RangeError && /allocation failed|out of memory/i.test(cause.message)) return true;
  return false;
}

/** The class and place of an unexpected error: its message could quote a letter. */
function placeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const place = /\n\s+at .*?([\w.-]+\.[cm]?[jt]s:\d+)/.exec(error.stack ?? '')?.[1] ?? '';
  return `${error.name} ${place}`.trim();
}
