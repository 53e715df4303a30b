import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { errorCatalogue } from '../../domain/index.js';
import type { WrittenFile } from './corpus.js';
import { watchPeaks } from './peaks.js';

/** What the opening process is told. */
export interface Task {
  /** In base64: not every name is UTF-8. */
  path: string;
  extension: string;
}

/** What it answers. */
export interface Answer {
  /** `read`, a code of the catalogue, or `unexpected`. */
  outcome: string;
  detail: string;
  /** The secret that the file pointed at is in what was read. */
  leaked: boolean;
}

export interface Opened extends Omit<WrittenFile, 'path'> {
  /** Besides those of an answer: `time-out`, `died`. */
  outcome: string;
  detail: string;
  /** What must not be, or null. */
  fault: string | null;
  seconds: number;
  /** Most memory of any process of the opener while it had the file, in MB. */
  peak: number;
}

/**
 * Opens every file in a process of its own that is started anew where it dies or takes too long: a file that
 * hangs or kills it is told by its name, and the others are opened all the same.
 *
 * @param program the compiled `open-files.js`.
 * @param seconds that one file may take; the sandbox has five less to put an end to it.
 */
export async function* runCorpus(
  program: string,
  files: readonly WrittenFile[],
  secret: string,
  seconds = 60,
): AsyncGenerator<Opened> {
  let opener: Opener | null = null;
  try {
    for (const { path, ...file } of files) {
      opener ??= await startOpener(program, secret, seconds);
      opener.peaks.take();
      const started = performance.now();
      const answer = await ask(opener.child, taskOf(path), seconds);
      const took = Math.round(performance.now() - started) / 1000;
      yield { ...file, ...answer, fault: faultOf(answer), seconds: took, peak: opener.peaks.take() };
      if (answer.outcome === 'time-out' || answer.outcome === 'died') {
        await endOpener(opener);
        opener = null;
      }
    }
  } finally {
    if (opener) await endOpener(opener);
  }
}

interface Opener {
  child: ChildProcess;
  peaks: ReturnType<typeof watchPeaks>;
}

async function startOpener(program: string, secret: string, seconds: number): Promise<Opener> {
  const child = fork(program, [], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      QIDI_HOSTILE_SECRET: secret,
      QIDI_HOSTILE_BUDGET: String((seconds - 5) * 1000),
    },
  });
  await once(child, 'message');
  return { child, peaks: watchPeaks(child.pid!) };
}

async function endOpener({ child, peaks }: Opener): Promise<void> {
  peaks.stop();
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

function taskOf(path: string | Buffer): Task {
  const bytes = Buffer.from(path as string);
  const extension = /\.([^./]{1,16})$/.exec(bytes.toString())?.[1]?.toLowerCase() ?? '';
  return { path: bytes.toString('base64'), extension };
}

function ask(child: ChildProcess, task: Task, seconds: number): Promise<Answer> {
  return new Promise((resolve) => {
    const settle = (answer: Answer) => {
      clearTimeout(timer);
      child.off('message', settle).off('exit', died);
      resolve(answer);
    };
    const died = (code: number | null, signal: string | null) =>
      settle({ outcome: 'died', detail: `${signal ?? code}`, leaked: false });
    const timer = setTimeout(
      () => settle({ outcome: 'time-out', detail: `over ${seconds} s`, leaked: false }),
      seconds * 1000,
    );
    child.once('message', settle).once('exit', died);
    child.send(task);
  });
}

function faultOf({ outcome, detail, leaked }: Answer): string | null {
  if (leaked) return 'gave a secret away';
  // Our own readers said what our own checks refuse.
  if (/\boutput$/.test(detail)) return 'gave an answer that is none';
  if (outcome === 'read' || outcome in errorCatalogue) return null;
  return `${outcome}: ${detail}`;
}
