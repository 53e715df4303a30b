import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Lures } from './hostile-file.js';

export interface SetLures extends Lures {
  /** How often somebody connected. */
  connections(): number;
  close(): Promise<void>;
}

/** A listener that nobody may connect to and, in a folder of its own, a file that nobody may read. */
export async function setLures(folder: string): Promise<SetLures> {
  let connections = 0;
  const server = createServer((socket) => {
    connections += 1;
    socket.destroy();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const secret = '暗语七三九零二四';
  const place = join(folder, 'elsewhere');
  await mkdir(place, { recursive: true });
  const path = join(place, 'secret.txt');
  await writeFile(path, `${secret}\n`);
  return {
    http: `http://127.0.0.1:${address.port}`,
    path,
    secret,
    connections: () => connections,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
