import { createRequire } from 'node:module';
import type * as BullMQ from 'bullmq';
import { Redis, type RedisOptions } from 'ioredis';

// BullMQ loads its PostgreSQL driver with require(), which its ES module build does not have.
const bullmq = createRequire(import.meta.url)('bullmq') as typeof BullMQ;

/** Where the queues live: a Redis server, or a schema of the register's own PostgreSQL. */
export type QueueLocation =
  | { kind: 'redis'; url: string; prefix?: string }
  | { kind: 'postgres'; connection: string | object };

/** BullMQ on either engine: the same two constructors, whatever is behind them. */
export interface Engine {
  openQueue(name: string): BullMQ.Queue;
  openWorker(
    name: string,
    run: BullMQ.Processor,
    options: Omit<BullMQ.WorkerOptions, 'connection'>,
  ): BullMQ.Worker;
  close(): Promise<void>;
}

const schema = 'qidi_queue';
/** Milliseconds for one connection, and for one answer to a producer. */
export const patience = 8_000;

export function openEngine(location: QueueLocation): Engine {
  if (location.kind === 'postgres') {
    const { Queue, Worker } = bullmq.withBackend(bullmq.createPostgresBackend);
    const base =
      typeof location.connection === 'string'
        ? { connectionString: location.connection }
        : location.connection;
    const connection = {
      ...base,
      schema,
      migrate: true,
      // Each queue and worker has a pool of its own: a few connections do, since jobs are only ids.
      max: 3,
      connectionTimeoutMillis: patience,
      // A lost job is handed out again by the register: none has to be on the disk before work goes on.
      options: '-c synchronous_commit=off',
    };
    return {
      openQueue: (name) => new Queue(name, { connection }) as unknown as BullMQ.Queue,
      openWorker: (name, run, options) =>
        new Worker(name, run, { ...options, connection }) as unknown as BullMQ.Worker,
      close: async () => undefined,
    };
  }
  const connections: Redis[] = [];
  const connect = (options: RedisOptions) => {
    const redis = new Redis(location.url, { ...options, connectTimeout: patience, enableReadyCheck: true });
    // BullMQ reports the same failures through its own 'error' events.
    redis.on('error', () => undefined);
    connections.push(redis);
    return redis;
  };
  const prefix = location.prefix ?? 'qidi';
  return {
    // A producer must not wait for ever for a dead Redis: the register keeps what is due.
    openQueue: (name) => {
      const connection = connect({ maxRetriesPerRequest: 3, commandTimeout: patience });
      return new bullmq.Queue(name, { connection, prefix });
    },
    openWorker: (name, run, options) =>
      new bullmq.Worker(name, run, {
        ...options,
        connection: connect({ maxRetriesPerRequest: null }),
        prefix,
      }),
    close: async () => {
      for (const redis of connections) redis.disconnect();
    },
  };
}
