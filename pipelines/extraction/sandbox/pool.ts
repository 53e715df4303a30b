import { QidiError } from '../../../domain/index.js';
import { type Child, type Isolation, isolations } from './isolation.js';
import { MAX_IDLE_MEMORY } from './limits.js';
import { type ReaderProcess, startReader } from './reader-process.js';

/** How children are started here, and what the system said to each stronger way. */
export interface Chosen {
  isolation: Isolation;
  refused: string[];
}

/** Children that wait for work, at most `size` at a time; started when they are first needed. */
export interface Pool {
  /** @throws {QidiError} `extraction.sandbox_unavailable` */
  take(signal?: AbortSignal): Promise<ReaderProcess>;
  /** Gives a child back; one that died, grew or has read enough is replaced when the next is needed. */
  give(reader: ReaderProcess): void;
  /** The way in which children are started, and why none that is stronger is; starts one where none was yet. */
  isolation(): Promise<Chosen>;
  /** Ends all children; who waits for one is told that there is none. */
  close(): Promise<void>;
}

/** A way to start children that failed this often does not work here. */
const tries = 2;

export function openPool(
  child: Child,
  size: number,
  ways: readonly Isolation[] = isolations(),
  onChosen: (chosen: Chosen) => void = () => undefined,
): Pool {
  const idle: ReaderProcess[] = [];
  const all = new Set<ReaderProcess>();
  const waiting: (() => void)[] = [];
  let places = size;
  let closed = false;
  let chosen: Promise<Chosen> | null = null;

  const unavailable = (cause?: unknown) =>
    new QidiError('extraction.sandbox_unavailable', {}, { cause: cause ?? new Error('it is closed') });

  /** The strongest way that works, found out by starting a child; that child is kept. */
  async function choose(): Promise<Chosen> {
    const refused: string[] = [];
    for (const isolation of ways) {
      for (let attempt = 1; attempt <= tries; attempt++) {
        if (closed) throw unavailable();
        try {
          keep(await startReader(isolation, child));
          onChosen({ isolation, refused });
          return { isolation, refused };
        } catch (error) {
          if (attempt === tries) refused.push(inShort((error as Error).message));
        }
      }
    }
    throw unavailable(new Error(refused.join('\n')));
  }

  function keep(reader: ReaderProcess): void {
    all.add(reader);
    idle.push(reader);
  }

  function isolation() {
    chosen ??= choose();
    // What failed may work later: memory or processes of the machine were short.
    chosen.catch(() => {
      chosen = null;
    });
    return chosen;
  }

  async function startOne(): Promise<ReaderProcess> {
    const { isolation: way } = await isolation();
    const fresh = idle.pop();
    // One that died while nobody asked it anything is no attempt of the next file's.
    if (fresh?.isAlive()) return fresh;
    if (fresh) void drop(fresh);
    const reader = await startReader(way, child).catch((error: unknown) => {
      throw unavailable(error);
    });
    all.add(reader);
    return reader;
  }

  function freePlace(): void {
    places += 1;
    waiting.shift()?.();
  }

  async function drop(reader: ReaderProcess): Promise<void> {
    await reader.end();
    all.delete(reader);
  }

  return {
    isolation,
    async take(signal) {
      while (places === 0 && !closed) await new Promise<void>((resolve) => waiting.push(resolve));
      signal?.throwIfAborted();
      if (closed) throw unavailable();
      places -= 1;
      try {
        const reader = idle.pop();
        if (reader?.isAlive()) return reader;
        if (reader) void drop(reader);
        const started = await startOne();
        if (!closed) return started;
        await drop(started);
        throw unavailable();
      } catch (error) {
        freePlace();
        throw error;
      }
    },
    give(reader) {
      const worn =
        !reader.isAlive() || reader.files() >= child.limits.files || reader.memory() > MAX_IDLE_MEMORY;
      // Nobody waits for its end but close.
      if (worn || closed) void drop(reader);
      else idle.push(reader);
      freePlace();
    },
    async close() {
      closed = true;
      for (const wake of waiting.splice(0)) wake();
      await chosen?.catch(() => undefined);
      await Promise.all([...all].map(drop));
    },
  };
}

/** Of what a program said when it ended the one line that says why; a person reads it. */
function inShort(message: string): string {
  const lines = message.split('\n').map((line) => line.trim());
  const telling = lines.find((line) => /(?:error|denied|permitted|cannot|not found|invalid)\b/i.test(line));
  return (telling ?? lines[0] ?? '').slice(0, 200);
}
