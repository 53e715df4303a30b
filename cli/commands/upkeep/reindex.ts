import { reindex as makeAnew } from '../../../office/index.js';
import { type Session, withOffice } from '../../session.js';
import { exit } from '../../terminal.js';

/** `qidi reindex`: makes anew from the stored texts what duplicates are found by. */
export function reindex(session: Session): Promise<number> {
  return withOffice(session, async ({ register }) => {
    const { terminal, stop } = session;
    const { say } = terminal;
    const started = performance.now();
    const papers = await makeAnew(register, { outdatedOnly: false, stop });
    const seconds = Math.round((performance.now() - started) / 100) / 10;
    if (terminal.json) await terminal.out(JSON.stringify({ papers, seconds, complete: !stop.aborted }));
    else
      await terminal.out(
        say(
          `已重建 ${papers} 件的查重索引，用时 ${seconds} 秒。`,
          `${papers} papers indexed anew in ${seconds} s.`,
        ),
      );
    if (!stop.aborted) return exit.done;
    terminal.note(say('已停止；重新执行同一命令即可从头重建。', 'Stopped; run the same command again.'));
    return exit.partly;
  });
}
