import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import type { Extraction } from '../../../../domain/index.js';
import { openHere } from '../../../../pipelines/extraction/in-process.js';
import { isolations, type Sandbox } from '../../../../pipelines/extraction/sandbox/index.js';
import { processesUnder } from '../../../../pipelines/extraction/sandbox/memory.js';
import { alive, asOrdinaryUser, waitFor } from '../../../support/index.js';
import { children, failure, hostile, measuresHere, reduced, root, told, useSandboxes } from './sandboxes.js';

const { folder, open, openHostile } = await useSandboxes();

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
