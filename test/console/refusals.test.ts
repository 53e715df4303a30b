import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildConsole, startConsole } from '../../console/api/index.js';
import { type Office, openOffice } from '../../office/index.js';
import { openQueues } from '../../queues/index.js';
import { type Answer, ask } from './ask.js';
import { openTestOffice } from './office.js';

let office: Office;
let site: Awaited<ReturnType<typeof startConsole>>;
const get = (path: string, headers: Record<string, string> = {}) => ask(site.url, path, { headers });
const problem = (answer: Answer) => answer.json<{ code: string; message: string; remedy: string }>();
const readLog = (of: Office) => readFile(join(of.config.home, 'logs', 'console.log'), 'utf8');

beforeAll(async () => {
  office = await openTestOffice();
  site = await startConsole(office, { port: 0 });
});
afterAll(async () => {
  await site.close();
  await office.close();
});

describe('who is answered', () => {
  it('listens on this machine only', () => {
    expect(site.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  });

  it.each(['localhost', 'LOCALHOST:1234', '127.0.0.1', '127.0.0.1:80', '[::1]', '[::1]:8080'])(
    'answers as %s',
    async (host) => {
      expect((await get('/healthz', { host })).json()).toEqual({ status: 'ok' });
    },
  );

  it.each([
    'evil.example',
    'localhost.evil.example',
    '127.0.0.1.evil.example:80',
    '127.0.0.2',
    'localhost:1:2',
    'a@localhost',
  ])('refuses the host "%s" on every path', async (host) => {
    for (const path of ['/', '/queue', '/clues/x', '/style.css', '/api/records', '/nothing']) {
      const answer = await get(path, { host });
      expect(answer.status).toBe(421);
      expect(answer.body).not.toContain('统一台账</h1>');
    }
  });

  it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND'])('refuses %s', async (method) => {
    for (const path of ['/', '/api/records']) {
      const answer = await ask(site.url, path, { method, headers: { host: 'localhost' } });
      expect(answer.status).toBe(405);
      expect(answer.headers.allow).toBe('GET, HEAD');
      expect(answer.body).toContain('console.read_only');
    }
  });

  it('answers HEAD without a body', async () => {
    const answer = await ask(site.url, '/', { method: 'HEAD' });
    expect(answer.status).toBe(200);
    expect(answer.body).toBe('');
  });
});

describe('headers', () => {
  it.each(['/', '/queue', '/clues/none', '/nothing', '/api/records', '/style.css'])(
    'are strict on %s',
    async (path) => {
      const { headers } = await get(path);
      const policy = String(headers['content-security-policy']);
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe|https?:|\*|script-src/);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['referrer-policy']).toBe('no-referrer');
      if (path !== '/style.css') expect(headers['cache-control']).toBe('no-store');
    },
  );
});

