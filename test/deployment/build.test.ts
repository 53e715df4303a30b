import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { useFolder } from '../support/index.js';

const folder = await useFolder('build');

it('the build installs nothing through a link: npm would empty the folder behind it', async () => {
  const root = await folder.make('clone');
  const elsewhere = await folder.make('elsewhere');
  writeFileSync(join(elsewhere, 'kept'), '');
  mkdirSync(join(root, 'tools'));
  cpSync(join('tools', 'build.mjs'), join(root, 'tools', 'build.mjs'));
  cpSync('package-lock.json', join(root, 'package-lock.json'));
  symlinkSync(elsewhere, join(root, 'node_modules'));

  const { status, stderr } = spawnSync(process.execPath, [join(root, 'tools', 'build.mjs')], {
    encoding: 'utf8',
  });
  expect(status).toBe(1);
  expect(stderr).toContain('is a symbolic link');
  expect(readdirSync(elsewhere)).toEqual(['kept']);
});
