import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, symlink, truncate, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { goodLetter } from '../../bench/hostile/hostile-file.js';
import { makeOld, putFile, type TestFolder } from '../support/index.js';

/** What intake says of each place, by its name; null where nothing is said. */
export type Places = Readonly<Record<string, string | null>>;

/** What lies in a folder and is no plain file. */
export async function makePlaces(inbox: string, tests: TestFolder): Promise<Places> {
  const at = (name: string) => join(inbox, name);
  await promisify(execFile)('mkfifo', [at('pipe.txt')]);
  const server = createServer().listen(at('socket.txt'));
  await once(server, 'listening');
  tests.defer(() => new Promise((resolve) => server.close(() => resolve())));
  await symlink('/dev/zero', at('device.txt'));
  await symlink('/dev/tty', at('terminal.txt'));
  await symlink('/proc/self/environ', at('environment.txt'));
  await symlink('loop-b.txt', at('loop-a.txt'));
  await symlink('loop-a.txt', at('loop-b.txt'));
  await symlink('nowhere.txt', at('nowhere-link.txt'));
  await symlink('..', at('parent'));
  const outside = await tests.make();
  await putFile(join(outside, 'linked.txt'), goodLetter(901));
  await symlink(join(outside, 'linked.txt'), at('followed.txt'));
  await mkdir(at('folder.docx'));
  await putFile(join(at('folder.docx'), 'inside.txt'), goodLetter(902));
  await writeFile(at('sparse.txt'), '');
  await truncate(at('sparse.txt'), 20 * 1024 ** 3);
  await writeFile(at('sparse-20-mb.txt'), '');
  await truncate(at('sparse-20-mb.txt'), 20 * 1024 ** 2);
  await makeOld(at('sparse-20-mb.txt'));
  await putFile(at('nobody-may-read.txt'), goodLetter(903));
  await chmod(at('nobody-may-read.txt'), 0o000);
  return {
    'pipe.txt': 'intake.not_a_file',
    'socket.txt': 'intake.not_a_file',
    'device.txt': 'intake.not_a_file',
    'terminal.txt': 'intake.not_a_file',
    'environment.txt': 'intake.empty_file',
    'loop-a.txt': 'intake.broken_link',
    'loop-b.txt': 'intake.broken_link',
    'nowhere-link.txt': 'intake.broken_link',
    parent: 'intake.not_a_file',
    'followed.txt': null,
    'inside.txt': null,
    'sparse.txt': 'intake.too_large',
    'sparse-20-mb.txt': 'extraction.unknown_format',
    // Root may read everything; that others are told is held by the tests of intake.
    'nobody-may-read.txt': process.getuid?.() === 0 ? null : 'intake.no_permission',
  };
}
