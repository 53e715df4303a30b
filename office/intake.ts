import { createReadStream } from 'node:fs';
import { access, constants, lstat, readdir, stat } from 'node:fs/promises';
import { basename, extname, normalize, resolve, sep } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type Channel, type ErrorCode, QidiError } from '../domain/index.js';
import type { NewReceipt } from '../register/index.js';
import { dayIn, dayInName } from './days.js';
import { type LeftOutReason, leftOutFor } from './left-out.js';
import type { Office } from './open.js';

/** What the clerk says of the files. */
export interface IntakeFacts {
  channel: Channel | null;
  /** ISO day. */
  receivedOn: string | null;
}

/** Where a file lies; bytes where its name is no UTF-8 and a string could not lead back to it. */
export type FilePath = string | Buffer;

/** A file that was not taken in, and why; it still lies where it lay. */
export interface Refusal {
  path: FilePath;
  code: ErrorCode;
  params: Readonly<Record<string, string | number>>;
}

/** A file or folder that is passed over, and why. */
export interface LeftOut {
  path: FilePath;
  leftOut: LeftOutReason;
}

export interface Received {
  path: FilePath;
  documentId: number;
  receiptId: number;
  /** The same bytes were there before, from another place. */
  known: boolean;
  /** The same bytes were received from this very place before. */
  again: boolean;
  /** What was read. Whoever moves the file compares first: what lies there may be another by then. */
  state: FileState;
}

/** Tells one state of a file from another; the time of the change of status cannot be set back by a copy. */
export type FileState = Readonly<Record<'dev' | 'ino' | 'size' | 'mtimeNs' | 'ctimeNs', bigint>>;

/** A file is whole when it has not changed for this long; a slow scanner gets `mostWaiting` to finish. */
const quietMs = 1000;
const mostWaitingMs = 30_000;
const chunk = 25;

/**
 * All files below the paths, folders in the order of their names. What no person has put there is left out, and
 * said; links are followed to files, never to folders: a loop would have no end. What is named itself is not left out.
 *
 * @param except names right below the paths: the watch folder's own sub-folders.
 */
export async function* findFiles(
  paths: readonly string[],
  except: readonly string[] = [],
): AsyncGenerator<FilePath | Refusal | LeftOut> {
  for (const path of paths) {
    const info = await lstat(path).catch((error: NodeJS.ErrnoException) => error);
    if (info instanceof Error) {
      yield refuse(path, info.code === 'EACCES' ? 'intake.no_permission' : 'intake.not_found');
    } else if (info.isDirectory()) {
      let found = 0;
      for await (const file of findBelow(path, except)) {
        if (typeof file === 'string' || !('leftOut' in file)) found += 1;
        yield file;
      }
      if (found === 0) yield refuse(path, 'intake.empty_folder');
    } else yield path;
  }
}

async function* findBelow(
  folder: FilePath,
  except: readonly string[],
): AsyncGenerator<FilePath | Refusal | LeftOut> {
  const entries = await readdir(folder, { withFileTypes: true, encoding: 'buffer' }).catch(() => null);
  if (entries === null) {
    yield refuse(folder, 'intake.no_permission');
    return;
  }
  for (const entry of entries.sort((a, b) => Buffer.compare(a.name, b.name))) {
    const name = entry.name.toString();
    if (except.includes(name)) continue;
    const path = joinPath(folder, entry.name);
    const leftOut = leftOutFor(name);
    if (leftOut) yield { path, leftOut };
    else if (entry.isDirectory()) yield* findBelow(path, []);
    else yield path;
  }
}

function joinPath(folder: FilePath, name: Buffer): FilePath {
  const bytes = Buffer.concat([Buffer.from(folder), Buffer.from(sep), name]);
  const text = bytes.toString();
  return Buffer.from(text).equals(bytes) ? normalize(text) : bytes;
}

/** The file's name as it can be shown. */
export function nameOf(path: FilePath): string {
  return printable(basename(path.toString()));
}

function refuse(path: FilePath, code: ErrorCode, params: Refusal['params'] = {}): Refusal {
  return { path, code, params };
}

/**
 * Takes files in: vault first, then the register, then the queue; resolves file by file as they are safe.
 * Whatever is wrong with one file is told by a refusal and stops no other.
 *
 * @throws QidiError where nothing can be taken in at all (`vault.disk_full`, `register.unavailable`).
 */
export async function* takeIn(
  office: Office,
  batch: string,
  files: AsyncIterable<FilePath | Refusal | LeftOut>,
  facts: IntakeFacts,
  stop: AbortSignal,
): AsyncGenerator<Received | Refusal | LeftOut> {
  let waiting: FilePath[] = [];
  for await (const file of files) {
    if (stop.aborted) break;
    if (typeof file !== 'string' && !Buffer.isBuffer(file)) {
      yield file;
      continue;
    }
    waiting.push(file);
    if (waiting.length >= chunk) {
      yield* receiveChunk(office, batch, waiting, facts);
      waiting = [];
    }
  }
  if (waiting.length > 0 && !stop.aborted) yield* receiveChunk(office, batch, waiting, facts);
}

