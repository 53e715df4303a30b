import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** The system's tesseract, and the words that start it within limits. */
export interface Program {
  version: string;
  environment: NodeJS.ProcessEnv;
  /** Program and first arguments; the engine's own arguments follow. */
  words: readonly [string, ...string[]];
}

/** Before version 5 the way it writes down single characters differs. */
const LEAST_VERSION = 5;
const PATIENCE = 10_000;
const MB = 1024 * 1024;
/** A page of 24 million pixels takes some 300 MB. */
const MEMORY = 1536 * MB;
/** Seconds of processor; a page that takes longer than minutes is given up by the clock before. */
const CPU = 600;

/**
 * The system's tesseract, or null where there is none, an old one, or one that does not start.
 *
 * @param path folders to look in, as in PATH.
 */
export async function findProgram(path: string): Promise<Program | null> {
  // Only what the engine needs: no key and no address of the office. One thread: pages are read side by side.
  const environment = { PATH: path, LC_ALL: 'C', OMP_THREAD_LIMIT: '1' };
  for (const held of process.platform === 'linux' ? [limits(), []] : [[]]) {
    const words: [string, ...string[]] = [...held, 'tesseract'] as never;
    const version = await versionOf(words, environment);
    if (version === null) continue;
    return Number.parseInt(version, 10) >= LEAST_VERSION ? { version, environment, words } : null;
  }
  return null;
}

/** No privilege left or to be had, memory and time limited by the kernel, nothing written, an end with the parent. */
function limits(): string[] {
  return [
    ...['setpriv', '--no-new-privs', '--inh-caps=-all', '--pdeathsig=KILL'],
    ...(process.getuid?.() === 0 ? ['--bounding-set=-all'] : []),
    ...['prlimit', `--data=${MEMORY}:${MEMORY}`, `--cpu=${CPU}:${CPU}`],
    ...['--fsize=0:0', '--core=0:0', '--nofile=64:64'],
  ];
}

async function versionOf(
  [program, ...words]: readonly [string, ...string[]],
  env: NodeJS.ProcessEnv,
): Promise<string | null> {
  try {
    const { stdout, stderr } = await promisify(execFile)(program, [...words, '--version'], {
      env,
      timeout: PATIENCE,
      killSignal: 'SIGKILL',
    });
    return /^tesseract v?(\d+\.\d+(?:\.\d+)?)/m.exec(stdout + stderr)?.[1] ?? null;
  } catch {
    return null;
  }
}
