import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

export interface Process {
  pid: number;
  /** What it was started as. */
  words: string;
  /** Most memory that it held at a time, in MB. */
  peak: number;
}

export interface Peaks {
  /** The largest peak of any of the processes since this was last asked, in MB; what they hold now counts. */
  take(): number;
  /** Every process that was seen, with its own peak. */
  processes(): Process[];
  stop(): void;
}

/** Watches a process and all that descend from it. Needs /proc: elsewhere nothing is seen. */
export function watchPeaks(root: number): Peaks {
  const seen = new Map<number, Process>();
  let largest = 0;
  const look = () => {
    for (const pid of familyOf(root)) {
      const peak = Number(/VmHWM:\s+(\d+)/.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) / 1024;
      const words = read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ').trim();
      largest = Math.max(largest, peak);
      // A process that has just been forked is for a moment what its parent is.
      if (words !== '') seen.set(pid, { pid, words, peak: Math.max(peak, seen.get(pid)?.peak ?? 0) });
    }
  };
  const timer = setInterval(look, 100);
  timer.unref();
  return {
    take() {
      look();
      const peak = largest;
      largest = 0;
      for (const pid of familyOf(root)) forgetPeak(pid);
      return Math.round(peak);
    },
    processes: () => [...seen.values()],
    stop: () => clearInterval(timer),
  };
}

function familyOf(root: number): number[] {
  const children = new Map<number, number[]>();
  for (const name of names('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = read(`/proc/${name}/stat`);
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 4).split(' ')[0]);
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const family = [root];
  for (const pid of family) family.push(...(children.get(pid) ?? []));
  return family;
}

/** Sets the high-water mark back to what is held now (proc(5), clear_refs). */
function forgetPeak(pid: number): void {
  try {
    writeFileSync(`/proc/${pid}/clear_refs`, '5');
  } catch {
    // Gone, another user's, or no Linux.
  }
}

function names(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
