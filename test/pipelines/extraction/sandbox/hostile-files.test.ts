import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { describeError } from '../../../../domain/index.js';
import { residentMemory } from '../../../../pipelines/extraction/sandbox/memory.js';
import { children, failure, told, useSandboxes } from './sandboxes.js';

const { openHostile } = await useSandboxes();

const MB = 1024 * 1024;

describe('a file that turns on its reader', () => {
  it('is read again by a fresh child when its child was killed', async () => {
    const sandbox = openHostile();
    await told(sandbox, 'text ready');
    const before = children();
    const reading = told(sandbox, 'slowly 400');
    for (const pid of before) process.kill(pid, 'SIGKILL');
    expect(await reading).toBe('done');
    expect(children().filter((pid) => before.includes(pid))).toEqual([]);
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

  it('is not charged with what its parent is busy with', async () => {
    const sandbox = openHostile({ limits: { budget: 700 } });
    await told(sandbox, 'text ready');
    const reading = told(sandbox, 'text read');
    await setImmediate();
    const started = performance.now();
    while (performance.now() - started < 1_500);
    expect(await reading).toBe('read');
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

function ownMemory(): number {
  return process.memoryUsage().rss;
}