describe('errors', () => {
  it('are pages with a code and what to do', async () => {
    const missing = await get('/clues/530400-XS-1999-0001');
    expect(missing.status).toBe(404);
    expect(missing.body).toContain('console.no_such_clue');
    expect(missing.body).toContain('请核对编号');
    const page = await get('/nothing');
    expect(page.status).toBe(404);
    expect(page.body).toContain('console.not_found');
  });

  it.each([
    '/clues/%3Cscript%3E',
    '/clues/..%2f..%2fetc',
    '/%c0%af',
    '/clues/%',
    `/clues/${'9'.repeat(300)}`,
    '//evil.example/',
  ])('are pages for the address %s', async (path) => {
    const answer = await get(path);
    expect(answer.status).toBe(404);
    expect(answer.headers['content-type']).toContain('text/html');
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
    expect(answer.body).toContain('<h1>');
    expect(answer.body).not.toMatch(/<script|evil/);
  });

  it('are JSON for programs', async () => {
    const answer = await get('/api/records/none');
    expect(answer.status).toBe(404);
    expect(Object.keys(problem(answer)).sort()).toEqual(['code', 'message', 'remedy']);
    expect(problem(answer).code).toBe('console.no_such_clue');
    expect(problem(await get('/api/nothing')).code).toBe('console.not_found');
  });

  it.each([
    'class=crime',
    'topic=E1%27',
    'since=2017-02-30',
    'until=0000-01-01',
    'since=yesterday',
    'page=0',
    'page=1e3',
    'page=99999999999',
    'words=%00',
    'accused=a&accused=b',
    `words=${'a'.repeat(300)}`,
    'q=x',
  ])('name the filter that is wrong: %s', async (search) => {
    const answer = await get(`/api/records?${search}`);
    expect(answer.status).toBe(400);
    expect(problem(answer).code).toBe('console.invalid_query');
    expect(problem(answer).message).toContain(search.split('=')[0]);
    const page = await get(`/?${search}`);
    expect(page.status).toBe(400);
    expect(page.body).toContain('console.invalid_query');
  });

  it('name a filter as the page does', async () => {
    expect((await get('/?since=abc')).body).toContain('查询条件有误：收件日期自（since）');
    expect((await get('/?q=x')).body).toContain('没有这个条件（q）');
  });

  it('are a page for an address with letters that were not encoded', async () => {
    const { port, hostname } = new URL(site.url);
    const socket = connect(Number(port), hostname);
    const chunks: Buffer[] = [];
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    socket.write('GET /?words=范明志 HTTP/1.1\r\nHost: localhost\r\n\r\n');
    await once(socket, 'close');
    const answer = Buffer.concat(chunks).toString('utf8');
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).toContain("default-src 'none'");
    expect(answer).toContain('<h1>看不懂这个地址</h1>');
    expect(answer).not.toContain('范明志');
  });

  it('say that a port is taken', async () => {
    const port = Number(new URL(site.url).port);
    await expect(startConsole(office, { port })).rejects.toMatchObject({ code: 'console.cannot_listen' });
  });

  it('show no stack trace, only a reference that stands in the log too', async () => {
    // A second process of the same office would look like this after its database went away.
    const left = await openOffice(office.config);
    const shown = await startConsole(left, { port: 0 });
    await left.close();
    const page = await ask(shown.url, `/?words=${encodeURIComponent('秘密')}`);
    const health = await ask(shown.url, '/healthz');
    await shown.close();
    expect(page.status).toBe(500);
    const reference = /事件编号 ([0-9a-f]{8})/.exec(page.body)?.[1];
    expect(page.body).toContain('console.unexpected');
    expect(page.body).not.toMatch(/pool|node_modules|\.ts|at /);
    expect(health.status).toBe(500);
    expect(problem(health).code).toBe('console.unexpected');
    const log = await readLog(office);
    expect(log).toContain(`"reference":"${reference}"`);
    expect(log).toContain('register/upkeep.ts');
    expect(log).not.toMatch(/秘密|%E7/);
  });

  it('say plainly that the queue cannot be reached', async () => {
    const queues = openQueues({ kind: 'redis', url: 'redis://127.0.0.1:1' });
    const cut = await startConsole({ ...office, queues }, { port: 0 });
    const page = await ask(cut.url, '/queue');
    expect(page.status).toBe(200);
    expect(page.body).toContain('任务队列暂时无法连接');
    expect(page.body).toContain('文件办理情况');
    expect((await ask(cut.url, '/api/status')).json().lanes).toBeNull();
    await cut.close();
    await queues.close();
  });
});

describe('the log', () => {
  it('holds method, route, status and time, and nothing of an address', async () => {
    await get('/?accused=范明志'.replace('范明志', encodeURIComponent('范明志')));
    await get('/clues/530400-XS-2017-7777?words=secret');
    await get('/secret-path');
    const log = await readLog(office);
    expect(log).not.toMatch(/范明志|%E8|7777|secret/);
    const lines = log
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const last = lines.filter((line) => line.route === '/clues/:clueNo').at(-1);
    expect(last).toMatchObject({ method: 'GET', status: 404 });
    expect(last.ms).toBeGreaterThanOrEqual(0);
    expect(Object.keys(last).sort()).toEqual(['level', 'method', 'ms', 'route', 'status', 'time']);
  });
});

describe('in English', () => {
  it('says everything in English', async () => {
    const english = buildConsole({ ...office, config: { ...office.config, language: 'en' } });
    const url = await english.listen({ port: 0 });
    const page = await ask(url, '/');
    expect(page.body).toContain('<html lang="en">');
    expect(page.body).toContain('The register is empty');
    const queue = await ask(url, '/queue');
    const error = await ask(url, '/clues/none');
    for (const { body } of [page, queue, error]) expect(body).not.toMatch(/\p{Script=Han}/u);
    await english.close();
  });
});
