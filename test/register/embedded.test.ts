import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { openEmbeddedPostgres } from '../../register/index.js';
import {
  alive,
  askPostgres,
  asOrdinaryUser,
  embeddedConnection,
  embeddedPid,
  type Running,
  start,
  untilEnd,
  untilGone,
  useFolder,
  waitFor,
} from '../support/index.js';

const folder = await useFolder('embedded');
const built = new URL('../../dist/register/index.js', import.meta.url).href;

/** A process that opens the embedded server in the home, says so, and leaves when it is told to end. */
const script = `
import { openEmbeddedPostgres } from ${JSON.stringify(built)};
const [home] = process.argv.slice(1);
const server = await openEmbeddedPostgres(home + '/postgres', home + '/postgres.log');
const ending = new Promise((resolve) => process.once('SIGTERM', resolve));
console.log(JSON.stringify({ started: server.started, user: process.getuid() }));
const alive = setInterval(() => {}, 1000);
await ending;
clearInterval(alive);
await server.close();
`;

interface Member extends Running {
  opened: { started: boolean; user: number };
}

/** @param as words before the program: another user to run it as. */
async function enter(home: string, as: readonly string[] = []): Promise<Member> {
  const words = [...as, process.execPath, '--input-type=module', '-e', script, home];
  const running = start(words as [string, ...string[]]);
  folder.defer(async () => running.signal('SIGKILL'));
  const opened = await waitFor(
    'a process to open the embedded server',
    () => {
      if (running.child.exitCode !== null) return { failed: running.stderr() };
      return running.stdout().includes('\n') && JSON.parse(running.stdout());
    },
    60_000,
  );
  expect(opened).not.toHaveProperty('failed');
  return { ...running, opened };
}

async function leave(member: Member): Promise<void> {
  member.signal('SIGTERM');
  expect(await untilEnd('a member', member, 60)).toMatchObject({ code: 0, stderr: '' });
}
const open = (home: string) => openEmbeddedPostgres(join(home, 'postgres'), join(home, 'postgres.log'));
const count = async (home: string) =>
  (await askPostgres(await embeddedConnection(home), 'select count(*)::int as n from kept'))[0]!.n;
const keepRow = async (home: string) => {
  const connection = await embeddedConnection(home);
  await askPostgres(connection, 'create table if not exists kept (id int)');
  await askPostgres(connection, 'insert into kept values (1)');
};

