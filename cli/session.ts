import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { errorCodeOf, PermanentError, type QidiError } from '../domain/index.js';
import {
  type Config,
  checkLexicon,
  type Office,
  openOffice,
  readConfig,
  superviseWorkers,
  type WorkerGroup,
} from '../office/index.js';
import { createTerminal, exit, printError, type Terminal } from './terminal.js';

/** What every command gets. */
export interface Session {
  config: Config;
  terminal: Terminal;
  /** Aborted by Ctrl-C and by a request to end. */
  stop: AbortSignal;
}

/**
 * Reads the settings, runs the command, and turns what it throws into words and an exit code: what cannot be
 * helped by trying again concerns one thing that was asked for; anything else means that it cannot run here.
 */
export async function withSession(
  json: boolean,
  run: (session: Session) => Promise<number>,
): Promise<number> {
  let terminal = createTerminal(process.env.QIDI_LANG === 'en' ? 'en' : 'zh', json);
  const stopping = new AbortController();
  const stop = () => {
    // Asked twice: what is in hand is dropped, and handed out again later.
    if (stopping.signal.aborted && !process.channel) process.exit(exit.partly);
    if (!stopping.signal.aborted && !process.channel)
      terminal.note(
        terminal.say(
          '正在停止：手头的工作做完即停，已收文件不会丢失……',
          'Stopping: work in hand is finished first; nothing is lost…',
        ),
      );
    stopping.abort();
  };
  process.on('SIGINT', stop).on('SIGTERM', stop).on('SIGHUP', stop);
  // A reader that has seen enough (| head) closes the pipe: that is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(exit.done);
  });
  try {
    const config = readConfig();
    terminal = createTerminal(config.language, json);
    return await run({ config, terminal, stop: stopping.signal });
  } catch (error) {
    await printError(terminal, error);
    if (errorCodeOf(error) === 'cli.usage') return exit.usage;
    if (errorCodeOf(error) === 'worker.outdated') return exit.outdated;
    return error instanceof PermanentError ? exit.partly : exit.cannotRun;
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop).off('SIGHUP', stop);
  }
}

/** Opens the office for the command and closes it afterwards, whatever happens. */
export async function withOffice(
  session: Session,
  run: (office: Office) => Promise<number>,
): Promise<number> {
  const office = await openOffice(session.config);
  try {
    return await run(office);
  } finally {
    await office.close();
  }
}

/**
 * Starts the worker processes that do the command's work.
 * @throws QidiError `config.lexicon_invalid`: none could work with it, and each would say so in the log only.
 */
export function startWorkers({ config, lexicon }: Pick<Office, 'config' | 'lexicon'>): Promise<WorkerGroup> {
  checkLexicon(lexicon);
  return superviseWorkers(fileURLToPath(new URL('./index.js', import.meta.url)), config.workers, config);
}

const pollMs = 200;

/**
 * Looks again and again until `look` says done, Ctrl-C is pressed, or the workers cannot be kept running.
 * @throws QidiError `worker.cannot_start`, `worker.outdated`
 */
export async function pollUntil(
  stop: AbortSignal,
  workers: WorkerGroup | null,
  look: () => Promise<boolean>,
): Promise<void> {
  let broken: QidiError | null = null;
  workers?.failed.then((error) => {
    broken = error;
  });
  while (!(await look())) {
    if (stop.aborted) return;
    if (broken) throw broken;
    await delay(pollMs);
  }
}
