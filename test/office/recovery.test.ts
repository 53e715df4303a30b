import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  askPostgres,
  askRedis,
  type Backend,
  canonical,
  embeddedConnection,
  embeddedPid,
  exportRegister,
  farApart,
  jsonOf,
  makeBatch,
  type Outcome,
  type Running,
  runningIn,
  runQidi,
  type Servers,
  scans,
  startQidi,
  startServers,
  untilEnd,
  untilGone,
  useFolder,
  waitFor,
} from '../support/index.js';

const folder = await useFolder('recovery');
const servers = await startServers(folder);
const letters = 16;
// One: it is read ten times over.
const scanned = scans.slice(0, 1);
const files = await makeBatch(join(folder.path, 'files'), letters, scanned);
const presented = letters + scanned.length;

/** How the office is hurt in the middle of the work. */
interface Harm {
  name: string;
  /** Without it: on every backend. */
  only?: (backend: Backend) => boolean;
  hurt(it: { env: Record<string, string>; intake: Running; servers: Servers }): Promise<void>;
}

const workersOf = (env: Record<string, string>, intake: Running) =>
  runningIn(env.QIDI_HOME!).filter(
    ({ pid, words }) => pid !== intake.pid && words.includes('worker --supervised'),
  );

const harms: readonly Harm[] = [
  {
    name: 'kill -9 of every worker',
    async hurt({ env, intake }) {
      const workers = workersOf(env, intake);
      expect(workers.length).toBeGreaterThan(0);
      for (const { pid } of workers) process.kill(pid, 'SIGKILL');
    },
  },
  {
    name: 'kill -9 of the command and all that it started',
    async hurt({ env, intake }) {
      intake.signal('SIGKILL', 'group');
      await intake.ended;
      // The database is in a group of its own and may outlive its owner: the next command joins it.
      await waitFor('the end of its workers', () => workersOf(env, intake).length === 0);
    },
  },
  {
    name: 'Ctrl-C',
    async hurt({ intake }) {
      intake.signal('SIGINT', 'group');
      const { code, stderr } = await untilEnd('intake after Ctrl-C', intake, 60);
      expect([code, stderr]).toEqual([1, expect.not.stringMatching(/\n\s+at /)]);
    },
  },
  {
    name: 'kill -9 of the embedded PostgreSQL',
    only: ({ database }) => database === 'embedded',
    async hurt({ env }) {
      const pid = await embeddedPid(env.QIDI_HOME!);
      process.kill(pid!, 'SIGKILL');
      await untilGone('the embedded server', pid!);
    },
  },
  {
    name: 'FLUSHALL',
    only: ({ queue }) => queue === 'redis',
    async hurt({ env }) {
      await askRedis(env.REDIS_URL!, (client) => client.flushall());
    },
  },
  {
    name: 'kill -9 of Redis, which comes back',
    only: ({ queue }) => queue === 'redis',
    async hurt({ servers }) {
      await servers.redis.kill();
      await servers.redis.start();
    },
  },
];

/** Waits until some documents are done and others are not. */
async function untilMiddle(env: Record<string, string>): Promise<void> {
  await waitFor(
    'the middle of the work',
    async () => {
      const connection = env.DATABASE_URL ?? (await embeddedConnection(env.QIDI_HOME!));
      const [row] = await askPostgres(
        connection,
        `select count(*) filter (where state = 'done')::int as done, count(*)::int as documents from documents`,
      );
      return row!.done >= 3 && (row!.done < row!.documents || row!.documents < presented);
    },
    // On a loaded machine making the server and starting workers alone take most of a minute.
    180_000,
  );
}

/** What it gives where nobody hurts it, on any of the backends. */
let undisturbed: unknown[];

beforeAll(async () => {
  const env = await servers.settings(farApart[0]!);
  const outcome = await runQidi(['--json', 'intake', files], env, { seconds: 240 });
  expect([outcome.code, jsonOf(outcome).failed]).toEqual([0, []]);
  undisturbed = canonical(await exportRegister(env));
  expect(undisturbed.length).toBeGreaterThan(8);
}, 300_000);

describe.each(farApart)('the register on $name', (backend) => {
  it.each(harms.filter(({ only }) => only?.(backend) ?? true))(
    'is the same after $name',
    async ({ hurt }) => {
      const env = await servers.settings(backend);
      const intake = startQidi(['--json', 'intake', files], env);
      await untilMiddle(env);
      await hurt({ env, intake, servers });
      // Whether the first command gets over it by itself or not: the same command again brings it to its end.
      await untilEnd('the first intake', intake, 240);
      const again: Outcome = await runQidi(['--json', 'intake', files], env, { seconds: 240 });
      expect([again.code, jsonOf(again).failed]).toEqual([0, []]);
      expect(canonical(await exportRegister(env))).toEqual(undisturbed);
      const { register } = jsonOf(await runQidi(['--json', 'status'], env));
      expect(register).toMatchObject({ files: presented, documents: { due: 0, failed: 0 } });
      expect(readFileSync(join(env.QIDI_HOME!, 'logs', 'workers.log'), 'utf8')).not.toMatch(
        /范明志|\n\s+at /,
      );
    },
    600_000,
  );
});