describe('the embedded PostgreSQL', () => {
  it('is started by the first process, joined by others, and stopped by the last', async () => {
    const home = await folder.make();
    const first = await enter(home);
    const pid = (await embeddedPid(home))!;
    const [second, third] = await Promise.all([enter(home), enter(home)]);
    expect([first, second, third].map((m) => m.opened.started)).toEqual([true, false, false]);
    await keepRow(home);
    await leave(first);
    expect(await count(home)).toBe(1);
    await leave(second);
    expect(await embeddedPid(home)).toBe(pid);
    await leave(third);
    await untilGone('the server', pid);
    expect(await embeddedPid(home)).toBeNull();
    const again = await open(home);
    expect(again.started).toBe(true);
    expect(await count(home)).toBe(1);
    await again.close();
    expect(await embeddedPid(home)).toBeNull();
  }, 120_000);

  it('is opened by ten processes at the same moment in an empty folder: one makes it', async () => {
    const home = await folder.make();
    const members = await Promise.all(Array.from({ length: 10 }, () => enter(home)));
    expect(members.filter((m) => m.opened.started)).toHaveLength(1);
    const pid = (await embeddedPid(home))!;
    await keepRow(home);
    await Promise.all(members.map(leave));
    await untilGone('the server', pid);
    const again = await open(home);
    expect(await count(home)).toBe(1);
    await again.close();
  }, 180_000);

  it('runs on when its owner is killed, and the next to come joins it', async () => {
    const home = await folder.make();
    const owner = await enter(home);
    await keepRow(home);
    const pid = (await embeddedPid(home))!;
    owner.signal('SIGKILL');
    await owner.ended;
    const next = await enter(home);
    expect(next.opened.started).toBe(false);
    expect(await embeddedPid(home)).toBe(pid);
    expect(await count(home)).toBe(1);
    await leave(next);
    await untilGone('the server', pid);
  }, 120_000);

  it('is started anew after it was killed, with all that was committed', async () => {
    const home = await folder.make();
    const owner = await enter(home);
    await keepRow(home);
    const pid = (await embeddedPid(home))!;
    process.kill(pid, 'SIGKILL');
    const next = await enter(home);
    expect(next.opened.started).toBe(true);
    expect(await embeddedPid(home)).not.toBe(pid);
    expect(await count(home)).toBe(1);
    await leave(next);
    // The one whose server was killed under it leaves without harm.
    await leave(owner);
  }, 120_000);

  it('is not blocked by the number of a dead server that another program has now', async () => {
    const home = await folder.make();
    await (await open(home)).close();
    const stranger = start(['sleep', '600']);
    folder.defer(async () => stranger.signal('SIGKILL'));
    const data = join(home, 'postgres', 'data');
    const stale = [stranger.pid, data, 1_700_000_000, 5432, join(home, 'postgres'), '', '', 'ready   ', ''];
    await writeFile(join(data, 'postmaster.pid'), stale.join('\n'), { mode: 0o600 });
    const server = await open(home);
    expect(server.started).toBe(true);
    expect(alive(stranger.pid)).toBe(true);
    await server.close();
    stranger.signal('SIGKILL');
    await stranger.ended;
  }, 90_000);

  it('is not blocked by the number of a dead server that another PostgreSQL has now', async () => {
    const [home, elsewhere] = [await folder.make(), await folder.make()];
    await (await open(home)).close();
    const other = await open(elsewhere);
    const pid = await embeddedPid(elsewhere);
    const data = join(home, 'postgres', 'data');
    const stale = [pid, data, 1_700_000_000, 5432, join(home, 'postgres'), '', '', 'ready   ', ''];
    await writeFile(join(data, 'postmaster.pid'), stale.join('\n'), { mode: 0o600 });
    const server = await open(home);
    expect(server.started).toBe(true);
    expect(await embeddedPid(elsewhere)).toBe(pid);
    await server.close();
    await other.close();
  }, 90_000);

  it('starts on a path that is too long for a socket, by TCP on this machine alone', async () => {
    const home = join(await folder.make(), 'x'.repeat(120), '很长的文件夹名');
    await mkdir(home, { recursive: true });
    const [one, other] = [await open(home), await open(home)];
    expect([one.started, other.started]).toEqual([true, false]);
    expect(one.connection.host).toBe('127.0.0.1');
    const addresses = await askPostgres(one.connection, 'show listen_addresses');
    expect(addresses).toEqual([{ listen_addresses: '127.0.0.1' }]);
    await one.close();
    expect(await askPostgres(other.connection, 'select 1 as one')).toEqual([{ one: 1 }]);
    await other.close();
  }, 90_000);

  it('keeps what is committed on the disk, and nothing of a statement in its log', async () => {
    const home = await folder.make();
    const server = await open(home);
    const rows = await askPostgres(
      server.connection,
      `select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes')`,
    );
    expect(rows.map((r) => r.setting)).toEqual(['on', 'on', 'on']);
    await askPostgres(server.connection, 'create table t (name text unique)');
    const marker = '申屠海燕';
    for (let i = 0; i < 2; i += 1)
      await askPostgres(server.connection, 'insert into t values ($1)', [marker]).catch(() => undefined);
    await askPostgres(server.connection, `select '${marker}'::int`).catch(() => undefined);
    await server.close();
    expect(await readFile(join(home, 'postgres.log'), 'utf8')).not.toContain(marker);
  }, 90_000);

  it('runs for an ordinary user as well', async () => {
    const home = await folder.make();
    const member = await enter(home, await asOrdinaryUser(home));
    expect(member.opened.user).not.toBe(0);
    await leave(member);
  }, 90_000);

  it('fails soon and says where its log is when it cannot start', async () => {
    const home = await folder.make();
    await (await open(home)).close();
    await writeFile(join(home, 'postgres', 'data', 'postgresql.conf'), 'no_such_setting = 1\n');
    const failure = await open(home).then(
      () => 'opened',
      (error: { code: string; params: unknown }) => error,
    );
    expect(failure).toMatchObject({
      code: 'register.embedded_failed',
      params: { log: join(home, 'postgres.log') },
    });
    expect(await readFile(join(home, 'postgres.log'), 'utf8')).toContain('no_such_setting');
  }, 90_000);
});
