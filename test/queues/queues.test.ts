import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { PermanentError, QidiError } from '../../domain/index.js';
import { type Job, openQueues, type QueueLocation } from '../../queues/index.js';
import {
  askPostgres,
  askRedis,
  freePort,
  startPostgres,
  startRedis,
  useFolder,
  waitFor,
} from '../support/index.js';

const folder = await useFolder('queues');
const [redis, postgres] = await Promise.all([startRedis(folder), startPostgres(folder)]);
let redisDatabases = 0;

interface Place {
  location: QueueLocation;
  /** Everything that the engine has stored, as text. */
  dump(): Promise<string>;
  empty(): Promise<void>;
}
const places: Record<string, () => Promise<Place>> = {
  Redis: async () => {
    redisDatabases += 1;
    const url = redis.database(redisDatabases);
    return {
      location: { kind: 'redis', url },
      dump: () => askRedis(url, dumpRedis),
      empty: () => askRedis(url, (client) => client.flushdb()).then(() => undefined),
    };
  },
  PostgreSQL: async () => {
    const url = await postgres.createDatabase();
    const tables = () =>
      askPostgres(
        url,
        `select table_name as name from information_schema.tables where table_schema = 'qidi_queue'`,
      );
    return {
      location: { kind: 'postgres', connection: url },
      async dump() {
        let all = '';
        for (const { name } of await tables())
          all += JSON.stringify(await askPostgres(url, `select t::text from qidi_queue."${name}" t`));
        return all;
      },
      async empty() {
        const names = (await tables()).map((t) => `qidi_queue."${t.name}"`).filter((n) => n.includes('job'));
        await askPostgres(url, `truncate ${names.join(', ')} cascade`);
      },
    };
  },
};

async function dumpRedis(client: import('ioredis').Redis): Promise<string> {
  let all = '';
  for (const key of await client.keys('*')) {
    const read: Record<string, () => Promise<unknown>> = {
      string: () => client.get(key),
      hash: () => client.hgetall(key),
      list: () => client.lrange(key, '0', '-1'),
      set: () => client.smembers(key),
      zset: () => client.zrange(key, '0', '-1'),
      stream: () => client.xrange(key, '-', '+') as Promise<unknown>,
    };
    all += key + JSON.stringify(await read[await client.type(key)]!());
  }
  return all;
}

const text = (documentId: number, generation = 1): Job => ({ lane: 'text', documentId, generation });
const page = (documentId: number, number: number, generation = 1): Job => ({
  lane: 'ocr',
  documentId,
  generation,
  page: number,
});

