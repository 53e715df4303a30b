import { execFile } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

/** What the engine's process is kept from: to get privileges, and to take more of the machine than a page needs. */
export type EngineMeasure = 'privileges' | 'limits';

/** The system's tesseract, and the words that start it within limits. */
export interface Program {
  version: string;
  /** What cannot be put into force here. */
  missing: readonly EngineMeasure[];
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
  if (process.platform === 'linux' && !(await isThere(path))) return null;
  for (const { held, missing } of process.platform === 'linux' ? ways() : [unlimited]) {
    const words: [string, ...string[]] = [...held, 'tesseract'] as never;
    const version = await versionOf(words, environment);
    if (version === null) continue;
    return Number.parseInt(version, 10) >= LEAST_VERSION ? { version, missing, environment, words } : null;
  }
  return null;
}

interface Way {
  held: readonly string[];
  missing: readonly EngineMeasure[];
}
const unlimited: Way = { held: [], missing: ['privileges', 'limits'] };

/** How it can be started, the strongest way first: which of them work is found out by trying. */
function ways(): Way[] {
  // No privilege to be had, an end with the parent.
  const modest = ['setpriv', '--no-new-privs', '--inh-caps=-all', '--pdeathsig=KILL'];
  // Memory and time limited by the kernel, nothing written.
  const limited = [
    ...['prlimit', `--data=${MEMORY}:${MEMORY}`, `--cpu=${CPU}:${CPU}`],
    ...['--fsize=0:0', '--core=0:0', '--nofile=64:64'],
  ];
  // As root it keeps what root has, unless that is taken from it: which a container may not allow.
  const isRoot = process.getuid?.() === 0;
  const bare = isRoot ? [...modest, '--bounding-set=-all'] : modest;
  return [
    { held: [...bare, ...limited], missing: [] },
    ...(isRoot ? [{ held: [...modest, ...limited], missing: ['privileges'] as const }] : []),
    { held: limited, missing: ['privileges'] },
    { held: bare, missing: ['limits'] },
    unlimited,
  ];
}

/** Where it is not installed, not every way has to be tried. */
async function isThere(path: string): Promise<boolean> {
  for (const folder of path.split(delimiter)) {
    const found = await access(join(folder, 'tesseract'), constants.X_OK).then(
      () => true,
      () => false,
    );
    if (found) return true;
  }
  return false;
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
