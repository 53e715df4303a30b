import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { waitFor, within } from './waiting.js';

/** The built command line: tools/test.mjs builds it before the tests run. */
export const program = fileURLToPath(new URL('../../dist/cli/index.js', import.meta.url));

export interface Outcome {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
  seconds: number;
}

export interface Running {
  readonly pid: number;
  readonly child: ChildProcess;
  readonly ended: Promise<Outcome>;
  stderr(): string;
  stdout(): string;
  /** To this process alone, or to it and all that it started, as Ctrl-C in a terminal; none where it has ended. */
  signal(signal: NodeJS.Signals, whole?: 'group'): void;
}

/** Names that would lead a command into another office. */
const ours = ['DATABASE_URL', 'REDIS_URL', 'VAULT_URL', 'NO_COLOR', 'FORCE_COLOR', 'NODE_OPTIONS'];

/** Starts a program in a process group of its own. `env` is added to what this process has, less Qidi's settings. */
export function start(
  words: readonly [string, ...string[]],
  env: Readonly<Record<string, string>> = {},
  cwd?: string,
): Running {
  const started = Date.now();
  const inherited = Object.entries(process.env).filter(([n]) => !n.startsWith('QIDI_') && !ours.includes(n));
  const child = spawn(words[0], words.slice(1), {
    env: { ...Object.fromEntries(inherited), ...env },
    cwd,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const parts = { stdout: '', stderr: '' };
  child.stdout!.setEncoding('utf8').on('data', (text: string) => {
    parts.stdout += text;
  });
  child.stderr!.setEncoding('utf8').on('data', (text: string) => {
    parts.stderr += text;
  });
  const ended = once(child, 'close').then(([code, signal]): Outcome => {
    return { code, signal, ...parts, seconds: (Date.now() - started) / 1000 };
  });
  const pid = child.pid!;
  return {
    pid,
    child,
    ended,
    stderr: () => parts.stderr,
    stdout: () => parts.stdout,
    signal(signal, whole) {
      try {
        process.kill(whole ? -pid : pid, signal);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
      }
    },
  };
}

export function startQidi(
  words: readonly string[],
  env: Readonly<Record<string, string>>,
  cwd?: string,
): Running {
  return start([process.execPath, program, ...words], env, cwd);
}

/** Runs a command to its end. */
export async function runQidi(
  words: readonly string[],
  env: Readonly<Record<string, string>>,
  options: { seconds?: number; cwd?: string } = {},
): Promise<Outcome> {
  return untilEnd(`qidi ${words.join(' ')}`, startQidi(words, env, options.cwd), options.seconds);
}

/** Waits for the end; what takes too long is ended hard, with all that it started. */
export async function untilEnd(what: string, running: Running, seconds = 120): Promise<Outcome> {
  try {
    return await within(`the end of ${what}`, seconds * 1000, running.ended);
  } catch (error) {
    running.signal('SIGKILL', 'group');
    throw new Error(`${error}\nstdout: ${running.stdout()}\nstderr: ${running.stderr()}`);
  }
}

/** A process that nobody has asked for its exit code yet is dead all the same. */
export function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3) !== 'Z';
  } catch {
    return true;
  }
}

export async function untilGone(what: string, pid: number, milliseconds = 30_000): Promise<void> {
  await waitFor(`the end of ${what}`, () => !alive(pid), milliseconds);
}
