import type { Office } from '../../office/index.js';
import { pollUntil, type Session, startWorkers, withOffice } from '../session.js';
import { exit } from '../terminal.js';

/** `qidi serve`: the console, and workers unless told otherwise, until stopped. */
export function serve(session: Session, options: { port: number; workers: boolean }): Promise<number> {
  return withOffice(session, (office) => serveOffice(session, office, options));
}

export async function serveOffice(
  session: Session,
  office: Office,
  options: { port: number; workers: boolean },
): Promise<number> {
  const { terminal, stop } = session;
  // Of use to no other command, and slow to load.
  const { startConsole } = await import('../../console/api/index.js');
  const console = await startConsole(office, { port: options.port });
  const workers = options.workers ? await startWorkers(office) : null;
  try {
    terminal.note(
      terminal.say(
        `台账页面：${console.url}  （Ctrl-C 停止）`,
        `The register: ${console.url}  (Ctrl-C stops)`,
      ),
    );
    await pollUntil(stop, workers, async () => false);
    return exit.done;
  } finally {
    await console.close();
    await workers?.close();
  }
}
