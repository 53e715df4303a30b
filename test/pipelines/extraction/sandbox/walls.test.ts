import { once } from 'node:events';
import { chmodSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { QidiError } from '../../../../domain/index.js';
import { measures, type SandboxState } from '../../../../pipelines/extraction/sandbox/index.js';
import { children, measuresHere, reduced, root, told, useSandboxes, walls } from './sandboxes.js';

const { folder, open, openHostile } = await useSandboxes();

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
