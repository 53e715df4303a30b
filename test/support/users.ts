import { execFile } from 'node:child_process';
import { chown } from 'node:fs/promises';
import { promisify } from 'node:util';

/**
 * Words that run a program as an ordinary user who owns the folder. Root does it in a user namespace in which
 * it is nobody special (files stay its own, so that the checkout may lie anywhere), or as `nobody` where there
 * are no namespaces; everybody else is an ordinary user already.
 */
export async function asOrdinaryUser(folder: string): Promise<string[]> {
  if (process.getuid?.() !== 0) return [];
  const unshare = ['unshare', '-U', '--map-user=1000', '--map-group=1000', '--'];
  try {
    await promisify(execFile)('unshare', [...unshare.slice(1), 'true']);
    return unshare;
  } catch {
    await chown(folder, 65534, 65534);
    return ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups', '--'];
  }
}
