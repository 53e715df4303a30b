import { runner } from 'node-pg-migrate';
import pg from 'pg';
import { QidiError } from '../domain/index.js';

export type Connection = string | pg.ClientConfig;
/** Anything that runs a query: the pool, or one client inside a transaction. */
export type Queryable = Pick<pg.Pool, 'query'>;

const { builtins } = pg.types;

/** Days stay text (a Date would shift them by the time zone); ids are far below 2^53. */
function getTypeParser(oid: number, format?: 'text' | 'binary') {
  if (oid === builtins.DATE) return (value: string) => value;
  if (oid === builtins.INT8) return Number;
  return pg.types.getTypeParser(oid, format as 'text');
}

export interface Database extends Queryable {
  /** Commits what `work` did, or rolls all of it back when it throws. On the disk when it returns. */
  transaction<T>(work: (client: Queryable) => Promise<T>): Promise<T>;
  /**
   * The same for what machines work out of what is on the disk: it gets there within a second. After a loss of
   * power in that second the register is as it was before (never half of it), and the work is due again. For
   * statements that reach what they ask for by keys: they are planned once.
   */
  repeatable<T>(work: (client: Queryable) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/**
 * A plan for any values looks dearer to the server than one for these, so that it would plan many statements anew each
 * time, for several times what they take to run. Planned for tables that were small then, they would read these
 * through when they have grown.
 */
export const beginRepeatable = `begin; set local synchronous_commit = off;
  set local plan_cache_mode = force_generic_plan; set local enable_seqscan = off`;

/** Milliseconds: a server that is away should be known soon, a busy one waited for. */
const patience = 10_000;

/**
 * Connects and brings the schema up to date; processes that start together wait for one another.
 * @throws QidiError `register.unavailable`; `register.refused` where it answers but will not do (password, rights)
 */
export async function openDatabase(connection: Connection): Promise<Database> {
  const config = typeof connection === 'string' ? { connectionString: connection } : connection;
  const pool = new pg.Pool({
    ...config,
    max: 8,
    connectionTimeoutMillis: patience,
    application_name: 'qidi',
    types: { getTypeParser: getTypeParser as pg.CustomTypesConfig['getTypeParser'] },
  });
  // A lost idle connection is found again by the next query, which reports it.
  pool.on('error', () => undefined);
  // The same for one that is lost while a transaction has it in hand.
  pool.on('connect', (client) => client.on('error', () => undefined));
  try {
    await migrate(pool);
  } catch (error) {
    await pool.end();
    if (isConnectionLoss(error)) throw unavailable(error);
    const { code, name } = error as { code?: string; name: string };
    throw new QidiError('register.refused', { reason: code ?? name }, { cause: error });
  }
  const transact =
    (begin: string) =>
    async <T>(work: (client: Queryable) => Promise<T>): Promise<T> => {
      const client = await pool.connect().catch((error: unknown) => {
        throw unavailable(error);
      });
      let broken: Error | undefined;
      try {
        await client.query(begin);
        const result = await work(client as unknown as Queryable);
        await client.query('commit');
        return result;
      } catch (error) {
        await client.query('rollback').catch((failure: Error) => {
          broken = failure;
        });
        if (isConnectionLoss(error)) throw unavailable(error);
        throw error;
      } finally {
        client.release(broken);
      }
    };
  return {
    query: ((...words: Parameters<pg.Pool['query']>) =>
      (pool.query(...words) as unknown as Promise<unknown>).catch((error: unknown) => {
        throw isConnectionLoss(error) ? unavailable(error) : error;
      })) as unknown as pg.Pool['query'],
    transaction: transact('begin'),
    repeatable: transact(beginRepeatable),
    close: () => pool.end(),
  };
}

/** Arbitrary; only has to be the same in all processes of one office. */
const migrationLock = 7_305_002;

async function migrate(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    await runner({
      dbClient: client,
      dir: `${import.meta.dirname}/migrations`,
      direction: 'up',
      migrationsTable: 'schema_migrations',
      // Ours, above, waits for its turn; the library's own would fail at once.
      noLock: true,
      log: () => undefined,
    });
  } finally {
    await client.query('select pg_advisory_unlock($1)', [migrationLock]).catch(() => undefined);
    client.release();
  }
}

/** Connection refused, terminated, server shutting down: worth saying so plainly. */
function isConnectionLoss(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { code?: string; message?: string };
  return (
    ['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ENOTFOUND', 'ETIMEDOUT'].includes(code ?? '') ||
    /^(57P0|08)/.test(code ?? '') ||
    /Connection terminated|connection.*closed|timeout exceeded/i.test(message ?? '')
  );
}

function unavailable(error: unknown): QidiError {
  return error instanceof QidiError ? error : new QidiError('register.unavailable', {}, { cause: error });
}
