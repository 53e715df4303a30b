import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, open, readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { Redis } from 'ioredis';
import pg from 'pg';
import { chooseRunAs } from '../../register/embedded/run-as.js';
import type { TestFolder } from './folder.js';
import { waitFor, within } from './waiting.js';

export interface RedisServer {
  readonly url: string;
  /** The same server's database of that number: offices beside one another. */
  database(number: number): string;
  kill(): Promise<void>;
  /** On the same port, with what it had on disk. */
  start(): Promise<void>;
}

/** A Redis as in production: append-only file, nothing ever evicted. Ends with the tests of the file. */
export async function startRedis(folder: TestFolder): Promise<RedisServer> {
  const place = await folder.make();
  const port = await freePort();
  const url = `redis://127.0.0.1:${port}`;
  let server: ChildProcess | null = null;
  const redis: RedisServer = {
    url,
    database: (number) => `${url}/${number}`,
    async kill() {
      await endProcess(server, 'SIGKILL');
    },
    async start() {
      const log = await open(join(place, 'redis.log'), 'a');
      const words = ['--port', `${port}`, '--bind', '127.0.0.1', '--dir', place, '--appendonly', 'yes'];
      server = spawn('redis-server', [...words, '--maxmemory-policy', 'noeviction', '--save', ''], {
        cwd: place,
        stdio: ['ignore', log.fd, log.fd],
      });
      await log.close();
      await waitFor('Redis to answer', () => askRedis(url, (client) => client.ping()));
    },
  };
  folder.defer(() => endProcess(server, 'SIGTERM'));
  await redis.start();
  return redis;
}

/** One connection, one question. */
export async function askRedis<T>(url: string, ask: (client: Redis) => Promise<T>): Promise<T> {
  const client = new Redis(url, { lazyConnect: true, retryStrategy: () => null, maxRetriesPerRequest: 0 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await ask(client);
  } finally {
    client.disconnect();
  }
}

export interface PostgresServer {
  /** The connection string of a new, empty database. */
  createDatabase(): Promise<string>;
}

/** A PostgreSQL server as an office would run it: TCP, its own superuser. Ends with the tests of the file. */
export async function startPostgres(folder: TestFolder): Promise<PostgresServer> {
  const place = await folder.make();
  const data = join(place, 'data');
  const port = await freePort();
  const runAs = await chooseRunAs();
  const run = (program: string, words: string[]): [string, string[]] => {
    const [first, ...rest] = [...runAs.prefix, onPath(program), ...words];
    return [first!, rest];
  };
  if (runAs.ids) await promisify(execFile)('chown', [`${runAs.ids.uid}:${runAs.ids.gid}`, place]);
  await mkdir(place, { recursive: true });
  const initialise = run('initdb', ['-D', data, '-U', 'qidi', '--auth=trust', '-E', 'UTF8', '--locale=C']);
  await promisify(execFile)(...initialise, { ...runAs.ids, cwd: place });
  const log = await open(join(place, 'postgres.log'), 'a');
  const settings = [
    'listen_addresses=127.0.0.1',
    `port=${port}`,
    'unix_socket_directories=',
    'max_connections=200',
  ];
  const [program, words] = run('postgres', ['-D', data, ...settings.flatMap((s) => ['-c', s])]);
  const server = spawn(program, words, { ...runAs.ids, cwd: place, stdio: ['ignore', log.fd, log.fd] });
  await log.close();
  // "Fast": connections that a test forgot do not hold it up.
  folder.defer(() => endProcess(server, 'SIGINT'));
  const urlOf = (database: string) => `postgres://qidi@127.0.0.1:${port}/${database}`;
  await waitFor('PostgreSQL to answer', () => askPostgres(urlOf('postgres'), 'select 1'));
  let made = 0;
  return {
    async createDatabase() {
      made += 1;
      await askPostgres(urlOf('postgres'), `create database office${made}`);
      return urlOf(`office${made}`);
    },
  };
}

/** One connection, one query. */
export async function askPostgres(
  connection: string | pg.ClientConfig,
  sql: string,
  values: unknown[] = [],
): Promise<pg.QueryResultRow[]> {
  const client = new pg.Client(connection);
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(sql, values)).rows;
  } finally {
    await client.end();
  }
}

/** How to reach the embedded server that runs in the office's home. */
export async function embeddedConnection(home: string): Promise<pg.ClientConfig> {
  const data = join(home, 'postgres', 'data');
  const password = (await readFile(join(data, 'qidi.password'), 'utf8')).trim();
  const lines = (await readFile(join(data, 'postmaster.pid'), 'utf8')).split('\n');
  const host = lines[4]?.trim() || '127.0.0.1';
  return { host, port: Number(lines[3]), user: 'qidi', password, database: 'postgres' };
}

/** The process id of the embedded server that runs in the office's home, or null. */
export async function embeddedPid(home: string): Promise<number | null> {
  const text = await readFile(join(home, 'postgres', 'data', 'postmaster.pid'), 'utf8').catch(() => '');
  return Number(text.split('\n')[0]) || null;
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

async function endProcess(child: ChildProcess | null, signal: NodeJS.Signals): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  await within(`the end of ${child.spawnfile}`, 20_000, ended);
}

function onPath(program: string): string {
  const folder = (process.env.PATH ?? '').split(delimiter).find((f) => existsSync(join(f, program)));
  if (!folder) throw new Error(`${program} is not on PATH: run the tests with npm test`);
  return join(folder, program);
}