describe.each(Object.keys(places))('the queues in %s', (engine) => {
  async function open() {
    const place = await places[engine]!();
    const queues = openQueues(place.location);
    folder.defer(() => queues.close());
    const trouble: Error[] = [];
    const work = (lane: Job['lane'], handle: (job: Job, attempt: { last: boolean }) => Promise<void>) => {
      const worker = queues.work(lane, 2, handle, (error) => trouble.push(error));
      folder.defer(() => worker.close());
      return worker;
    };
    return { queues, place, work, trouble };
  }

  it('hold a job once, however often it is added', async () => {
    const { queues, work } = await open();
    await queues.add([text(1), text(1), page(2, 1), page(2, 2)]);
    await Promise.all(Array.from({ length: 10 }, () => queues.add([text(1), page(2, 2)])));
    expect(await queues.counts()).toEqual({
      text: { waiting: 1, active: 0, delayed: 0 },
      ocr: { waiting: 2, active: 0, delayed: 0 },
    });
    const done: Job[] = [];
    for (const lane of ['text', 'ocr'] as const) work(lane, async (job) => void done.push(job));
    await waitFor('all jobs to be done', () => done.length === 3);
    await waitFor('empty queues', async () => (await queues.counts()).ocr.active === 0);
    expect(done).toHaveLength(3);
    expect(done).toEqual(expect.arrayContaining([text(1), page(2, 1), page(2, 2)]));
  });

  it('take a finished job again, and the same subject under another generation', async () => {
    const { queues, work } = await open();
    const done: Job[] = [];
    work('text', async (job) => void done.push(job));
    await queues.add([text(1)]);
    await waitFor('the first run', () => done.length === 1);
    await waitFor('the job to be forgotten', async () => (await queues.findMissing([text(1)])).length === 1);
    await queues.add([text(1), text(1, 2)]);
    await waitFor('the second and third run', () => done.length === 3);
    expect(done.map((j) => j.generation).sort()).toEqual([1, 1, 2]);
  });

  it('say which jobs they do not know', async () => {
    const { queues, work } = await open();
    await queues.add([text(1), page(1, 7)]);
    const asked = [text(1), text(1, 2), text(2), page(1, 7), page(1, 8)];
    expect(await queues.findMissing(asked)).toEqual([text(1, 2), text(2), page(1, 8)]);
    let letGo: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    let taken = 0;
    work('text', async () => {
      taken += 1;
      await held;
    });
    await waitFor('the job to be taken', () => taken === 1);
    expect(await queues.findMissing([text(1)])).toEqual([]);
    letGo();
    await waitFor('the job to be done', async () => (await queues.findMissing([text(1)])).length === 1);
  });

  it('know no job any more when they were emptied, and take it again', async () => {
    const { queues, work, place } = await open();
    await queues.add([text(1), text(2), page(3, 1)]);
    await place.empty();
    expect(await queues.findMissing([text(1), text(2), page(3, 1)])).toHaveLength(3);
    const done: Job[] = [];
    work('text', async (job) => void done.push(job));
    await queues.add([text(1)]);
    await waitFor('the job to be done after all', () => done.length === 1);
  });

  it('try a failing job again after 1, 2 and 4 seconds, and then forget it', async () => {
    const { queues, work } = await open();
    const runs: { at: number; last: boolean }[] = [];
    work('text', async (_, { last }) => {
      runs.push({ at: Date.now(), last });
      throw new QidiError('register.unavailable');
    });
    await queues.add([text(1)]);
    await waitFor('the second run', () => runs.length === 2);
    // Between attempts it is known: nobody hands it over a second time.
    expect(await queues.findMissing([text(1)])).toEqual([]);
    await waitFor('four runs', () => runs.length === 4);
    await waitFor('the job to be forgotten', async () => (await queues.findMissing([text(1)])).length === 1);
    const waits = runs.slice(1).map((run, i) => run.at - runs[i]!.at);
    for (const [i, least] of [1000, 2000, 4000].entries()) {
      expect(waits[i]).toBeGreaterThanOrEqual(least * 0.95);
      expect(waits[i]).toBeLessThan(least + 3000);
    }
    expect(runs.map((r) => r.last)).toEqual([false, false, false, true]);
  });

  it('never hold a word of what a job throws', async () => {
    const { queues, work, place } = await open();
    const marker = `举报人申屠海燕${randomUUID()}`;
    const thrown = [
      new Error(marker, { cause: new Error(marker) }),
      new QidiError('extraction.damaged', { kind: marker }),
      new PermanentError('filing.empty', {}, { cause: new Error(marker) }),
      marker,
      { message: marker },
    ];
    let runs = 0;
    work('text', async (job) => {
      runs += 1;
      throw thrown[job.documentId];
    });
    await queues.add(thrown.map((_, i) => text(i)));
    await waitFor('each job to have failed once', () => runs >= thrown.length);
    const kept = await waitFor('the failures to be stored', async () => {
      const all = await place.dump();
      return all.includes('worker.unexpected') && all.includes('extraction.damaged') && all;
    });
    expect(kept).not.toContain(marker);
    expect(kept).not.toContain('申屠海燕');
    expect(kept).not.toMatch(/\.[jt]s:\d+/);
  });

  it('hold numbers only', async () => {
    const { queues, place } = await open();
    await queues.add([text(41, 3), page(42, 5, 6)]);
    const kept = await place.dump();
    expect(kept).toContain('41-text-3');
    expect(kept).toContain('42.5-ocr-6');
    expect(/[\u4e00-\u9fff]/.test(kept)).toBe(false);
  });

  it('spread jobs over workers, each job to one of them', async () => {
    const { queues, work, trouble } = await open();
    const done: number[] = [];
    for (let w = 0; w < 3; w += 1) work('text', async (job) => void done.push(job.documentId));
    const jobs = Array.from({ length: 120 }, (_, i) => text(i));
    await queues.add(jobs);
    await waitFor('all jobs to be done', () => done.length >= jobs.length);
    await waitFor('empty queues', async () => {
      const { text: lane } = await queues.counts();
      return lane.waiting + lane.active + lane.delayed === 0;
    });
    expect(done.sort((a, b) => a - b)).toEqual(jobs.map((j) => j.documentId));
    expect(trouble).toEqual([]);
  });
});

