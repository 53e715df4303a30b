import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it } from '@jest/globals';
import { describeError, type Extraction, QidiError } from '../../../domain/index.js';
import { openHere } from '../../../pipelines/extraction/in-process.js';
import {
  isolations,
  measures,
  openSandbox,
  type Sandbox,
  type SandboxLimits,
  type SandboxOptions,
  type SandboxState,
} from '../../../pipelines/extraction/sandbox/index.js';
import { processesUnder, residentMemory } from '../../../pipelines/extraction/sandbox/memory.js';
import { alive, asOrdinaryUser, useFolder, waitFor } from '../../support/index.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const hostile = fileURLToPath(new URL('./hostile-child.mjs', import.meta.url));
const folder = await useFolder('sandbox');
const MB = 1024 * 1024;

/** Without Node.js's own permissions, which a file that took over native code is not held by. */
const walls = isolations().map((way) => ({
  ...way,
  words: (...given: Parameters<typeof way.words>) =>
    way.words(...given).filter((word) => !/^--(experimental-)?permission$|^--allow-/.test(word)),
}));
/** What is left where the system has no namespaces. */
const reduced = isolations().filter((way) => !way.measures.includes('network'));

const opened: Sandbox[] = [];
function open(options: Partial<SandboxOptions> & { limits?: Partial<SandboxLimits> } = {}): Sandbox {
  const sandbox = openSandbox({ children: 1, ...options });
  opened.push(sandbox);
  return sandbox;
}
const openHostile = (options: Partial<SandboxOptions> = {}) => open({ entry: hostile, ...options });

/** All processes that the sandboxes of this process have started. */
const children = () => processesUnder(process.pid).slice(1);

async function told(sandbox: Sandbox, deed: string): Promise<string> {
  return (await sandbox.read(Buffer.from(deed), 'txt')).pages[0]!.text;
}
async function failure(promise: Promise<unknown>): Promise<QidiError> {
  const error: unknown = await promise.then(
    () => new Error('nothing was thrown'),
    (e: unknown) => e,
  );
  if (!(error instanceof QidiError)) throw error;
  return error;
}

afterEach(async () => {
  await Promise.all(opened.splice(0).map((sandbox) => sandbox.close()));
  expect(children().filter(alive)).toEqual([]);
});

describe('reading in the sandbox', () => {
  const samples = [
    '2017-04-18-举报信-翠云苑减免.docx',
    '2014-03-27-匿名信-拆分报建.txt',
    '2016-10-12-指挥所工程围标串标.pdf',
    '2017-05-03-扫描件-翠云苑来信.pdf',
    '2016-07-05-来信-安澜县缓缴.png',
    '2014-12-18-传真-公款旅游.tif',
    '2019-10-08-带密级来文.docx',
    '2022-08-16-举报材料打包.zip',
  ];

  it.each([
    ['the strongest walls', isolations()],
    ['what is left without namespaces', reduced],
  ])('gives, behind %s, what reading in this process gives', async (_, ways) => {
    const sandbox = open({ ways });
    const here = openHere();
    for (const name of samples) {
      const bytes = readFileSync(join(root, 'samples', 'files', name));
      const extension = name.split('.').pop()!;
      const expected = await here.read(bytes, extension);
      // As JSON: the digest that a later stage goes by is taken of it.
      expect(JSON.stringify(await sandbox.read(bytes, extension))).toBe(JSON.stringify(expected));
      for (const { number } of expected.pages.filter((page) => page.recognise).slice(0, 1)) {
        const image = await here.renderPage(bytes, expected, number);
        const page = await sandbox.renderPage(bytes, expected, number);
        expect([page.width, page.height, page.dpi]).toEqual([image.width, image.height, image.dpi]);
        expect(Buffer.compare(page.data, image.data)).toBe(0);
      }
    }
  });

  it('tells what the reader says of the file, with its parameters', async () => {
    const sandbox = open();
    expect(await failure(sandbox.read(Buffer.from('%PDF-1.7 cut'), 'pdf'))).toMatchObject({
      name: 'PermanentError',
      code: 'extraction.damaged',
      params: { kind: 'pdf' },
    });
    const nothing: Extraction = { parts: [await partOf(sandbox)], pages: [] };
    expect(await failure(sandbox.renderPage(Buffer.from('x'), nothing, 3))).toMatchObject({
      code: 'extraction.page_not_rendered',
      params: { page: 3 },
    });
  });

  it('starts children when they are needed, keeps them, and replaces them after their share of files', async () => {
    const sandbox = openHostile({ children: 2, limits: { files: 3 } });
    expect(children()).toEqual([]);
    const counts: string[] = [];
    for (let i = 0; i < 7; i++) counts.push(await told(sandbox, 'count'));
    expect(counts).toEqual(['1', '2', '3', '1', '2', '3', '1']);
    await Promise.all(Array.from({ length: 6 }, () => told(sandbox, 'slowly 20')));
    // One that has had its share may still be ending while the next one reads.
    await waitFor(
      'no more than two children',
      () => children().filter((pid) => processesUnder(pid).length === 1).length <= 2,
    );
  });

  it('says that it is the system’s trouble where no child starts', async () => {
    const error = await failure(open({ entry: join(folder.path, 'none.js') }).read(Buffer.from('x'), 'txt'));
    expect(error).toMatchObject({ name: 'QidiError', code: 'extraction.sandbox_unavailable' });
    const closed = open();
    await closed.close();
    expect(await failure(closed.read(Buffer.from('x'), 'txt'))).toMatchObject({
      code: 'extraction.sandbox_unavailable',
    });
  });

  it('works for an ordinary user', async () => {
    const home = await folder.make();
    const script = join(home, 'read.mjs');
    writeFileSync(
      script,
      `import { openSandbox } from ${JSON.stringify(join(root, 'dist/pipelines/extraction/index.js'))};
       const sandbox = openSandbox({ children: 1 });
       const { pages } = await sandbox.read(Buffer.from('关于违规减免的举报信'), 'txt');
       console.log(JSON.stringify({ text: pages[0].text, ...(await sandbox.state()) }));
       await sandbox.close();`,
    );
    const [program, ...words] = [...(await asOrdinaryUser(home)), process.execPath, script];
    const { stdout } = await promisify(execFile)(program!, words, { cwd: home });
    const found = JSON.parse(stdout) as { text: string; inForce: string[] };
    expect(found.text).toBe('关于违规减免的举报信');
    expect(found.inForce).toEqual(await measuresHere());
  });
});

