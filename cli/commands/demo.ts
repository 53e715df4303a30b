import { fileURLToPath } from 'node:url';
import { type Session, withOffice } from '../session.js';
import { exit } from '../terminal.js';
import { describeCounts, printProblems, takeInAndWait } from './intake.js';
import { printLines } from './register.js';
import { serveOffice } from './serve.js';

/** The packaged samples: beside the sources, one level above the build. */
const samples = fileURLToPath(new URL('../../../samples/files', import.meta.url));

/** `qidi demo`: the main job on the samples, then the console. */
export function demo(session: Session, options: { serve: boolean; port: number }): Promise<number> {
  return withOffice(session, async (office) => {
    const { terminal, stop } = session;
    terminal.note(terminal.say('正在导入示例文件（均为虚构）……', 'Taking in the samples (all invented)…'));
    const report = await takeInAndWait(session, office, [samples], {
      facts: { channel: null, receivedOn: null },
      wait: true,
    });
    if (terminal.json) await terminal.out(JSON.stringify(report));
    else {
      const page = await office.register.records.list({ limit: 500 });
      await printLines(terminal, page, false);
      await terminal.out(`\n${describeCounts(terminal, report)}`);
      await printProblems(terminal, report);
    }
    const code = report.failed.length + report.review + report.pending > 0 ? exit.partly : exit.done;
    if (!options.serve || stop.aborted) return code;
    await serveOffice(session, office, { port: options.port, workers: true });
    return code;
  });
}
