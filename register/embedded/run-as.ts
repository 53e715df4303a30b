import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

/** How to start a PostgreSQL program here: it refuses to run as root. */
export interface RunAs {
  /** Words put before the program. */
  prefix: string[];
  /** User and group to change to, where no user namespace is to be had. */
  ids: { uid: number; gid: number } | null;
}

/**
 * An ordinary user runs the server as himself. Root runs it in a user namespace in which root is mapped to
 * an ordinary number: no user is created, files stay root's own. Where namespaces are off, the account
 * `postgres`, else `nobody`, has to do.
 */
export async function chooseRunAs(): Promise<RunAs> {
  if (process.getuid?.() !== 0) return { prefix: [], ids: null };
  const unshare = ['unshare', '-U', '--map-user=1000', '--map-group=1000', '--'];
  try {
    await promisify(execFile)(unshare[0]!, [...unshare.slice(1), 'true']);
    return { prefix: unshare, ids: null };
  } catch {
    const accounts = await readFile('/etc/passwd', 'utf8').catch(() => '');
    const ids = ['postgres', 'nobody'].flatMap((name) => {
      const fields = accounts
        .split('\n')
        .find((line) => line.startsWith(`${name}:`))
        ?.split(':');
      return fields ? [{ uid: Number(fields[2]), gid: Number(fields[3]) }] : [];
    });
    return { prefix: [], ids: ids[0] ?? { uid: 65534, gid: 65534 } };
  }
}