describe('queues that cannot be reached', () => {
  const locationOf = (kind: 'redis' | 'postgres', port: number): QueueLocation =>
    kind === 'redis'
      ? { kind, url: `redis://127.0.0.1:${port}` }
      : { kind, connection: `postgres://qidi@127.0.0.1:${port}/none` };

  it.each(['redis', 'postgres'] as const)('say so soon where nobody listens: %s', async (kind) => {
    const queues = openQueues(locationOf(kind, await freePort()));
    const started = Date.now();
    const calls = [queues.counts(), queues.add([text(1)]), queues.findMissing([text(1)])];
    for (const call of calls) await expect(call).rejects.toMatchObject({ code: 'queue.unavailable' });
    await queues.close();
    expect(Date.now() - started).toBeLessThan(15_000);
  });

  it.each(['redis', 'postgres'] as const)('keep nobody waiting once they are closed: %s', async (kind) => {
    const queues = openQueues(locationOf(kind, await freePort()));
    const counting = queues.counts().catch((error: QidiError) => error.code);
    const started = Date.now();
    await queues.close();
    expect(await counting).toBe('queue.unavailable');
    // Patience with a server that is away is eight seconds.
    expect(Date.now() - started).toBeLessThan(5_000);
  });

  it.each(['redis', 'postgres'] as const)('open nothing any more once they are closed: %s', async (kind) => {
    const server = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1');
    await once(server, 'listening');
    folder.defer(async () => void server.close());
    const { port } = server.address() as AddressInfo;
    const came: (number | undefined)[] = [];
    server.on('connection', (socket) => came.push(socket.remotePort));
    const queues = openQueues(locationOf(kind, port));
    await queues.close();
    await expect(queues.add([text(1)])).rejects.toMatchObject({ code: 'queue.unavailable' });
    await nextTurn();
    // Whoever came before this one would be there by now.
    const last = connect(port, '127.0.0.1');
    await once(last, 'connect');
    await waitFor('the last one', () => came.includes(last.localPort));
    expect(came).toEqual([last.localPort]);
  });

  it.each(['redis', 'postgres'] as const)('say so soon where nobody answers: %s', async (kind) => {
    const silent = createServer().listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const sockets: Socket[] = [];
    silent.on('connection', (socket) => sockets.push(socket.on('error', () => undefined)));
    folder.defer(async () => void silent.close());
    const queues = openQueues(locationOf(kind, (silent.address() as AddressInfo).port));
    const started = Date.now();
    await expect(queues.counts()).rejects.toMatchObject({ code: 'queue.unavailable' });
    await queues.close();
    expect(Date.now() - started).toBeLessThan(15_000);
    expect(sockets.length).toBeGreaterThan(0);
    for (const socket of sockets) socket.destroy();
  });
});
