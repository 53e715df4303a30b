import { readFile } from 'node:fs/promises';

/** Largest resident memory of a process so far, MB; 0 where the system does not tell. */
export async function peakOf(pid: number): Promise<number> {
  const text = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Math.round(Number(/VmHWM:\s+(\d+)/.exec(text)?.[1] ?? 0) / 1024);
}
