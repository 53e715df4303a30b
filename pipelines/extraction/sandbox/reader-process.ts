import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { chown, mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { type CheckedAnswer, checkAnswer } from './answers.js';
import { createFrameReader, encodeFrame, type Frame } from './frames.js';
import type { Child, Isolation } from './isolation.js';
import { MAX_ANSWER_HEAD_BYTES, START_PATIENCE } from './limits.js';
import { processesUnder, residentMemory } from './memory.js';
import type { Request } from './serve.js';
import { userMap } from './walls.js';

/** Why a child is no more. */
export type Death = 'memory' | 'time' | 'crash' | 'output';

/** The child died, or was ended, over what it was asked. */
export class ReaderDeath extends Error {
  readonly reason: Death;
  constructor(reason: Death, detail = '') {
    super(`a reader ended: ${reason}${detail && ` (${detail})`}`);
    this.reason = reason;
  }
}

/** Milliseconds that are left. */
export interface Time {
  left: number;
}

/** One child. It answers one request at a time. */
export interface ReaderProcess {
  readonly pid: number;
  /** Files that it has been asked about. */
  files(): number;
  /** bytes, as last seen; 0 where the system does not tell. */
  memory(): number;
  isAlive(): boolean;
  /** Which file in the file it was last at, by its number; null before the first. */
  progress(): { member: number | null };
  /**
   * @param bodyLimit bytes that the answer may have.
   * @param time milliseconds until the child is ended; what is used is taken off.
   * @throws {ReaderDeath} and the child is no more; the signal's reason where it is aborted, likewise.
   */
  ask(
    request: Request,
    file: Uint8Array,
    bodyLimit: number,
    time: Time,
    signal?: AbortSignal,
  ): Promise<{ answer: CheckedAnswer; frame: Frame }>;
  /** Ends it, with all that it started; resolves when it is gone. */
  end(): Promise<void>;
}

/** Milliseconds between two looks at a child that reads. */
const lookEvery = 50;
/** Milliseconds between two looks that count: a parent that was busy neither fed the child nor heard it. */
const mostALook = 5 * lookEvery;
/** Milliseconds in which the last words of a child that ended may still come. */
const lastWords = 500;
/** What V8 and the C++ library say before they give up. */
const outOfMemory = /out of memory|bad_alloc|Allocation failed/i;

/**
 * Starts a child and waits until it is ready.
 * @throws {Error} where it cannot be started so; what it said is in the message, no file was opened yet.
 */
export async function startReader(isolation: Isolation, child: Child): Promise<ReaderProcess> {
  const temp = isolation.temp ?? (await mkdtemp(join(tmpdir(), 'qidi-reader-')));
  const removeTemp = isolation.temp
    ? async () => undefined
    : () => rm(temp, { recursive: true, force: true });
  try {
    if (!isolation.temp && isolation.user !== null) await chown(temp, isolation.user, isolation.user);
    const process = launch(isolation.words(child, temp), temp);
    return await converse(process, isolation.awaitsUsers, child.limits.memory, removeTemp);
  } catch (error) {
    await removeTemp();
    throw error;
  }
}

type Process = ChildProcessByStdio<Writable, Readable, Readable>;

interface Pending {
  bodyLimit: number;
  resolve(answered: { answer: CheckedAnswer; frame: Frame }): void;
  reject(error: unknown): void;
}

async function converse(
  child: Process,
  awaitsUsers: boolean,
  memoryLimit: number,
  clean: () => Promise<void>,
): Promise<ReaderProcess> {
  const pid = child.pid ?? 0;
  let alive = true;
  let files = 0;
  let said = '';
  let death: Death | null = null;
  let pending: Pending | null = null;
  let member: number | null = null;
  let usersAwaited = awaitsUsers;
  let seen = { at: performance.now(), memory: 0 };

  const take = createFrameReader(
    () => (pending ? { head: MAX_ANSWER_HEAD_BYTES, body: pending.bodyLimit } : { head: 0, body: 0 }),
    (frame) => {
      const answer = checkAnswer(frame.head);
      // What follows nonsense is not listened to, even where it came with it.
      if (death) return;
      if (!pending || !answer) return kill('output');
      if (answer.kind === 'reading') {
        member = answer.member;
        return;
      }
      pending.resolve({ answer, frame });
    },
  );
  const kill = (reason: Death) => {
    death ??= reason;
    for (const one of processesUnder(pid)) killOne(one);
    child.kill('SIGKILL');
  };
  const gone = untilGone(child).then(async ({ signal, problem }) => {
    alive = false;
    for (const stream of [child.stdin, child.stdout, child.stderr]) stream.destroy();
    const reason = death ?? (signal === 'SIGXCPU' ? 'time' : outOfMemory.test(said) ? 'memory' : 'crash');
    pending?.reject(new ReaderDeath(reason, problem));
    await clean().catch(() => undefined);
  });
  child.stdin.on('error', () => undefined);
  child.stderr.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString('latin1')).slice(-4096);
  });
  child.stdout.on('data', (chunk: Buffer) => {
    try {
      if (!usersAwaited) return take(chunk);
      usersAwaited = false;
      nameUsers(pid).then(
        () => child.stdin.write('\n'),
        () => kill('crash'),
      );
      take(chunk.subarray(1));
    } catch {
      kill('output');
    }
  });

  /** A look costs as much as reading a short text: one within a moment is enough for all. */
  const memory = () => {
    const now = performance.now();
    if (now - seen.at >= lookEvery) seen = { at: now, memory: residentMemory(pid) };
    return seen.memory;
  };

  const wait = async (bodyLimit: number, time: Time, signal?: AbortSignal) => {
    const abort = () => kill('crash');
    let looked = performance.now();
    const spend = () => {
      const now = performance.now();
      time.left -= Math.min(now - looked, mostALook);
      looked = now;
    };
    const look = setInterval(() => {
      spend();
      if (time.left <= 0) kill('time');
      if (memory() > memoryLimit) kill('memory');
    }, lookEvery);
    holdOpen(child, true);
    try {
      const answered = new Promise<{ answer: CheckedAnswer; frame: Frame }>((resolve, reject) => {
        pending = { bodyLimit, resolve, reject };
      });
      if (!alive) throw new ReaderDeath('crash');
      signal?.addEventListener('abort', abort, { once: true });
      if (signal?.aborted) abort();
      return await answered;
    } catch (error) {
      signal?.throwIfAborted();
      throw error;
    } finally {
      pending = null;
      spend();
      clearInterval(look);
      signal?.removeEventListener('abort', abort);
      holdOpen(child, false);
    }
  };

  const reader: ReaderProcess = {
    pid,
    files: () => files,
    memory,
    isAlive: () => alive && death === null,
    progress: () => ({ member }),
    async ask(request, file, bodyLimit, time, signal) {
      files += 1;
      member = null;
      const answered = wait(bodyLimit, time, signal);
      if (alive) for (const part of encodeFrame(request, file)) child.stdin.write(part);
      return answered;
    },
    async end() {
      kill('crash');
      holdOpen(child, true);
      await gone;
    },
  };
  try {
    const { answer } = await wait(0, { left: START_PATIENCE });
    if (answer.kind !== 'ready') throw new ReaderDeath('output');
    return reader;
  } catch (error) {
    await reader.end();
    throw new Error(`${(error as Error).message} ${said}`.trim(), { cause: error });
  }
}

