import { SingleBar } from 'cli-progress';
import type { Terminal } from './terminal.js';

export interface Step {
  files: number;
  filesDone: number;
  filesFailed: number;
  pages?: number;
  pagesDone?: number;
  /** Failed files by error code. */
  failures?: Record<string, number>;
}

export interface Progress {
  show(step: Step): void;
  stop(): void;
}

const secondsBetweenLines = 5;

/** A bar with rate and time left on a terminal; elsewhere a plain line every few seconds, when something moved. */
export function openProgress(terminal: Terminal): Progress {
  const started = Date.now();
  const stderr = process.stderr;
  let last: Step | null = null;
  const rateOf = (perSecond: number): string =>
    perSecond >= 0.1
      ? terminal.say(`${perSecond.toFixed(1)} 件/秒`, `${perSecond.toFixed(1)} files/s`)
      : terminal.say(`每件 ${Math.round(1 / perSecond)} 秒`, `${Math.round(1 / perSecond)} s a file`);
  const describe = (step: Step): string => {
    const seconds = Math.max(0.001, (Date.now() - started) / 1000);
    // Pages say more of the work than files do, once they are known.
    const done = step.filesDone + (step.pagesDone ?? 0);
    const left = step.files - step.filesDone + (step.pages ?? 0) - (step.pagesDone ?? 0);
    const rate = done / seconds;
    if (step.files === 0) return terminal.say('正在接收文件……', 'receiving files…');
    const parts = [
      terminal.say(`文件 ${step.filesDone}/${step.files}`, `files ${step.filesDone}/${step.files}`),
      ...(step.pages
        ? [terminal.say(`页 ${step.pagesDone}/${step.pages}`, `pages ${step.pagesDone}/${step.pages}`)]
        : []),
      // Before anything is done there is no rate to speak of, and nothing to reckon the rest by.
      ...(step.filesDone > 0 ? [rateOf(step.filesDone / seconds)] : []),
      ...(left > 0 && rate > 0
        ? [terminal.say(`约剩 ${Math.ceil(left / rate)} 秒`, `about ${Math.ceil(left / rate)} s left`)]
        : []),
      ...(step.filesFailed > 0
        ? [
            terminal.say(`失败 ${step.filesFailed}`, `failed ${step.filesFailed}`) +
              kindsOf(step.failures ?? {}),
          ]
        : []),
    ];
    return parts.join(' · ');
  };

  if (stderr.isTTY) {
    const bar = new SingleBar({
      stream: stderr,
      format: '{bar} {percentage}% {line}',
      hideCursor: true,
      barsize: 24,
      clearOnComplete: false,
      barCompleteChar: '█',
      barIncompleteChar: '░',
    });
    bar.start(1, 0, { line: '' });
    return {
      show(step) {
        bar.setTotal(Math.max(1, step.files + (step.pages ?? 0)));
        bar.update(step.filesDone + (step.pagesDone ?? 0), { line: describe(step) });
      },
      stop: () => bar.stop(),
    };
  }
  let lineAt = 0;
  return {
    show(step) {
      const moved = JSON.stringify(step) !== JSON.stringify(last);
      if (!moved || Date.now() - lineAt < secondsBetweenLines * 1000) return;
      last = step;
      lineAt = Date.now();
      terminal.note(describe(step));
    },
    stop() {
      // The summary follows.
    },
  };
}

/** Failures by kind, most frequent first. */
function kindsOf(failures: Record<string, number>): string {
  const kinds = Object.entries(failures).sort((a, b) => b[1] - a[1]);
  return kinds.length === 0 ? '' : ` (${kinds.map(([code, n]) => `${code} ${n}`).join(', ')})`;
}
