import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, expect } from '@jest/globals';
import { QidiError } from '../../../../domain/index.js';
import {
  isolations,
  measures,
  openSandbox,
  type Sandbox,
  type SandboxLimits,
  type SandboxOptions,
} from '../../../../pipelines/extraction/sandbox/index.js';
import { processesUnder } from '../../../../pipelines/extraction/sandbox/memory.js';
import { alive, useFolder } from '../../../support/index.js';

export const root = fileURLToPath(new URL('../../../../', import.meta.url));
export const hostile = fileURLToPath(new URL('./hostile-child.mjs', import.meta.url));

/** Without Node.js's own permissions, which a file that took over native code is not held by. */
export const walls = isolations().map((way) => ({
  ...way,
  words: (...given: Parameters<typeof way.words>) =>
    way.words(...given).filter((word) => !/^--(experimental-)?permission$|^--allow-/.test(word)),
}));
/** What is left where the system has no namespaces. */
export const reduced = isolations().filter((way) => !way.measures.includes('network'));

type Options = Partial<SandboxOptions> & { limits?: Partial<SandboxLimits> };

/**
 * Sandboxes for the tests of one file: closed behind each test, and none of their children left. Each file calls it
 * for itself, for this module is loaded once for all files that one process runs.
 */
export async function useSandboxes() {
  const folder = await useFolder('sandbox');
  const opened: Sandbox[] = [];
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((sandbox) => sandbox.close()));
    expect(children()).toEqual([]);
  });
  const open = (options: Options = {}) => {
    const sandbox = openSandbox({ children: 1, ...options });
    opened.push(sandbox);
    return sandbox;
  };
  return { folder, open, openHostile: (options: Options = {}) => open({ entry: hostile, ...options }) };
}

/** All processes that the sandboxes of this process have started; one that ended and is not yet asked for its code is none. */
export const children = () => processesUnder(process.pid).slice(1).filter(alive);

export async function told(sandbox: Sandbox, deed: string): Promise<string> {
  return (await sandbox.read(Buffer.from(deed), 'txt')).pages[0]!.text;
}
export async function failure(promise: Promise<unknown>): Promise<QidiError> {
  const error: unknown = await promise.then(
    () => new Error('nothing was thrown'),
    (e: unknown) => e,
  );
  if (!(error instanceof QidiError)) throw error;
  return error;
}

/** All of them where a process may have namespaces of its own; the test's own question, put to the system. */
export async function measuresHere(): Promise<readonly string[]> {
  const words = ['--user', '--map-root-user', '--net', '--mount', 'mount', '-t', 'tmpfs', 'x', '/sys'];
  const walled = await promisify(execFile)('unshare', words).then(
    () => true,
    () => false,
  );
  return walled ? measures : measures.filter((m) => !['network', 'files', 'processes'].includes(m));
}
