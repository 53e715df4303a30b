import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { QidiError } from '../../domain/index.js';
import { findBinaries } from './binaries.js';
import { lockFileOf, readAddress, readLockFile, serverAlive } from './lock-file.js';
import { chooseRunAs, type RunAs } from './run-as.js';

/** A PostgreSQL server of the product's own, shared by all processes of one office. */
export interface EmbeddedPostgres {
  /** Connection parameters for `pg`. */
  connection: { host: string; port: number; user: string; password: string; database: string };
  /** True where this process started the server. */
  started: boolean;
  /** Leaves; the last one to leave stops the server. */
  close(): Promise<void>;
}

const user = 'qidi';
const database = 'postgres';
/** Every process holds this advisory lock shared while it uses the server; who gets it alone is the last. */
const membershipLock = 7_305_001;
/** A socket's path may hold 107 bytes on Linux, 103 on macOS, file name included. */
const longestSocketFolder = 85;
/** Recovery after a kill can take a while on a slow disk. */
const patience = 60_000;
/** A server that ends at once, again and again: what is left of a killed one should be gone by then. */
const patienceWithFailures = 10_000;

/**
 * Joins the server that runs on `<folder>/data`, or starts it (making the database on the first call).
 * Safe to be called by many processes at the same moment, after a killed owner or a killed server: PostgreSQL's
 * own lock on the data folder decides who starts it.
 *
 * @throws QidiError `register.embedded_failed` with the end of the server's log in its cause.
 */
export async function openEmbeddedPostgres(folder: string, logFile: string): Promise<EmbeddedPostgres> {
  const runAs = await chooseRunAs();
  const data = join(folder, 'data');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (runAs.ids) await chown(folder, runAs.ids.uid, runAs.ids.gid);
  await initialise(folder, data, runAs);
  const password = (await readFile(join(data, 'qidi.password'), 'utf8')).trim();

  const deadline = Date.now() + patience;
  let started = false;
  let problem: unknown;
  let failingSince: number | null = null;
  while (Date.now() < deadline) {
    const address = await readAddress(data, folder);
    if (address) {
      const connection = { ...address, user, password, database };
      try {
        const member = await joinServer(connection);
        return { connection, started, close: () => leaveServer(member, data) };
      } catch (error) {
        // Starting up, shutting down or just gone: look again.
        problem = error;
      }
      await delay(50);
      if (await serverAlive(data)) {
        failingSince = null;
        continue;
      }
    }
    const failure = await startServer(folder, data, runAs, logFile);
    started = failure === null;
    if (started) continue;
    problem = failure;
    failingSince ??= Date.now();
    if (Date.now() - failingSince > patienceWithFailures) break;
    await delay(100);
  }
  throw new QidiError('register.embedded_failed', { log: logFile }, { cause: problem });
}

/** Makes the database in a temporary folder and renames it into place: the first to rename wins. */
async function initialise(folder: string, data: string, runAs: RunAs): Promise<void> {
  if (await exists(join(data, 'PG_VERSION'))) return;
  const { initdb } = await findBinaries();
  const making = join(folder, `making-${process.pid}-${randomBytes(4).toString('hex')}`);
  const passwordFile = join(folder, `password-${randomBytes(4).toString('hex')}`);
  const password = randomBytes(24).toString('base64url');
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (runAs.ids) await chown(passwordFile, runAs.ids.uid, runAs.ids.gid);
  try {
    const [program, ...words] = [
      ...runAs.prefix,
      initdb,
      `--pgdata=${making}`,
      `--username=${user}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      // The server's own locale: the same order and case rules on every machine.
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
    ];
    await promisify(execFile)(program!, words, { ...runAs.ids, cwd: folder });
    // On disk before the data folder has its name: without the password nobody gets into it again.
    await writeFile(join(making, 'qidi.password'), password, { mode: 0o600, flush: true });
    await rename(making, data).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    });
  } catch (error) {
    throw new QidiError('register.embedded_failed', { log: folder }, { cause: error });
  } finally {
    await rm(passwordFile, { force: true });
    await rm(making, { recursive: true, force: true });
  }
}

/** Starts a server and waits until it listens or ends; a rival that was faster ends ours, which is fine. */
async function startServer(
  folder: string,
  data: string,
  runAs: RunAs,
  logFile: string,
): Promise<Error | null> {
  const { postgres } = await findBinaries();
  const bySocket = process.platform !== 'win32' && Buffer.byteLength(folder) <= longestSocketFolder;
  const port = bySocket ? 5432 : await freePort();
  const settings: Record<string, string | number> = {
    listen_addresses: bySocket ? '' : '127.0.0.1',
    unix_socket_directories: bySocket ? folder : '',
    unix_socket_permissions: '0700',
    port,
    max_connections: 200,
    shared_buffers: '128MB',
    max_wal_size: '2GB',
    // The log must never hold a word of a letter: no statement, no parameter, no DETAIL line.
    log_min_error_statement: 'panic',
    log_parameter_max_length_on_error: 0,
    log_error_verbosity: 'terse',
    // An error's own line quotes values ("invalid input syntax …"): whoever asked gets it, the log does not.
    log_min_messages: 'log',
    timezone: 'UTC',
    log_timezone: 'UTC',
  };
  const log = await open(logFile, 'a', 0o600);
  const [program, ...words] = [
    ...runAs.prefix,
    postgres,
    '-D',
    data,
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
  // detached: Ctrl-C in the terminal is for the command, not for the server that others may be using.
  const server = spawn(program!, words, {
    ...runAs.ids,
    cwd: folder,
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
  });
  await log.close();
  server.unref();
  return untilListening(server, data);
}

async function untilListening(server: ChildProcess, data: string): Promise<Error | null> {
  let ended: Error | null = null;
  server.once('exit', (code) => {
    ended = new Error(`the server ended with ${code}`);
  });
  server.once('error', (error) => {
    ended = error;
  });
  const deadline = Date.now() + patience;
  while (!ended && Date.now() < deadline) {
    const lines = await readLockFile(data);
    if (Number(lines[0]) === server.pid && lines[7]?.trim() === 'ready') return null;
    await delay(20);
  }
  if (ended) await delay(100);
  return ended;
}

async function joinServer(connection: EmbeddedPostgres['connection']): Promise<pg.Client> {
  const member = new pg.Client({ ...connection, application_name: `qidi member ${process.pid}` });
  // The connection only marks the membership; work notices a dead server by its own connections.
  member.on('error', () => undefined);
  await member.connect();
  try {
    await member.query('select pg_advisory_lock_shared($1)', [membershipLock]);
  } catch (error) {
    await member.end().catch(() => undefined);
    throw error;
  }
  return member;
}

async function leaveServer(member: pg.Client, data: string): Promise<void> {
  try {
    await member.query('select pg_advisory_unlock_shared($1)', [membershipLock]);
    const { rows } = await member.query<{ last: boolean }>('select pg_try_advisory_lock($1) as last', [
      membershipLock,
    ]);
    if (rows[0]?.last) await stopServer(data);
  } catch {
    // The server is gone already: nothing is left to stop.
  } finally {
    await member.end().catch(() => undefined);
  }
}

/** "Fast" shutdown: open transactions are rolled back, a checkpoint is written. */
async function stopServer(data: string): Promise<void> {
  const pid = Number((await readLockFile(data))[0]);
  if (!pid) return;
  process.kill(pid, 'SIGINT');
  const deadline = Date.now() + patience;
  while (Date.now() < deadline && (await exists(lockFileOf(data)))) await delay(20);
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => probe.once('error', reject).listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === 'object' && address ? address.port : 5432;
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