describe('a file that turns on its reader', () => {
  it('is read again by a fresh child when its child was killed', async () => {
    const sandbox = openHostile();
    await told(sandbox, 'text ready');
    const before = children();
    const reading = told(sandbox, 'slowly 400');
    for (const pid of before) process.kill(pid, 'SIGKILL');
    expect(await reading).toBe('done');
    expect(children().filter((pid) => before.includes(pid) && alive(pid))).toEqual([]);
  });

  it('is given up after three crashes, and the next file is read', async () => {
    const sandbox = openHostile();
    const error = await failure(told(sandbox, 'crash'));
    expect(error).toMatchObject({
      name: 'PermanentError',
      code: 'extraction.killed_its_reader',
      params: { reason: 'crash' },
    });
    const { message, remedy } = describeError(error.code, error.params, 'zh');
    expect(message).toContain('崩溃');
    expect(remedy).toContain('单独的电脑');
    expect(await told(sandbox, 'text 下一件')).toBe('下一件');
  });

  it('tells nothing of its words by what it throws', async () => {
    const error = await failure(told(openHostile(), 'throw'));
    expect(error).toMatchObject({ code: 'extraction.killed_its_reader', params: { reason: 'crash' } });
    expect(String((error.cause as Error).message)).toContain('TypeError hostile-child.mjs:');
    expect(String((error.cause as Error).message)).not.toContain('张三');
  });

  it.each(['heap', 'buffers', 'wasm'])('cannot take more memory than allowed by its %s', async (deed) => {
    const sandbox = openHostile({ limits: { memory: 300 * MB } });
    await told(sandbox, 'text ready');
    let peak = 0;
    const watch = setInterval(() => {
      peak = Math.max(peak, residentMemory(process.pid) - ownMemory());
    }, 10);
    try {
      expect(await failure(told(sandbox, deed))).toMatchObject({
        code: 'extraction.killed_its_reader',
        params: { reason: 'memory' },
      });
    } finally {
      clearInterval(watch);
    }
    expect(peak).toBeGreaterThan(50 * MB);
    expect(peak).toBeLessThan(1024 * MB);
    expect(await told(sandbox, 'text 下一件')).toBe('下一件');
  });

  it('is ended when its time is over, and gets no more of it', async () => {
    const sandbox = openHostile({ limits: { budget: 700 } });
    await told(sandbox, 'text ready');
    const started = performance.now();
    expect(await failure(told(sandbox, 'loop'))).toMatchObject({
      code: 'extraction.killed_its_reader',
      params: { reason: 'time' },
    });
    expect(performance.now() - started).toBeGreaterThan(690);
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it.each(['crash', 'loop'])('takes no other member of its archive with it: %s', async (deed) => {
    const sandbox = openHostile({ limits: { budget: 2_000 } });
    await told(sandbox, 'text ready');
    expect(await told(sandbox, `members 1 ${deed} 3 4`)).toBe('1 passed-over 3 4');
    expect(await told(sandbox, `members ${deed}`)).toBe('passed-over');
  });

  it('is given up where members without end kill their readers', async () => {
    const error = await failure(told(openHostile(), `members ${'crash '.repeat(7).trim()}`));
    expect(error).toMatchObject({ code: 'extraction.killed_its_reader', params: { reason: 'crash' } });
  });

  it('has no page drawn any more when drawing its others has taken all its time', async () => {
    const sandbox = openHostile({ limits: { budget: 600, perPage: 100 } });
    const extraction = await sandbox.read(Buffer.from('text x'), 'txt');
    const slow = Buffer.from('slowly 400'.padEnd(100));
    expect((await sandbox.renderPage(slow, extraction, 1)).data).toHaveLength(100);
    for (let i = 0; i < 2; i++)
      expect(await failure(sandbox.renderPage(Uint8Array.from(slow), extraction, 1))).toMatchObject({
        code: 'extraction.killed_its_reader',
        params: { reason: 'time' },
      });
    // Another file has its own time.
    expect((await sandbox.renderPage(Buffer.alloc(100), extraction, 1)).data).toHaveLength(100);
  });

  it.each(['flood', 'nonsense', 'much', 'nowhere', 'beyond-the-text', 'unknown-field'])(
    'is not believed: %s',
    async (deed) => {
      const sandbox = openHostile();
      expect(await failure(told(sandbox, deed))).toMatchObject({
        code: 'extraction.killed_its_reader',
        params: { reason: 'output' },
      });
      expect(await told(sandbox, 'text 下一件')).toBe('下一件');
    },
  );

  it('is not believed about its pixels', async () => {
    const sandbox = openHostile();
    const extraction = await sandbox.read(Buffer.from('text x'), 'txt');
    expect((await sandbox.renderPage(Buffer.alloc(100), extraction, 1)).data).toHaveLength(100);
    for (const length of [99, 101])
      expect(await failure(sandbox.renderPage(Buffer.alloc(length), extraction, 1))).toMatchObject({
        params: { reason: 'output' },
      });
  });
});

describe('the walls', () => {
  it('are as strong as the system allows', async () => {
    const { inForce, missing, refused } = await open().state();
    expect(inForce).toEqual(await measuresHere());
    expect([...inForce, ...missing].sort()).toEqual([...measures].sort());
    expect(refused.length > 0).toBe(missing.length > 0);
  });

  it.each([
    ['the kernel', walls.filter((way) => way.measures.includes('files'))],
    ['Node.js', reduced],
  ])('by %s keep the office’s key, other files and the environment away', async (_, ways) => {
    const home = await folder.make();
    const key = join(home, 'office.key');
    writeFileSync(key, 'secret', { mode: 0o644 });
    process.env.QIDI_TEST_SECRET = 'secret';
    const sandbox = openHostile({ ways });
    try {
      expect(await told(sandbox, `read ${key}`)).toMatch(/^(ENOENT|ERR_ACCESS_DENIED)$/);
      expect(await told(sandbox, 'list /root')).toMatch(/^(ENOENT|ERR_ACCESS_DENIED)$/);
      expect(await told(sandbox, `write ${join(home, 'x')}`)).toMatch(/^(ENOENT|ERR_ACCESS_DENIED)$/);
      expect(await told(sandbox, `write ${join(root, 'dist', 'x')}`)).toMatch(/^(EROFS|ERR_ACCESS_DENIED)$/);
      expect(await told(sandbox, 'environment')).toBe(
        'HOME MALLOC_ARENA_MAX MIMALLOC_ARENA_EAGER_COMMIT PATH TEMP TMPDIR TZ UV_THREADPOOL_SIZE VIPS_DISC_THRESHOLD',
      );
      expect(readdirSync(home)).toEqual(['office.key']);
    } finally {
      delete process.env.QIDI_TEST_SECRET;
    }
  });

  it('stand where the product lies in the folder for temporary files, too', async () => {
    const entry = join(await folder.make(), 'child.mjs');
    const serve = join(root, 'dist/pipelines/extraction/sandbox/serve.js');
    writeFileSync(
      entry,
      `import { readFile } from ${JSON.stringify(join(root, 'dist/pipelines/extraction/read-file.js'))};
       import { serve } from ${JSON.stringify(serve)};
       serve({ read: readFile });`,
    );
    // As a checkout is: whoever runs the child may read it.
    chmodSync(dirname(entry), 0o755);
    const states: SandboxState[] = [];
    const sandbox = open({ entry, onStart: (state) => states.push(state) });
    expect(await told(sandbox, '关于违规减免的举报信')).toBe('关于违规减免的举报信');
    expect(states.map(({ inForce }) => inForce)).toEqual([await measuresHere()]);
  });

  it('keep the network away, this machine’s own too', async () => {
    const server = createServer((socket) => socket.end()).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as { port: number };
    try {
      const sandbox = openHostile({ ways: walls });
      expect(await told(sandbox, `connect 127.0.0.1 ${port}`)).toBe('ENETUNREACH');
      expect(await told(sandbox, 'connect 192.0.2.1 80')).toBe('ENETUNREACH');
    } finally {
      server.close();
    }
  });

  it('stop a fork bomb, and end all that it started', async () => {
    const sandbox = openHostile({ ways: walls });
    await told(sandbox, 'text ready');
    let most = 0;
    const watch = setInterval(() => {
      most = Math.max(most, children().length);
    }, 10);
    try {
      expect(await told(sandbox, 'bomb').catch((error: QidiError) => error.code)).toMatch(
        /^(bombed|extraction\.killed_its_reader)$/,
      );
    } finally {
      clearInterval(watch);
    }
    expect(most).toBeLessThan(60);
    expect(await told(sandbox, 'text 下一件')).toBe('下一件');
  });

  it('leave nothing behind in the folder for temporary files', async () => {
    const left = () => readdirSync(tmpdir()).filter((name) => name.startsWith('qidi-reader-'));
    const before = left();
    const sandbox = openHostile({ ways: reduced });
    const temp = (await told(sandbox, 'text ready')) && left().filter((name) => !before.includes(name));
    expect(temp).toHaveLength(1);
    expect(await told(sandbox, `write ${join(tmpdir(), temp[0]!, 'x')}`)).toBe('undefined');
    expect(statSync(join(tmpdir(), temp[0]!, 'x')).size).toBe(1);
    await sandbox.close();
    expect(left()).toEqual(before);
  });
});

describe('the end', () => {
  it('comes for what is read when the sandbox is closed or the work is called off', async () => {
    const sandbox = openHostile();
    await told(sandbox, 'text ready');
    const stop = new AbortController();
    const reading = sandbox.read(Buffer.from('loop'), 'txt', stop.signal);
    stop.abort(new Error('called off'));
    await expect(reading).rejects.toThrow('called off');
    const looping = failure(told(sandbox, 'loop'));
    await waitFor('a child', () => children().length > 0);
    await sandbox.close();
    expect((await looping).code).toBe('extraction.sandbox_unavailable');
  });

  it.each([
    ['waits', 'slowly 60000', isolations()],
    ['loops', 'loop', isolations()],
    ['loops without namespaces', 'loop', reduced],
  ])('comes with the parent’s, even for a child that %s', async (_, deed, ways) => {
    const script = join(await folder.make(), 'parent.mjs');
    const skip = isolations().length - ways.length;
    writeFileSync(
      script,
      `import { isolations, openSandbox } from ${JSON.stringify(join(root, 'dist/pipelines/extraction/sandbox/index.js'))};
       const sandbox = openSandbox({ children: 1, entry: ${JSON.stringify(hostile)}, ways: isolations().slice(${skip}) });
       await sandbox.read(Buffer.from('text ready'), 'txt');
       setTimeout(() => console.log('reading'), 50);
       await sandbox.read(Buffer.from(${JSON.stringify(deed)}), 'txt');`,
    );
    const parent = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(parent.stdout, 'data');
    const started = processesUnder(parent.pid!).slice(1);
    expect(started.length).toBeGreaterThan(0);
    parent.kill('SIGKILL');
    await waitFor('the end of the children', () => started.filter(alive).length === 0, 10_000);
  });
});

async function partOf(sandbox: Sandbox) {
  return (await sandbox.read(Buffer.from('关于违规减免的举报信'), 'txt')).parts[0];
}

function ownMemory(): number {
  return process.memoryUsage().rss;
}

/** All of them where a process may have namespaces of its own; the test's own question, put to the system. */
async function measuresHere(): Promise<readonly string[]> {
  const words = ['--user', '--map-root-user', '--net', '--mount', 'mount', '-t', 'tmpfs', 'x', '/sys'];
  const walled = await promisify(execFile)('unshare', words).then(
    () => true,
    () => false,
  );
  return walled ? measures : measures.filter((m) => !['network', 'files', 'processes'].includes(m));
}