/** The end of the process and of what it wrote; a process of its own that keeps its pipes open is not waited for. */
async function untilGone(child: Process): Promise<{ signal: NodeJS.Signals | null; problem: string }> {
  const closed = new Promise<void>((resolve) => child.once('close', resolve));
  const ended = await new Promise<{ signal: NodeJS.Signals | null; problem: string }>((resolve) => {
    child.once('exit', (code, signal) => resolve({ signal, problem: String(code ?? signal) }));
    child.once('error', (error) => resolve({ signal: null, problem: error.message }));
  });
  if (child.pid) await Promise.race([closed, delay(lastWords, undefined, { ref: false })]);
  return ended;
}

/** A child without work must not keep a command from ending; it ends with it. */
function holdOpen(child: Process, on: boolean): void {
  for (const part of [child, ...child.stdio.slice(0, 3)] as unknown as Pick<Socket, 'ref' | 'unref'>[])
    if (on) part.ref();
    else part.unref();
}

async function nameUsers(pid: number): Promise<void> {
  await writeFile(`/proc/${pid}/uid_map`, userMap);
  await writeFile(`/proc/${pid}/gid_map`, userMap);
}

function killOne(pid: number): void {
  try {
    if (pid > 0) process.kill(pid, 'SIGKILL');
  } catch {
    // Ended by itself, or with the one above it.
  }
}

function launch([program, ...words]: string[], temp: string) {
  return spawn(program!, words, {
    cwd: temp,
    env: environment(temp),
    stdio: ['pipe', 'pipe', 'pipe'],
    windowsHide: true,
  });
}

/** What a program needs to run at all, and nothing that this process knows. */
function environment(temp: string): Record<string, string> {
  const { PATH = '', SystemRoot, LD_LIBRARY_PATH } = process.env;
  return {
    PATH: [PATH, '/usr/sbin', '/usr/bin', '/sbin', '/bin'].filter(Boolean).join(delimiter),
    ...(SystemRoot && { SystemRoot }),
    ...(LD_LIBRARY_PATH && { LD_LIBRARY_PATH }),
    HOME: temp,
    TMPDIR: temp,
    TEMP: temp,
    // Days are read as they are here.
    TZ: process.env.TZ ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    MALLOC_ARENA_MAX: '2',
    UV_THREADPOOL_SIZE: '2',
    // The canvas library would put a gigabyte aside at once, which counts against the limit.
    MIMALLOC_ARENA_EAGER_COMMIT: '0',
    // The picture library keeps large pictures in memory: no word of a letter on a disk.
    VIPS_DISC_THRESHOLD: '4g',
  };
}
