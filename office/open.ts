import { randomBytes } from 'node:crypto';
import { mkdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { QidiError } from '../domain/index.js';
import { type Lexicon, loadLexicon } from '../lexicon/index.js';
import {
  createStages,
  maskWords,
  openRecogniser,
  openSandbox,
  type Recogniser,
  type Sandbox,
  type SandboxState,
  type Stages,
} from '../pipelines/index.js';
import { openQueues, type Queues } from '../queues/index.js';
import {
  type EmbeddedPostgres,
  openEmbeddedPostgres,
  openRegister,
  type Register,
} from '../register/index.js';
import {
  createCipher,
  hasKey,
  holdsOriginals,
  type Keys,
  type Originals,
  openKeys,
  openOriginals,
} from '../vault/index.js';
import type { Config } from './config.js';

/** Everything that a process of one office works with. */
export interface Office {
  config: Config;
  lexicon: Lexicon;
  keys: Keys;
  originals: Originals;
  register: Register;
  queues: Queues;
  /** True where this process uses the server that lives inside QIDI_HOME. */
  embedded: boolean;
  close(): Promise<void>;
}

/** The pure part of an office: stages and what they need. Nothing is opened until a scan has to be read. */
export interface Reading {
  lexicon: Lexicon;
  stages: Stages;
  /** Where files are opened: nowhere else, and never in this process. */
  opener: Sandbox;
  recogniser: Recogniser;
  close(): Promise<void>;
}

/** As `loadLexicon`: the office's own, or the packaged one. */
export const readLexicon = (config: Pick<Config, 'lexicon'>): Lexicon =>
  loadLexicon(config.lexicon ?? undefined);

/**
 * @param config what reads scans (`QIDI_OCR_ENGINE`), and the home with the models in it that the system's own engine
 * reads with.
 * @param atOnce files that are read side by side at most.
 * @param onSandbox told once, before the first file is read, which walls it is read behind.
 */
export async function openReading(
  lexicon: Lexicon,
  config: Pick<Config, 'home' | 'ocrEngine'>,
  atOnce = 1,
  onSandbox?: (state: SandboxState) => void,
): Promise<Reading> {
  const opener = openSandbox({ children: atOnce, onStart: onSandbox });
  const recogniser = await openRecogniser({
    engine: config.ocrEngine,
    models: async () => {
      await makeHome(config.home);
      return join(config.home, 'models');
    },
  });
  return {
    lexicon,
    opener,
    recogniser,
    stages: createStages(opener, recogniser),
    async close() {
      await recogniser.close();
      await opener.close();
    },
  };
}

/**
 * Opens the office's vault, register and queues; starts the embedded database where no server is named.
 * @throws QidiError with a `config.…`, `vault.…`, `register.…` or `queue.…` code; nothing stays open then.
 */
export async function openOffice(config: Config): Promise<Office> {
  const lexicon = readLexicon(config);
  await makeHome(config.home);
  const keyFolder = join(config.home, 'keys');
  const vault = join(config.home, 'originals');
  // A key that was lost or not mounted is never replaced in silence. Looked for again after what it is needed
  // for: another process may be making both at this moment.
  const isFirst = !(await hasKey(keyFolder));
  if (isFirst && (await holdsOriginals(vault)) && !(await hasKey(keyFolder)))
    throw new QidiError('vault.key_missing');
  const opened: { close(): Promise<void> }[] = [];
  const close = async () => {
    // One part that does not close must not keep the others open: the embedded server comes last.
    for (const part of opened.splice(0).reverse()) await part.close().catch(() => undefined);
  };
  try {
    let embedded: EmbeddedPostgres | null = null;
    if (!config.databaseUrl) {
      embedded = await openEmbeddedPostgres(
        join(config.home, 'postgres'),
        join(config.home, 'logs', 'postgres.log'),
      );
      opened.push(embedded);
    }
    const connection = config.databaseUrl ?? embedded!.connection;
    if (isFirst && (await wasUsed(connection)) && !(await hasKey(keyFolder)))
      throw new QidiError('vault.key_missing');
    const keys = await openKeys(keyFolder);
    const originals = await openOriginals(vault, keys.originals);
    const register = await openRegister(connection, createCipher(keys.register), maskWords);
    opened.push(register);
    const queues = openQueues(
      config.redisUrl ? { kind: 'redis', url: config.redisUrl } : { kind: 'postgres', connection },
    );
    opened.push(queues);
    await queues.counts();
    return { config, lexicon, keys, originals, register, queues, embedded: embedded !== null, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Whether the register holds originals; nothing sealed is opened for it. */
async function wasUsed(connection: Parameters<typeof openRegister>[0]): Promise<boolean> {
  const register = await openRegister(connection, createCipher(randomBytes(32)), maskWords);
  return register.receipts.any().finally(() => register.close());
}

/**
 * Makes the folder of the office and what it holds.
 * @throws QidiError `config.home_not_writable`, `config.home_not_folder`
 */
export async function makeHome(home: string): Promise<void> {
  try {
    await makeFolder(home);
    await makeFolder(join(home, 'logs'));
  } catch (error) {
    const taken = await stat(home).catch(() => null);
    const code = taken && !taken.isDirectory() ? 'config.home_not_folder' : 'config.home_not_writable';
    throw new QidiError(code, { home }, { cause: error });
  }
}

/** Folder by folder: Node's own recursive mkdir never ends below /proc and its like. */
async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { mode: 0o700 });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST' && (await stat(folder)).isDirectory()) return;
    if (code !== 'ENOENT' || dirname(folder) === folder || (await stat(dirname(folder)).catch(() => null)))
      throw error;
    await makeFolder(dirname(folder));
    await mkdir(folder, { mode: 0o700 });
  }
}