async function* receiveChunk(
  office: Office,
  batch: string,
  paths: readonly FilePath[],
  facts: IntakeFacts,
): AsyncGenerator<Received | Refusal> {
  const stored = await Promise.all(paths.map((path) => storeFile(office, path, facts)));
  const receipts = stored.filter((s): s is Stored => 'sha256' in s);
  for (const refusal of stored) if ('code' in refusal) yield refusal;
  if (receipts.length === 0) return;
  const results = await office.register.receipts.receive(batch, receipts);
  const jobs = results.flatMap((r) => (r.job ? [{ lane: 'text' as const, ...r.job }] : []));
  // A queue that is away costs time only: the reconciler hands over what is due.
  await office.queues.add(jobs).catch(() => undefined);
  for (const [i, result] of results.entries()) {
    const { documentId, receiptId, known, again } = result;
    yield { path: receipts[i]!.path, documentId, receiptId, known, again, state: receipts[i]!.state };
  }
}

type Stored = NewReceipt & { path: FilePath; state: FileState };

async function storeFile(office: Office, path: FilePath, facts: IntakeFacts): Promise<Stored | Refusal> {
  const { config, keys, originals } = office;
  try {
    await waitUntilWhole(path, config.maxFileBytes);
    const before = await stateOf(path);
    const { sha256, size } = await originals.put(createReadStream(path));
    const after = await stateOf(path);
    // It changed while it was read: these bytes may be no state that the file ever had.
    if (after.size !== BigInt(size) || !isSameState(before, after))
      return refuse(path, 'intake.still_changing');
    const name = nameOf(path);
    const today = dayIn(config.timeZone);
    const named = dayInName(name, today);
    return {
      path,
      state: after,
      sha256,
      size,
      extension: extname(name).slice(1).toLowerCase().slice(0, 16),
      originKey: keys.fingerprint(typeof path === 'string' ? resolve(path) : path.toString('hex')),
      name,
      channel: facts.channel,
      receivedOn: facts.receivedOn ?? named,
      basis: facts.receivedOn ? 'stated' : named ? 'file-name' : 'arrival',
      arrivedOn: today,
    };
  } catch (error) {
    if (error instanceof QidiError && error.code.startsWith('intake.'))
      return refuse(path, error.code, error.params);
    // The vault's own troubles concern every file; what else the file system says concerns this one.
    const { code, path: where } = error as NodeJS.ErrnoException;
    if (!code || error instanceof QidiError || where?.startsWith(config.home + sep)) throw error;
    return refuse(path, reasonOf(code));
  }
}

export async function stateOf(path: FilePath): Promise<FileState> {
  const { dev, ino, size, mtimeNs, ctimeNs } = await stat(path, { bigint: true });
  return { dev, ino, size, mtimeNs, ctimeNs };
}

export function isSameState(one: FileState, other: FileState): boolean {
  return (['dev', 'ino', 'size', 'mtimeNs', 'ctimeNs'] as const).every((key) => one[key] === other[key]);
}

/** What an error of the file system says of a file that should be read. */
export function reasonOf(code: string | undefined): ErrorCode {
  if (code === 'EACCES' || code === 'EPERM') return 'intake.no_permission';
  if (code === 'ENOENT') return 'intake.not_found';
  if (code === 'EISDIR') return 'intake.is_folder';
  return 'intake.unreadable_medium';
}

async function waitUntilWhole(path: FilePath, mostBytes: number): Promise<void> {
  const link = await lstat(path);
  const info = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw link.isSymbolicLink() ? new QidiError('intake.broken_link') : error;
  });
  if (!info.isFile()) throw new QidiError('intake.not_a_file');
  await access(path, constants.R_OK);
  if (info.size > mostBytes)
    throw new QidiError('intake.too_large', { limit: Math.floor(mostBytes / 1024 / 1024) });
  const deadline = Date.now() + mostWaitingMs;
  let last = info;
  // A clock that goes wrong elsewhere must not keep a file out for ever: from now on it only has to lie still.
  let quietSince = Math.min(info.mtimeMs, Date.now());
  while (Date.now() - quietSince < quietMs) {
    if (Date.now() > deadline) throw new QidiError('intake.still_changing');
    await delay(Math.max(50, quietMs - (Date.now() - quietSince)));
    const next = await stat(path);
    if (next.size !== last.size || next.mtimeMs !== last.mtimeMs) quietSince = Date.now();
    last = next;
  }
  if (last.size === 0) throw new QidiError('intake.empty_file');
}

/** A name that can be shown: control characters and unpaired surrogates are made visible. */
export function printable(name: string): string {
  return name
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '\uFFFD');
}

export function isRefusal(result: Received | Refusal | LeftOut): result is Refusal {
  return 'code' in result;
}

export function isLeftOut(found: Received | Refusal | LeftOut): found is LeftOut {
  return 'leftOut' in found;
}
