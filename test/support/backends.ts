import type { TestFolder } from './folder.js';
import { type PostgresServer, type RedisServer, startPostgres, startRedis } from './servers.js';

export interface Backend {
  name: string;
  database: 'embedded' | 'server';
  queue: 'postgres' | 'redis';
}

/** Every way in which an office can keep its register and its queues: the same tests run on all four. */
export const backends: readonly Backend[] = (['embedded', 'server'] as const).flatMap((database) =>
  (['postgres', 'redis'] as const).map((queue) => ({
    name: `${database} PostgreSQL, queues in ${queue === 'redis' ? 'Redis' : 'PostgreSQL'}`,
    database,
    queue,
  })),
);

/** The two that have least in common, for tests that take long. */
export const farApart: readonly Backend[] = [backends[0]!, backends[3]!];

export interface Servers {
  redis: RedisServer;
  postgres: PostgresServer;
  /** The settings of a new office on that backend, with its own home, database and queues. */
  settings(backend: Backend): Promise<Record<string, string>>;
}

/** Redis and PostgreSQL for the tests of one file, with as many offices on them as wanted. */
export async function startServers(folder: TestFolder): Promise<Servers> {
  const [redis, postgres] = await Promise.all([startRedis(folder), startPostgres(folder)]);
  let offices = 0;
  return {
    redis,
    postgres,
    async settings(backend) {
      offices += 1;
      return {
        QIDI_HOME: await folder.make(),
        QIDI_WORKERS: '2',
        ...(backend.database === 'server' && { DATABASE_URL: await postgres.createDatabase() }),
        ...(backend.queue === 'redis' && { REDIS_URL: redis.database(offices) }),
      };
    },
  };
}
