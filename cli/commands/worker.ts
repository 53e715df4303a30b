import { pino } from 'pino';
import type { Report } from '../../office/index.js';
import type { Lane } from '../../queues/index.js';
import { runWorkers } from '../../workers/index.js';
import { type Session, withOffice } from '../session.js';
import { exit } from '../terminal.js';

/** `qidi worker`: works until it is stopped; as many processes on as many hosts as wanted. */
export function worker(session: Session, options: { lane?: Lane; supervised: boolean }): Promise<number> {
  const stopping = new AbortController();
  const stop = () => stopping.abort();
  if (options.supervised) {
    // Ctrl-C reaches the whole foreground group; a supervised worker is told by its supervisor, or by its end.
    process.on('disconnect', stop);
    process.on('SIGTERM', stop);
    // The supervisor may have died while this process was still starting.
    if (process.connected === false) stop();
  } else session.stop.addEventListener('abort', stop);
  return withOffice(session, async (office) => {
    const log = pino(
      { level: session.config.logLevel, base: { pid: process.pid } },
      pino.destination({ fd: 2, sync: true }),
    );
    const report: Report = (event, facts) =>
      log[/failed|trouble|given_up|outdated/.test(event) ? 'warn' : 'info'](facts, event);
    await runWorkers(office, {
      lanes: options.lane ? [options.lane] : undefined,
      stop: stopping.signal,
      report,
    });
    return exit.done;
    // Whoever listens to the supervisor is kept alive by it.
  }).finally(() => process.off('disconnect', stop));
}
