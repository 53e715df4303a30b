import { access, chmod, cp, writeFile } from 'node:fs/promises';
import { connect, createServer, type Socket } from 'node:net';
import { delimiter, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import {
  backends,
  freePort,
  jsonOf,
  runQidi,
  sampleFile,
  scans,
  startQidi,
  startServers,
  untilEnd,
  useFolder,
  waitFor,
} from '../support/index.js';

const folder = await useFolder('stopping');

describe('a worker that is told to stop', () => {
  it('does not wait for a page at which the engine hangs: it is due again', async () => {
    const programs = await folder.make();
    const mark = join(programs, 'mark');
    const path = process.env.PATH ?? '';
    await writeFile(
      join(programs, 'tesseract'),
      `#!/bin/sh\n[ "$1" = --version ] && PATH='${path}' exec tesseract "$@"\n: > ${mark}\nexec /bin/sleep 1000\n`,
    );
    await chmod(join(programs, 'tesseract'), 0o755);
    const own = {
      QIDI_HOME: await folder.make(),
      QIDI_OCR_ENGINE: 'native',
      PATH: [programs, path].join(delimiter),
    };
    const inbox = await folder.make();
    await cp(sampleFile(scans[0]), join(inbox, scans[0]), { preserveTimestamps: true });
    expect((await runQidi(['intake', '--no-wait', inbox], own)).code).toBe(0);
    const worker = startQidi(['worker'], own);
    await waitFor(
      'the page to be in hand',
      () =>
        access(mark).then(
          () => true,
          () => false,
        ),
      60_000,
    );
    worker.signal('SIGTERM');
    expect((await untilEnd('the worker', worker, 60)).code).toBe(0);
    const { register } = jsonOf(await runQidi(['--json', 'status'], own));
    expect(register.documents).toMatchObject({ due: 1, failed: 0 });
  }, 180_000);

  it('does not wait for a connection to its queue that comes when nobody needs it any more', async () => {
    const servers = await startServers(folder);
    const env = await servers.settings(
      backends.find((b) => b.database === 'server' && b.queue === 'postgres')!,
    );
    const database = new URL(env.DATABASE_URL!);
    const sockets: Socket[] = [];
    let late = 0;
    // Connections to the queue take their time, as they do on a busy machine.
    const proxy = createServer((socket) => {
      sockets.push(socket.on('error', () => undefined));
      socket.once('data', (greeting) => {
        socket.pause();
        const isQueue = greeting.includes('qidi_queue');
        if (isQueue) late += 1;
        setTimeout(
          () => {
            const server = connect(Number(database.port), database.hostname);
            sockets.push(server.on('error', () => undefined));
            server.write(greeting);
            server.pipe(socket).pipe(server);
          },
          isQueue ? 1500 : 0,
        );
      });
    });
    const port = await freePort();
    proxy.listen(port, '127.0.0.1');
    try {
      const near = new URL(database);
      near.port = `${port}`;
      const worker = startQidi(['worker'], { ...env, DATABASE_URL: near.href });
      // Behind the first connection of each of its two queues comes the one by which it hears of work.
      await waitFor('it to listen', () => late >= 3, 60_000);
      worker.signal('SIGTERM');
      expect((await untilEnd('the worker', worker, 20)).code).toBe(0);
    } finally {
      proxy.close();
      for (const socket of sockets) socket.destroy();
    }
  }, 180_000);
});
